import { css, html, nothing, type TemplateResult } from 'lit'

export const aimsStyles = css`
  .aims {
    max-width: var(--cercle-measure);
    margin: 0;
    padding-inline-start: 20px;
    list-style: disc;
  }
  .aims li + li {
    margin-top: var(--cercle-1);
  }
`

/** What the community wants to do together; nothing where it does not say. `level` is that of the heading. */
export function aimsList(aims: readonly string[], title: string, level: 3 | 4): TemplateResult | typeof nothing {
  if (!aims.length) return nothing
  return html`<section class="c-stack c-stack--2" aria-labelledby="aims">
    ${level === 3 ? html`<h3 class="c-head" id="aims">${title}</h3>` : html`<h4 class="c-head" id="aims">${title}</h4>`}
    <ul class="aims">
      ${aims.map((aim) => html`<li>${aim}</li>`)}
    </ul>
  </section>`
}
