import { html, type TemplateResult } from 'lit'

const rows = ['first', '', '', '', '', '', 'last'].map(
  (edge) =>
    html`<div class="c-row row c-stack--3 ${edge}">
      <span class="skel"></span><span class="skel"></span><span class="skel"></span>
    </div>`,
)

/** Holds the place of the list at once, shows after 300 ms. `label` says what is being fetched. Dressed by `feed.styles.ts`. */
export const skeleton = (label: string): TemplateResult =>
  html`<div class="c-wait" role="group" aria-busy="true" aria-label=${label}>${rows}</div>`
