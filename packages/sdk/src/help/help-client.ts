import type { HelpRequestView, HelpView, OwnHelp, Page } from '@cercle/server'
import { newId } from '../ids.ts'
import { pagedList, type PagedList } from '../paged-list.ts'
import type { Call, CallOptions } from '../transport.ts'

export interface NewHelp {
  /** 1 to 2,000 characters. */
  text: string
  /** Where she is, in words that she sees; at most 120 characters. */
  place?: string | null | undefined
  /** She would rather be called. */
  call?: boolean | undefined
  /** At most 40 characters. */
  phone?: string | null | undefined
  /** From `newId()`: sending it again with the same id asks once. Absent: one is made for this call. */
  id?: string | undefined
}

/** Something said in a request for help. */
export interface HelpWord {
  /** Id of the request. */
  help: string
  /** 1 to 2,000 characters. */
  text: string
  /** From `newId()`: sending it again with the same id says it once. Absent: one is made for this call. */
  id?: string | undefined
}

export interface HelpFilter {
  /** `waiting` (unless told), `answered` or `settled`. */
  state?: HelpView['state'] | undefined
  /** Items in a page, 1 to 50. */
  limit?: number | undefined
}

/** Between whoever is signed in, pending people included, and who facilitates, whom nobody else reads. `requests`, `answer` and `settle` are for facilitators. */
export interface HelpClient {
  /** Who would read what she asks, and what she has asked, the newest first. */
  own(options?: CallOptions): Promise<OwnHelp>
  /** `conflict`: five of hers wait already, and nothing was asked; or the id stands for something else. */
  ask(help: NewHelp, options?: CallOptions): Promise<{ done: true }>
  /** A word of hers after the first; it opens what was settled. */
  add(word: HelpWord, options?: CallOptions): Promise<HelpView>
  /** She has looked at it. */
  see(help: { id: string }, options?: CallOptions): Promise<{ done: true }>
  /** Nothing of it is kept, what was answered included. */
  erase(help: { id: string }, options?: CallOptions): Promise<{ done: true }>
  /** Who has waited longest first. */
  requests(filter?: HelpFilter, options?: CallOptions): PagedList<HelpRequestView>
  /** She is told that there is an answer: among what concerns her, and by a mail without a word of it. */
  answer(word: HelpWord, options?: CallOptions): Promise<HelpRequestView>
  /** `false`: it is not settled after all. */
  settle(help: { id: string; settled: boolean }, options?: CallOptions): Promise<HelpRequestView>
}

export const helpClient = (call: Call): HelpClient => ({
  own: (options) => call('help.own', undefined, options),
  ask: (help, options) => call('help.ask', { ...help, id: help.id ?? newId() }, options, 'write'),
  add: (word, options) => call('help.add', { ...word, id: word.id ?? newId() }, options, 'write'),
  see: ({ id }, options) => call('help.see', { id }, options, 'write'),
  erase: ({ id }, options) => call('help.erase', { id }, options, 'write'),
  requests: (filter, options) =>
    pagedList((cursor) => call<Page<HelpRequestView>>('help.requests', { ...filter, cursor }, options)),
  answer: (word, options) => call('help.answer', { ...word, id: word.id ?? newId() }, options, 'write'),
  settle: ({ id, settled }, options) => call('help.settle', { id, settled }, options, 'write'),
})
