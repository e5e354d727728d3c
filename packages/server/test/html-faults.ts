const VOID = new Set(['meta', 'link', 'br', 'path', 'input'])
const TAG = /<(\/?)([a-z][a-z0-9]*)((?:\s+[a-zA-Z][a-zA-Z0-9-]*(?:="[^"<>]*")?)*)\s*(\/?)>/gy
const INLINE = new Set(['p', 'h1', 'h2', 'span', 'b', 'small', 'a', 'strong', 'em', 'time'])
const BLOCK = new Set(['p', 'h1', 'h2', 'ul', 'ol', 'div', 'section', 'article', 'nav', 'main', 'header', 'footer'])

/** Reads a whole document strictly, as we write it, and says in words what is wrong: nothing, one would hope. */
export function htmlFaults(page: string): string[] {
  const faults: string[] = []
  const open: string[] = []
  const ids: string[] = []
  const wanted: string[] = []
  let at = '<!doctype html>'.length
  if (!page.startsWith('<!doctype html>')) faults.push('no doctype')
  while (at < page.length) {
    const next = page.indexOf('<', at)
    const text = page.slice(at, next === -1 ? page.length : next)
    if (/[>]|&(?!(?:amp|lt|gt|quot|#39|#10);)/.test(text)) faults.push(`loose sign in text: ${text}`)
    if (next === -1) break
    TAG.lastIndex = next
    const found = TAG.exec(page)
    if (!found) return [...faults, `no tag: ${page.slice(next, next + 80)}`]
    at = TAG.lastIndex
    const [, isEnd, name, attributes, isSelf] = found as unknown as [string, string, string, string, string]
    if (isEnd) {
      if (open.pop() !== name) faults.push(`</${name}> closes something else before ${at}`)
      continue
    }
    const parent = open.at(-1)
    if (parent !== undefined && INLINE.has(parent) && BLOCK.has(name)) faults.push(`<${name}> in <${parent}>`)
    if ((parent === 'ul' || parent === 'ol') && name !== 'li') faults.push(`<${name}> in a list`)
    if (name === 'a' && open.includes('a')) faults.push('a link in a link')
    const given = [...attributes.matchAll(/([a-zA-Z][a-zA-Z0-9-]*)(?:="([^"]*)")?/g)].map(([, key, value]) => [key!, value ?? ''])
    if (new Set(given.map(([key]) => key)).size !== given.length) faults.push(`an attribute twice: ${found[0]}`)
    for (const [key, value] of given as [string, string][]) {
      if (key.startsWith('on') || key === 'style') faults.push(`${key} in ${found[0]}`)
      if (key === 'id') ids.push(value)
      if (key === 'aria-labelledby') wanted.push(value)
      if (key === 'href' && value.startsWith('#')) wanted.push(value.slice(1))
    }
    if (VOID.has(name) !== (isSelf === '/')) faults.push(`closed or not: ${found[0]}`)
    if (!isSelf) open.push(name)
  }
  if (open.length) faults.push(`never closed: ${open.join(' ')}`)
  if (new Set(ids).size !== ids.length) faults.push(`an id twice: ${ids.join(' ')}`)
  for (const id of wanted) if (!ids.includes(id)) faults.push(`nothing has the id ${id}`)
  for (const tag of ['title', 'main', 'h1']) if (page.split(`<${tag}`).length !== 2) faults.push(`not one <${tag}>`)
  return faults
}
