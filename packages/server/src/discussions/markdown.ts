import MarkdownIt, { type Token } from 'markdown-it'
import type { Block, Inline, NodeTree } from './node-tree.schema.ts'

/*
 * Only what a person meets in a letter: paragraphs, strong, emphasis, lists, links, line breaks. The rest (headings, tables, images, HTML)
 * stays the plain text that was typed, so that nothing is lost and nothing surprises.
 */
const markdown = new MarkdownIt('zero', { linkify: true, breaks: true, html: false })
markdown.enable(['list', 'emphasis', 'link', 'autolink', 'linkify', 'newline', 'escape', 'entity'])
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: true })

const ALLOWED_HREF = /^(?:https?:\/\/|mailto:)/i
const HREF_MAX = 2000
/** Deeper nesting of strong and emphasis is flattened to its text. */
const DEPTH_MAX = 6

/** Parses Markdown once, when it is written. The same text gives the same tree, whatever reads it later. */
export function parseMarkdown(source: string): NodeTree {
  const tokens = markdown.parse(source.replace(/\r\n?/g, '\n'), {})
  const tree: NodeTree = []
  let list: ['ul' | 'ol', ...Inline[][]] | undefined
  let depth = 0
  for (const token of tokens) {
    if (token.type === 'bullet_list_open' || token.type === 'ordered_list_open') {
      if (depth++ === 0) list = [token.type === 'bullet_list_open' ? 'ul' : 'ol']
    } else if (token.type === 'bullet_list_close' || token.type === 'ordered_list_close') {
      if (--depth === 0 && list) {
        tree.push(list as Block)
        list = undefined
      }
    } else if (token.type === 'inline') {
      const inline = inlineOf(token.children ?? [])
      if (list)
        list.push(inline) // a list within a list becomes items of the outer one: widgets draw one level
      else tree.push(['p', ...inline])
    }
  }
  return tree
}

interface Frame {
  nodes: Inline[]
  /** Index of the first child: a node's own name (and address) come before it. */
  start: number
  close?: string
}

function inlineOf(tokens: Token[]): Inline[] {
  const root: Frame = { nodes: [], start: 0 }
  const stack: Frame[] = [root]
  for (const token of tokens) {
    const top = stack.at(-1)!
    if (token.type === 'softbreak' || token.type === 'hardbreak') top.nodes.push(['br'])
    else if (token.nesting === 1) stack.push({ ...open(top, token, stack.length), close: token.type.replace('_open', '_close') })
    else if (token.nesting === -1 && top.close === token.type) stack.pop()
    else pushText(top, token.content)
  }
  return root.nodes
}

/** Adds the node that `token` opens and answers where its children go; a refused node leaves its children where they are. */
function open(top: Frame, token: Token, depth: number): Frame {
  const node = depth > DEPTH_MAX ? undefined : nodeOf(token)
  if (node === undefined) return { nodes: top.nodes, start: top.start }
  top.nodes.push(node)
  return { nodes: node as unknown as Inline[], start: node.length }
}

function nodeOf(token: Token): Exclude<Inline, string> | undefined {
  if (token.type === 'strong_open') return ['b']
  if (token.type === 'em_open') return ['i']
  const href = token.type === 'link_open' ? token.attrGet('href') : null
  return typeof href === 'string' && ALLOWED_HREF.test(href) && href.length <= HREF_MAX ? ['a', href] : undefined
}

function pushText({ nodes, start }: Frame, content: string): void {
  if (content === '') return
  const last = nodes.length - 1
  if (last >= start && typeof nodes[last] === 'string') nodes[last] += content
  else nodes.push(content)
}

/** The text of a tree without formatting, at most `max` code points, cut at a word. */
export function plainText(tree: NodeTree, max: number): string {
  const words: string[] = []
  const walk = (inline: Inline): void => {
    if (typeof inline === 'string') words.push(inline)
    else if (inline[0] === 'br') words.push(' ')
    else for (const child of inline.slice(inline[0] === 'a' ? 2 : 1) as Inline[]) walk(child)
  }
  for (const block of tree) {
    if (block[0] === 'p') for (const child of block.slice(1) as Inline[]) walk(child)
    else for (const item of block.slice(1) as Inline[][]) [...item, ' '].forEach(walk)
    words.push(' ')
  }
  const all = [...words.join('').replace(/\s+/gu, ' ').trim()]
  if (all.length <= max) return all.join('')
  const cut = all.slice(0, max).join('')
  const end = cut.lastIndexOf(' ')
  return `${end > max / 2 ? cut.slice(0, end) : all.slice(0, max - 1).join('')}…`
}
