import { css, html, type TemplateResult } from 'lit'
import { arrowDown } from './icons.ts'
import { icon } from './read-icons.ts'

/** « 2 nouveaux messages viennent d’arriver »: nothing moves until it is pressed. */
export const liveBar = (text: unknown, action: string, act: () => unknown): TemplateResult =>
  html`<button class="live" type="button" @click=${act}>
    <span class="c-with">${icon(arrowDown, true)} <span>${text}</span></span> <span class="live-do">${action}</span>
  </button>`

export const liveBarStyles = css`
  .live {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: center;
    gap: 0 var(--cercle-4);
    width: 100%;
    min-height: 48px;
    padding: 6px var(--cercle-4);
    font: inherit;
    font-size: var(--cercle-size-s);
    color: var(--cercle-accent-ink);
    text-align: start;
    background: var(--cercle-accent-soft);
    border: var(--cercle-line-width) solid var(--cercle-accent-line);
    border-radius: var(--cercle-corner);
    cursor: pointer;
  }
  .live:hover {
    border-color: var(--cercle-accent-ink);
  }
  .live b,
  .live-do {
    font-weight: var(--cercle-weight-bold);
  }
  .live-do {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  @media print {
    .live {
      display: none;
    }
  }
`
