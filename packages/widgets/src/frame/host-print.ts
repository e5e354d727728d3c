import type { HostFrame } from './shell.ts'

/** px of text width on paper, about: what is laid out wider grows that much taller. */
const PAPER = 640

/** Paper is narrower than the window, and a frame does not grow by itself: it gets the room beforehand. */
export function printWhole({ dialog, iframe }: HostFrame): () => void {
  const before = () => {
    const grown = Math.max(1, dialog.offsetWidth / PAPER) * iframe.offsetHeight
    dialog.style.minHeight = iframe.style.minHeight = `${Math.ceil(grown)}px`
  }
  const after = () => {
    dialog.style.minHeight = iframe.style.minHeight = ''
  }
  addEventListener('beforeprint', before)
  addEventListener('afterprint', after)
  return () => {
    removeEventListener('beforeprint', before)
    removeEventListener('afterprint', after)
  }
}
