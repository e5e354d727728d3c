import type { HostFrame, Shell } from './shell.ts'

/** Announced as a group while it lies in the page, and no Tab stop of its own (Firefox and WebKit would add one). */
export function settle({ dialog }: HostFrame, title: string): void {
  dialog.setAttribute('role', 'group')
  dialog.setAttribute('aria-label', title)
  dialog.tabIndex = -1
}

const inPage = 'all:unset;display:block;grid-area:1/1'
const overPage = 'all:unset;position:fixed;inset:0;width:100%;height:100%;max-width:none;max-height:none'

/**
 * The whole window for the frame, without moving it: document, draft and scroll position stay. The page keeps its height, so that it
 * does not jump to the top. Closed by the frame, by Escape on this side or by the browser's back gesture: all end in `close`.
 */
export function largerView(shell: Shell, frame: HostFrame, title: string, closed: () => void) {
  const { dialog, iframe } = frame
  let height = ''

  const back = (): void => {
    if (!height) return
    dialog.style.cssText = inPage
    iframe.style.height = height
    shell.box.style.height = height = ''
    settle(frame, title)
    closed()
  }
  dialog.addEventListener('close', back)

  return {
    /** `ground`: what lies behind the frame, which is transparent. */
    open(name: string, ground = 'Canvas'): void {
      if (height) return
      height = iframe.style.height
      shell.box.style.height = `${shell.box.offsetHeight}px`
      dialog.removeAttribute('role')
      dialog.setAttribute('aria-label', name)
      dialog.showModal()
      dialog.style.cssText = overPage
      dialog.style.background = ground
      iframe.style.height = '100%'
      iframe.focus()
    },
    close(): void {
      dialog.close()
      back()
    },
  }
}
