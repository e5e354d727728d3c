import { css, html, type TemplateResult } from 'lit'

const row = html`<div class="c-row c-stack c-stack--3">
  <span class="c-skel"></span><span class="c-skel"></span><span class="c-skel"></span>
</div>`

/** Holds the place of a list at once, shows after 300 ms. `label` says what is being fetched. */
export const skeleton = (label: string, rows = 4): TemplateResult =>
  html`<div class="c-list c-wait" role="group" aria-busy="true" aria-label=${label}>
    ${Array.from({ length: rows }, () => row)}
  </div>`

export const skeletonStyles = css`
  .c-skel:nth-child(1) {
    width: 24%;
  }
  .c-skel:nth-child(2) {
    width: 82%;
  }
  .c-skel:nth-child(3) {
    width: 46%;
  }
`
