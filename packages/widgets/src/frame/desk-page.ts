import type { Tokens } from '@cercle/sdk'
import { leavePage } from './host-leave.ts'
import { eraseDrafts } from '../session/erase-drafts.ts'
import { OwnLanguage, sayAgain } from '../session/own-language.ts'
import { SiteSessionStore, storeName } from '../session/session-store.ts'
import { SiteSession } from '../session/site-session.ts'

interface DeskConfig {
  /** Slug. */
  community: string
  /** Where one leaves to in a hurry; `https:`. */
  exit: string
}

/** Read from the page of the desk; does nothing in another. */
function readConfig(): (DeskConfig & { server: string }) | undefined {
  const block = document.getElementById('cercle-desk')
  if (!block) return undefined
  // <server>/c/<community>/desk
  const server = location.origin + location.pathname.replace(/\/c\/[^/]+\/desk\/?$/u, '')
  return { server, ...(JSON.parse(block.textContent ?? '') as DeskConfig) }
}

/** The page of the desk: the way out, then the form or the desk itself. Nothing is kept once the browser is closed. */
async function start({ server, community, exit }: DeskConfig & { server: string }): Promise<void> {
  const store = new SiteSessionStore(storeName('desk', community))
  const main = document.querySelector('main')!
  const { lang } = document.documentElement
  const language = new OwnLanguage(store.name, speak)
  speak()
  const follow = () => void show()
  const session = new SiteSession({
    server,
    community,
    store,
    fetch: (input, init) => fetch(input, init),
    changed: follow,
    blocked: () => undefined,
  })
  await Promise.all([import('../exit/register.ts'), import('../desk/register.ts'), import('../account/register.ts')])
  document.addEventListener('cercle-leave', () => {
    leavePage(exit)
    void session.leave()
  })
  const exitBar = document.createElement('cercle-exit')
  exitBar.theme = 'auto'
  main.append(exitBar)
  await show()

  async function show(): Promise<void> {
    const tag = (await session.isSignedIn()) ? 'cercle-desk' : 'cercle-sign-in'
    if (main.querySelector(tag)) return
    main.querySelectorAll('cercle-desk, cercle-sign-in, cercle-desk-key-entry').forEach((one) => one.remove())
    const shown = document.createElement(tag)
    shown.client = session.client
    shown.theme = 'auto'
    if ('isDesk' in shown) shown.isDesk = true
    shown.addEventListener('cercle-sign-out', () => void leave())
    shown.addEventListener('cercle-sign-in-close', () => location.assign(`${server}/c/${community}`))
    shown.addEventListener('cercle-signed-in', begin)
    main.append(shown)
    if (!('isDesk' in shown)) return
    shown.focus()
    const entry = document.createElement('cercle-desk-key-entry')
    entry.client = session.client
    entry.theme = 'auto'
    entry.addEventListener('cercle-signed-in', begin)
    main.append(entry)
  }

  function speak(): void {
    document.documentElement.lang = language.now ?? lang
    sayAgain(main)
  }

  function begin(event: Event): void {
    void session.begin((event as CustomEvent<{ tokens: Tokens }>).detail.tokens, false).then(follow)
  }

  async function leave(): Promise<void> {
    await session.end()
    eraseDrafts(community)
    language.forget()
    follow()
  }
}

const config = readConfig()
if (config) void start(config)
