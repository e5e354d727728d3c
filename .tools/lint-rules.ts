/** Lint rules of this house, for what no published rule says. Loaded by oxlint; `lint-rules.test.ts` breaks each of them. */

interface Node {
  type: string
  name?: string
  arguments?: unknown[]
  callee?: Node
  object?: Node
  property?: Node
  tag?: Node
  quasi?: { quasis: { value: { raw: string } }[] }
}

interface Context {
  report(finding: { node: Node; message: string }): void
}

const isNamed = (node: Node | undefined, name: string) => node?.type === 'Identifier' && node.name === name

/** Time and chance come with the Scope, so that a test can hold them still. */
const clockFromScope = {
  create: (context: Context) => ({
    NewExpression(node: Node) {
      if (isNamed(node.callee, 'Date') && node.arguments?.length === 0)
        context.report({ node, message: 'Read the clock of the Scope, not new Date().' })
    },
    CallExpression(node: Node) {
      if (isNamed(node.callee, 'Date')) context.report({ node, message: 'Read the clock of the Scope, not Date().' })
    },
    MemberExpression(node: Node) {
      for (const [object, property] of [
        ['Date', 'now'],
        ['Math', 'random'],
      ] as const) {
        if (isNamed(node.object, object) && isNamed(node.property, property))
          context.report({ node, message: `Ask the Scope, not ${object}.${property}.` })
      }
    },
  }),
}

const doors: [RegExp, string][] = [
  [/[\s"']\.(innerHTML|outerHTML)\s*=/i, 'A template may not bind markup: build nodes.'],
  [/[\s"']style\s*=/i, 'No style attribute: a strict content policy refuses it. Use a class, a part or styles.'],
  [/[\s"']on[a-z]+\s*=/i, 'No inline handler: a strict content policy refuses it. Use @event.'],
  [/<script(?![^>]*\ssrc=)/i, 'No inline script: a strict content policy refuses it.'],
]

/** What a template could let in past the policy of the page: markup as text, inline style, inline script. */
const templateWithoutMarkupDoors = {
  create: (context: Context) => ({
    TaggedTemplateExpression(node: Node) {
      if (!isNamed(node.tag, 'html') && !isNamed(node.tag, 'svg')) return
      const markup = node.quasi?.quasis.map(({ value }) => value.raw).join('${}') ?? ''
      for (const [door, message] of doors) if (door.test(markup)) context.report({ node, message })
    },
  }),
}

export default {
  meta: { name: 'cercle' },
  rules: { 'clock-from-scope': clockFromScope, 'template-without-markup-doors': templateWithoutMarkupDoors },
}
