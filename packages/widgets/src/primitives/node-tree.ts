import { html, nothing, type TemplateResult } from 'lit'
import type { Block, Inline, NodeTree } from '@cercle/sdk'

// The server has checked the addresses when the text was written; a widget trusts no wire with a `javascript:` link.
const safeHref = /^(?:https?:\/\/|mailto:)/i

function inline(node: Inline): unknown {
  if (typeof node === 'string') return node
  const [tag, ...rest] = node
  if (tag === 'br') return html`<br />`
  if (tag === 'a') {
    const [href, ...words] = rest as [string, ...Inline[]]
    if (!safeHref.test(href)) return words.map(inline)
    return html`<a href=${href} rel="noopener nofollow ugc" target="_blank">${words.map(inline)}</a>`
  }
  const words = (rest as Inline[]).map(inline)
  if (tag === 'b') return html`<strong>${words}</strong>`
  return tag === 'i' ? html`<em>${words}</em>` : nothing
}

function block(node: Block): TemplateResult | typeof nothing {
  const [tag, ...rest] = node
  if (tag === 'p') return html`<p>${(rest as Inline[]).map(inline)}</p>`
  if (tag !== 'ul' && tag !== 'ol') return nothing
  const items = (rest as Inline[][]).map((item) => html`<li>${item.map(inline)}</li>`)
  return tag === 'ul'
    ? html`<ul>
        ${items}
      </ul>`
    : html`<ol>
        ${items}
      </ol>`
}

/** A text as it came over the wire, made into nodes one by one; an unknown node is left out. Put it into a `.c-text`. */
export const nodeTree = (tree: NodeTree): unknown => tree.map(block)
