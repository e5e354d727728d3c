import type { Term } from '@cercle/sdk'
import { desk } from '../locales/desk.ts'
import { join } from '../locales/join.ts'
import { member } from '../locales/member.ts'
import { reading } from '../locales/reading.ts'
import type { Catalogue, Language } from '../locales/texts.ts'

/** In the order in which they are listed, a few at a time. */
export const termGroups = [
  ['people', ['facilitator', 'someone', 'everybody']],
  ['places', ['community', 'discussions', 'join', 'desk']],
  ['question', ['kind.question', 'kinds.question', 'compose.question']],
  ['experience', ['kind.experience', 'kinds.experience', 'compose.experience']],
  ['tool', ['kind.tool', 'kinds.tool', 'compose.tool']],
  ['news', ['kind.news', 'kinds.news', 'compose.news']],
] as const satisfies readonly (readonly [string, readonly Term[]])[]

type Loaded = Readonly<Partial<Record<string, unknown>>>
const load = async (source: Catalogue<never> | (() => Promise<Catalogue<never>>)): Promise<Loaded> =>
  typeof source === 'function' ? source() : source

/** What is said where a community has no word of its own, as the catalogues have it. */
export async function ourWords(language: Language): Promise<Record<Term, string>> {
  const catalogues = await Promise.all([desk, join, member, reading].map((one) => load(one[language])))
  const all: Loaded = Object.assign({}, ...catalogues)
  const terms = termGroups.flatMap(([, names]) => [...names])
  return Object.fromEntries(terms.map((term) => [term, all[term] ?? all[`look.ours.${term}`]])) as Record<Term, string>
}
