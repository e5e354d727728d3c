import { html, type TemplateResult } from 'lit'
import { tokens } from '../src/theme/tokens.ts'

/** For a story of an element that stands inside a view: the view's tokens around it, in the page itself. */
export function nested(content: TemplateResult, scheme: 'light' | 'dark' = 'light'): TemplateResult {
  const sheets = tokens.map(({ styleSheet }) => styleSheet!)
  document.adoptedStyleSheets = [...document.adoptedStyleSheets.filter((sheet) => !sheets.includes(sheet)), ...sheets]
  return html`<div class="cercle" data-theme=${scheme}>${content}</div>`
}
