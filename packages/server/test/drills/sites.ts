import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const src = join(import.meta.dirname, '../../src')
/** Where the first line is made, and what it is made of. */
const made = new Set(['db/readable.ts', 'db/rights.ts'])

/** One place where something is narrowed to what its viewer may know. */
export interface Site {
  /** `<file> · <function> · <predicate>`: stays the same while lines move. */
  key: string
  /** Its path within `src`. */
  file: string
  /** Where the viewer that it is asked for stands in the text. */
  from: number
  to: number
}

/** Predicates of the first line: all that `readable.ts` exports. */
export const predicates = [...readFileSync(join(src, 'db/readable.ts'), 'utf8').matchAll(/^export const (\w+) =/gm)].map(
  ([, name]) => name!,
)
const mention = new RegExp(`(?<![.\\w])(?:${predicates.join('|')})\\b|\\b(?:viewer|scope\\.viewer)\\.rights\\b(?:\\.\\w+)?`, 'g')
const head = /^(?:export )?(?:async )?(?:function\*? |const )(\w+)/gm

/** End of what opens at this offset; quotes are skipped. */
function closingOf(text: string, opening: number): { end: number; commas: number[] } {
  const commas: number[] = []
  let depth = 0
  for (let at = opening; at < text.length; at++) {
    const letter = text[at]!
    if (/['"`]/.test(letter)) {
      for (at++; text[at] !== letter; at++) if (text[at] === '\\') at++
    } else if ('([{'.includes(letter)) depth++
    else if (')]}'.includes(letter) && --depth === 0) return { end: at, commas }
    else if (letter === ',' && depth === 1) commas.push(at)
  }
  throw new Error('what is opened is not closed')
}

/** The same text with blanks in the place of imports and comments. */
const withoutWords = (text: string): string =>
  text.replaceAll(/^import [^'"]*from '[^']+'|\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/ .*$/gm, (said) => said.replaceAll(/\S/g, ' '))

/** The sites of one file, and the mentions of a predicate that are no call, by line. */
export function sitesIn(file: string, text: string): { sites: Site[]; strays: string[] } {
  const sites: Site[] = []
  const strays: string[] = []
  if (made.has(file)) return { sites, strays }
  const heads = [...text.matchAll(head)]
  for (const { 0: said, index } of withoutWords(text).matchAll(mention)) {
    const opening = index + said.length
    const isRights = said.includes('.rights')
    if (text[opening] !== '(' || said.endsWith('.rights')) {
      strays.push(`${file}:${text.slice(0, index).split('\n').length} ${said}`)
      continue
    }
    const { end, commas } = closingOf(text, opening)
    // The viewer comes last; of a right that is asked directly it comes first.
    const from = isRights ? index : (commas.findLast((at) => text.slice(at + 1, end).trim() !== '') ?? opening) + 1
    const to = isRights ? index + said.indexOf('.rights') : (commas.find((at) => at > from) ?? end)
    const within = heads.findLast((one) => one.index < index)?.[1] ?? ''
    const name = `${file} · ${within} · ${said.split('.').at(-1)!}`
    const twins = sites.filter(({ key }) => key.startsWith(name)).length
    sites.push({ key: twins === 0 ? name : `${name} ${twins + 1}`, file, from, to })
  }
  return { sites, strays }
}

/** All sites of the server, and all mentions that are none. */
export function allSites(): { sites: Site[]; strays: string[] } {
  const files = globSync('**/*.ts', { cwd: src }).filter((file) => !file.endsWith('.test.ts') && !file.includes('migrations'))
  const each = files.sort().map((file) => sitesIn(file, readFileSync(join(src, file), 'utf8')))
  return { sites: each.flatMap(({ sites }) => sites), strays: each.flatMap(({ strays }) => strays) }
}

/** The path within `src` of a module; `undefined` of all others. */
export const pathInSource = (id: string): string | undefined =>
  id.startsWith(`${src}/`) ? id.slice(src.length + 1).split('?')[0] : undefined

/** The same text, in which each site asks `cercleWithout` for its viewer: without rights where the site is to be taken away. */
export function withSitesCut(file: string, text: string): string {
  let cut = text
  for (const { key, from, to } of sitesIn(file, text).sites.toReversed()) {
    cut = `${cut.slice(0, from)} cercleWithout(${JSON.stringify(key)}, ${cut.slice(from, to).trim()})${cut.slice(to)}`
  }
  return cut
}
