import type { HostWords } from './host-words.ts'
import type { HostFrame, Shell } from './shell.ts'

/** ms a loaded document may take to say hello on a slow computer, and ms to wait for a document at all. */
const patience = { loaded: 3000, unloaded: 8000 }

/**
 * A frame that a site is not allowed to show loads as an empty one, like a missing page; an unreachable server loads in one browser and
 * not in another. So: no word after a while, then one question to the server tells them apart. Call the answer at the late hello.
 */
export function awaitHello(shell: Shell, frame: HostFrame, words: HostWords): () => void {
  let isOver = false
  let isLoaded = false
  let note: HTMLElement | undefined

  const ask = async (): Promise<void> => {
    const answered = await fetch(frame.iframe.src, { mode: 'no-cors', credentials: 'omit' }).then(
      () => true,
      () => false,
    )
    if (isOver) return
    note?.remove()
    note = answered && !isLoaded ? say(words.slow) : refuse(answered)
    shell.shadowRoot!.prepend(note)
  }

  const say = (text: string): HTMLElement => {
    const said = document.createElement('div')
    said.setAttribute('role', 'status')
    said.part.add('error')
    said.style.cssText =
      'margin:0 0 16px;padding:16px;border:1px solid;border-radius:var(--cercle-radius,8px);overflow-wrap:anywhere'
    said.append(text)
    return said
  }

  /** What a stranger sees takes the place of the frame, which may still come. */
  const refuse = (answered: boolean): HTMLElement => {
    frame.isRefused = true
    frame.iframe.style.height = ''
    shell.box.style.background = ''
    shell.showState(answered ? 'error' : 'offline')
    shell.showInline()
    if (answered) return say(words.refused(location.origin))
    const said = say(`${words.offline} `)
    said.append(retryButton(() => shell.openFrame(frame.intent), words.retry))
    return said
  }

  let timer = setTimeout(() => void ask(), patience.unloaded)
  void frame.loaded.then(() => {
    isLoaded = true
    clearTimeout(timer)
    if (!isOver) timer = setTimeout(() => void ask(), patience.loaded)
  })

  return () => {
    isOver = true
    clearTimeout(timer)
    note?.remove()
    frame.isRefused = false
  }
}

function retryButton(retry: () => void, label: string): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.style.cssText = 'font:inherit;min-height:44px;padding:0 16px'
  button.append(label)
  button.addEventListener('click', retry)
  return button
}
