import type { Frame, Page } from 'playwright-core'

/**
 * Mounts the views that show one name each, once for every text, in this document and under its policy, with a client whose every word is that
 * text. Gives how many were drawn, by their tag. The chunks that define them must be there.
 */
export const drawGallery = (
  place: Page | Frame,
  texts: readonly string[],
  tags: readonly string[],
): Promise<Record<string, number>> =>
  place.evaluate(
    async ([all, wanted]) => {
      const id = '019b0000-0000-7000-8000-000000000001'
      const at = '2026-01-22T19:00:00.000Z'
      const clientOf = (text: string) => {
        const space = {
          id,
          slug: text,
          name: text,
          level: 'restricted',
          retentionDays: 1,
          readers: 3,
          groups: [text, text],
          can: { write: true, pin: false },
        }
        const community = {
          id,
          slug: text,
          name: text,
          language: 'fr-CA',
          timeZone: 'America/Toronto',
          clock: [[0, -300]],
          reactions: [{ key: text, label: text }],
        }
        const viewer = { memberId: id, name: text, organisation: text, status: 'active', facilitates: true, charter: null }
        const author = { memberId: id, name: text, organisation: text }
        const thread = {
          id,
          title: text,
          excerpt: text,
          kind: 'question',
          space: { id, slug: text, name: text, level: 'restricted' },
          author,
          createdAt: at,
          lastActivityAt: at,
          pinned: true,
          replyCount: 1,
          unread: true,
          withdrawnAt: null,
          reactions: [{ key: text, count: 2, mine: false }],
        }
        const page = { items: [thread] }
        return {
          communities: { current: async () => ({ community, viewer }) },
          spaces: { list: async () => ({ items: [space, { ...space, id: `${id}x` }] }) },
          discussions: { threads: () => ({ page: async () => page, async *[Symbol.asyncIterator]() {} }) },
          auth: { devices: async () => ({ items: [{ id, site: text, current: false, signedInAt: at, lastUsedAt: at }] }) },
          live: { state: 'open', on: () => () => undefined },
        }
      }
      const drawn: Record<string, number> = {}
      const hall = document.createElement('div')
      hall.id = 'gallery'
      document.body.append(hall)
      for (const tag of wanted) {
        const views = all.map((text) =>
          Object.assign(document.createElement(tag), { client: clientOf(text), siteName: text, space: undefined }),
        ) as HTMLElement[]
        hall.append(...views)
        const isDrawn = (view: HTMLElement) =>
          view.dataset['state'] !== 'loading' && (view.shadowRoot?.textContent?.length ?? 0) > 10
        for (let turn = 0; turn < 500 && !views.every(isDrawn); turn += 1) await new Promise((done) => setTimeout(done, 20))
        drawn[tag] = views.filter((view, index) => (view.shadowRoot?.textContent ?? '').includes(all[index]!.trim())).length
      }
      return drawn
    },
    [texts, tags] as const,
  )
