import { chromium, type Browser } from 'playwright-core'
import { findBrowser } from '../../../.tools/browser.ts'

/**
 * A Chromium as people have it: storage kept apart per site, no third-party cookies.
 *
 * Playwright starts Chromium with `--disable-features=…,ThirdPartyStoragePartitioning,…`, under which one partner's frame reads what
 * another's has kept. Of several such switches the last one counts.
 */
export async function openBrowser(): Promise<Browser> {
  const { path, args } = await findBrowser()
  return chromium.launch({
    executablePath: path,
    args: [...args, '--disable-features=Translate', '--test-third-party-cookie-phaseout'],
  })
}
