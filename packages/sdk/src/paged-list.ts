import type { Page } from '@cercle/server'

/** A list that comes in pages. Nothing is asked of the server until it is iterated or `page` is called. */
export interface PagedList<Item> extends AsyncIterable<Item> {
  /** One page: the first, or the one that `cursor` of the page before points to. `cursor` is absent on the last. */
  page(cursor?: string): Promise<Page<Item>>
}

export const pagedList = <Item>(page: (cursor?: string) => Promise<Page<Item>>): PagedList<Item> => ({
  page,
  async *[Symbol.asyncIterator]() {
    let cursor: string | undefined
    do {
      const { items, cursor: next } = await page(cursor)
      yield* items
      cursor = next
    } while (cursor)
  },
})
