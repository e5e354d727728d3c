import { z } from 'zod'

/*
 * A text as a small tree, made once from Markdown when it is written. Widgets build DOM nodes from it; pages and mails
 * render the same tree. It holds no HTML. Inline nodes are arrays to keep a feed light on the wire:
 * `"plain"` · `["b", …]` strong · `["i", …]` emphasis · `["a", href, …]` link · `["br"]` line break.
 * Blocks: `["p", …inline]` · `["ul", …items]` · `["ol", …items]`, an item being an array of inline nodes.
 */
export type Inline = string | ['b' | 'i', ...Inline[]] | ['a', string, ...Inline[]] | ['br']
export type Block = ['p', ...Inline[]] | ['ul' | 'ol', ...Inline[][]]
export type NodeTree = Block[]

const Href = z
  .string()
  .max(2000)
  .regex(/^(?:https?:\/\/|mailto:)/i)

export const InlineNode: z.ZodType<Inline> = z.lazy(() =>
  z.union([
    z.string(),
    z.tuple([z.enum(['b', 'i'])]).rest(InlineNode),
    z.tuple([z.literal('a'), Href]).rest(InlineNode),
    z.tuple([z.literal('br')]),
  ]),
)
export const NodeTreeSchema: z.ZodType<NodeTree> = z.array(
  z.union([z.tuple([z.literal('p')]).rest(InlineNode), z.tuple([z.enum(['ul', 'ol'])]).rest(z.array(InlineNode))]),
)
