import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

/*
 * What a test in the browser asks of the machine around it, beside the runner's own commands: media features that the runner does not
 * know, and snapshots as text, one file per snapshot, so that a diff reads like the screen reader does.
 */

const folder = new URL('./aria/', import.meta.url)
const isUpdating = process.env.UPDATE_SNAPSHOTS === '1'

/** One per page: what it emulates ends with it. */
const devtools = new WeakMap()

/** `{ 'forced-colors': 'active' }`, or `{ media: 'print' }`; none: back to normal. */
async function emulate(session, { media = '', ...features }) {
  const page = session.browser.getPage(session.id)
  if (!devtools.has(page)) devtools.set(page, await page.createCDPSession())
  await devtools.get(page).send('Emulation.setEmulatedMedia', {
    media,
    features: Object.entries(features).map(([name, value]) => ({ name, value })),
  })
  return true
}

async function stored({ name, content }) {
  const path = fileURLToPath(new URL(`${name}.txt`, folder))
  if (isUpdating) {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, `${content}\n`)
    return content
  }
  return readFile(path, 'utf8').then(
    (text) => text.replace(/\n$/u, ''),
    () => null,
  )
}

export const runnerPlugin = () => ({
  name: 'cercle-runner',
  async executeCommand({ command, payload, session }) {
    if (command === 'cercle-emulate') return emulate(session, payload)
    if (command === 'cercle-snapshot') return { stored: await stored(payload) }
    return undefined
  },
})
