import { guestWords } from './guest-words.ts'

/** What the page of a frame says itself, before or beside the views. */
const noteOf = (role: 'status' | 'alert', ...content: (string | Node)[]): HTMLElement => {
  const note = document.createElement('p')
  note.setAttribute('role', role)
  note.append(...content)
  return note
}

/** The browser keeps nothing for this site. */
export const blockedNote = (): HTMLElement => noteOf('status', guestWords(document.documentElement.lang).blocked)

/** A part of the interface did not come: in words, with a way to try again. */
export function cutNote(): HTMLElement {
  const words = guestWords(document.documentElement.lang)
  const again = document.createElement('button')
  again.append(words.retry)
  again.addEventListener('click', () => location.reload())
  return noteOf('alert', `${words.cut} `, again)
}
