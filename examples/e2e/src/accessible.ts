import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import type { Frame, Page } from 'playwright-core'
import type { AxeResults, RunOptions } from 'axe-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What a frame of ours is transparent to: the colour of the first thing behind it that has one. */
async function groundOf(frame: Frame): Promise<string> {
  const element = await frame.frameElement()
  return element.evaluate((iframe) => {
    let node: Node | null = iframe
    while (node) {
      const { backgroundColor = '' } = node instanceof Element ? getComputedStyle(node) : {}
      if (backgroundColor && !/^rgba\(.+, 0\)$/u.test(backgroundColor)) return backgroundColor
      node = node instanceof ShadowRoot ? node.host : node.parentNode
    }
    return 'Canvas'
  })
}

/**
 * What axe finds in this document under WCAG 2.2 AA and its best practices, one line each. A frame is looked at by itself, on the ground
 * it lies on: the page around it cannot look inside, and has the one heading of the first level. Left out: `aria-allowed-role`, for the
 * dialog of the host element, which is a group while it lies in the page (a dialog that is not open would be announced without a name).
 */
export async function axeFindings(document: Page | Frame): Promise<string[]> {
  const isFrame = 'parentFrame' in document
  if (isFrame) {
    const ground = await groundOf(document)
    await document.evaluate((colour) => (globalThis.document.documentElement.style.backgroundColor = colour), ground)
  }
  if (!(await document.evaluate(() => 'axe' in globalThis))) await document.evaluate(source)
  const options: RunOptions = {
    iframes: false,
    resultTypes: ['violations'],
    rules: {
      'target-size': { enabled: true },
      'aria-allowed-role': { enabled: false },
      'page-has-heading-one': { enabled: !isFrame },
    },
  }
  const { violations } = await document.evaluate(
    (given) => (globalThis as unknown as { axe: { run(o: RunOptions): Promise<AxeResults> } }).axe.run(given),
    options,
  )
  if (isFrame) await document.evaluate(() => (globalThis.document.documentElement.style.backgroundColor = ''))
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, html }) => `${id}: ${help} | ${String(target)} | ${html.slice(0, 200)}`),
  )
}
