import type { Page } from 'playwright-core'

/** How many messages came in answer to what was forged, on the ports that were slipped in. */
export interface Answers {
  heard: number
  sent: number
}

const said = [
  {
    type: 'theme',
    theme: {
      scheme: 'dark',
      accent: 'red',
      ground: 'red',
      font: 'fantasy',
      fontHeading: 'fantasy',
      radius: '99px',
      rootSize: 40,
    },
  },
  { type: 'attributes', attributes: { space: 'groups', lang: 'en-CA' } },
  { type: 'intent', intent: 'sign-in' },
  { type: 'smaller' },
  { type: 'session-changed' },
  { type: 'ready', signedIn: true, px: 9999 },
  { type: 'height', px: 9999 },
  { type: 'state', state: 'error' },
  { type: 'signed-in' },
  { type: 'signed-out' },
  { type: 'leave', to: 'https://canari.invalid/left' },
  { type: 'larger', title: 'x' },
  { type: 'focus', top: 5000, bottom: 5100 },
  { cercle: 'hello' },
  { cercle: 'hello', type: 'signed-out' },
  'hello',
  null,
]

/**
 * Says everything that the two sides say to each other, to both, from where it should not come: the page itself, another frame of it, a window that
 * it opened, and by events made up. Resolves when all of it has arrived.
 */
export const forge = (page: Page): Promise<Answers> =>
  page.evaluate(async (messages) => {
    const answers = { heard: 0, sent: 0 }
    const ofElement = (tag: string) => document.querySelector(tag)?.shadowRoot?.querySelector('iframe')
    const theirs = ['cercle-feed', 'cercle-account'].map(ofElement).filter((one) => one !== null && one !== undefined)
    const other = document.body.appendChild(document.createElement('iframe'))
    const popup = window.open('about:blank')!
    const port = (): MessagePort => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => (answers.heard += 1)
      return port2
    }
    const speakers = [window, other.contentWindow!, popup]
    for (const speaker of speakers) {
      // the window that speaks is the one whose function it is
      const speak = (speaker as unknown as { Function: FunctionConstructor }).Function
      const post = speak('target', 'message', 'port', 'target.postMessage(message, "*", [port])') as (
        target: Window,
        message: unknown,
        port: MessagePort,
      ) => void
      for (const message of messages)
        for (const target of [window, ...theirs.map(({ contentWindow }) => contentWindow!)]) {
          post(target, message, port())
          answers.sent += 1
        }
    }
    for (const { contentWindow, src } of theirs) {
      const forged = { data: { cercle: 'hello' }, ports: [port()] }
      dispatchEvent(new MessageEvent('message', { ...forged, source: contentWindow, origin: location.origin }))
      dispatchEvent(new MessageEvent('message', { ...forged, source: window, origin: new URL(src).origin }))
      dispatchEvent(new MessageEvent('message', { ...forged, source: null, origin: '' }))
      answers.sent += 3
    }
    // what is posted after them arrives after them, here and there
    const arrived = new Promise((done) => addEventListener('message', ({ data }) => data === 'over' && done(undefined)))
    postMessage('over', '*')
    await arrived
    for (let turn = 0; turn < 20; turn += 1) await new Promise((done) => requestAnimationFrame(done))
    other.remove()
    popup.close()
    return answers
  }, said)
