import type { Plugin } from 'vite'

/** What each template tag may lose. Between two tags of HTML a space can be seen, so one stays. */
const squeeze: Readonly<Record<string, (text: string) => string>> = {
  css: (text) =>
    text
      .replace(/\/\*[\s\S]*?\*\//gu, '')
      .replace(/\s+/gu, ' ')
      .replace(/ ?([{};,]) ?/gu, '$1')
      .replace(/: /gu, ':')
      .replace(/;\}/gu, '}'),
  html: (text) => text.replace(/\s*\n\s*/gu, ' '),
}

interface Node {
  type: string
  start: number
  end: number
  tag?: Node & { name?: string }
  quasi?: Node & { quasis: Node[] }
}

/** A minifier leaves template literals alone: this takes comments and indentation out of those that Lit turns into sheets and nodes. */
export function squeezeTemplates(): Plugin {
  return {
    name: 'cercle-squeeze-templates',
    apply: 'build',
    transform: {
      filter: { id: /packages\/widgets\/src\/.*\.ts$/u, code: /\b(?:css|html)`/u },
      handler(code) {
        const found = new Map<Node, string>()
        collect(this.parse(code) as unknown as Node, found)
        let out = code
        // From the end, so that the places before stay where they are.
        for (const [{ start, end }, tag] of [...found].sort(([one], [other]) => other.start - one.start)) {
          out = out.slice(0, start) + squeeze[tag]!(code.slice(start, end)) + out.slice(end)
        }
        return { code: out, map: null }
      },
    },
  }
}

function collect(node: Node, found: Map<Node, string>): void {
  const name = node.type === 'TaggedTemplateExpression' ? node.tag?.name : undefined
  if (name && name in squeeze) for (const quasi of node.quasi!.quasis) found.set(quasi, name)
  for (const child of Object.values(node)) {
    for (const one of Array.isArray(child) ? child : [child]) {
      if (one && typeof one === 'object' && 'type' in one) collect(one as Node, found)
    }
  }
}
