import { css, html, nothing, type TemplateResult } from 'lit'
import { chevronDown } from './member-icons.ts'
import { icon } from './read-icons.ts'

export interface Opening {
  /** Id of what opens. */
  id: string
  title: string
  isOpen: boolean
  turn: () => void
  /** Asked for only when it is open. */
  content: () => unknown
}

/** One of several things of which most stay closed: a button that names it, and what it opens. */
export const opening = ({ id, title, isOpen, turn, content }: Opening): TemplateResult =>
  html`<section class="c-stack c-stack--3" aria-label=${title}>
    <button
      class="c-btn c-btn--quiet c-btn--flush turns"
      type="button"
      aria-expanded=${isOpen}
      aria-controls=${isOpen ? id : nothing}
      @click=${turn}
    >
      ${title} <span class="c-turn">${icon(chevronDown)}</span>
    </button>
    ${isOpen ? html`<div class="c-stack c-stack--5 opened" id=${id}>${content()}</div>` : nothing}
  </section>`

export const openingStyles = css`
  .turns {
    justify-self: start;
  }
  .turns[aria-expanded='true'] .c-turn {
    transform: rotate(180deg);
  }
  .opened {
    max-width: var(--cercle-measure);
    overflow-wrap: anywhere;
  }
`
