import { html, type TemplateResult } from 'lit'
import { person } from './icons.ts'
import { icon } from './read-icons.ts'

/** « Nadia » → NA, « Marie-Ève » → ME, « Jean Tremblay » → JT. */
export function initials(name: string): string {
  const words = name.split(/[\s\u2010-\u2015-]+/u).filter(Boolean)
  const [first = '', second] = words
  const letters = second ? [...first].slice(0, 1).concat([...second].slice(0, 1)) : [...first].slice(0, 2)
  return letters.join('').toLocaleUpperCase()
}

/** Initials in a circle; a dashed one for a person who is not named. Hidden from readers: the name stands beside it. */
export const avatar = (name: string | null | undefined): TemplateResult =>
  name
    ? html`<span class="c-avatar" aria-hidden="true">${initials(name)}</span>`
    : html`<span class="c-avatar c-avatar--none" aria-hidden="true">${icon(person)}</span>`
