import { html, type Html, type HtmlValue } from '../../html.ts'
import type { Block, Inline, NodeTree } from '../../discussions/node-tree.schema.ts'

// Checked when the text was written, and once more here: a row that came in by another way makes no `javascript:` link.
const SAFE_HREF = /^(?:https?:\/\/|mailto:)/i

function inline(node: Inline): HtmlValue {
  if (typeof node === 'string') return node
  const [tag, ...rest] = node
  if (tag === 'br') return html`<br />`
  if (tag === 'a') {
    const [href, ...words] = rest as [string, ...Inline[]]
    if (!SAFE_HREF.test(href)) return words.map(inline)
    return html`<a href=${href} rel="nofollow ugc noopener">${words.map(inline)}</a>`
  }
  const words = (rest as Inline[]).map(inline)
  return tag === 'b' ? html`<strong>${words}</strong>` : html`<em>${words}</em>`
}

function block(node: Block): Html {
  const [tag, ...rest] = node
  if (tag === 'p') return html`<p>${(rest as Inline[]).map(inline)}</p>`
  const items = (rest as Inline[][]).map((item) => html`<li>${item.map(inline)}</li>`)
  return tag === 'ul' ? html`<ul>${items}</ul>` : html`<ol>${items}</ol>` // prettier-ignore
}

/** A text as it is stored, as markup. Every word of it is escaped. */
export const nodeTree = (tree: NodeTree): Html[] => tree.map(block)
