import { createOutbox, memoryOutboxStore, type Outbox, type OutboxStore } from '@cercle/sdk/outbox'
import { give } from '../src/context/give.ts'
import { outboxContext } from '../src/context/outbox.ts'
import { now } from './factories.ts'
import type { FakeClient } from './fake-client.ts'

export interface FakeOutbox {
  outbox: Outbox
  /** The line is back: what waits goes. */
  reconnect(): void
}

/** As one that outlives the page. */
export const keptStore = (): OutboxStore => ({ ...memoryOutboxStore(), durable: true })

/** The real outbox, sending to a fake client, kept in `store` (in memory unless told), and given to the elements inside `root`. Never tries again by itself. */
export function giveFakeOutbox(
  client: FakeClient,
  root: HTMLElement = document.body,
  store: OutboxStore = keptStore(),
): FakeOutbox {
  const wakers = new Set<() => void>()
  const outbox = createOutbox({
    cercle: client,
    server: 'https://cercle.example',
    community: client.world.community.slug,
    member: client.world.viewer!.memberId,
    store,
    locks: undefined,
    channel: undefined,
    timer: () => () => undefined,
    // what is written is of a while ago
    now: () => now.getTime() - 18 * 60_000,
    online: (wake) => {
      wakers.add(wake)
      return () => wakers.delete(wake)
    },
  })
  give(root, outboxContext, () => Promise.resolve(outbox))
  return { outbox, reconnect: () => wakers.forEach((wake) => wake()) }
}
