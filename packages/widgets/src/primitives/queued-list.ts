import { html, nothing, type LitElement, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { CommunityView, SpaceView, ViewerView } from '@cercle/sdk'
import type { OutboxEntry } from '@cercle/sdk/outbox'
import type { Waiting } from '../controllers/unsent.ts'
import { undo } from './member-icons.ts'
import { icon } from './read-icons.ts'

export interface QueuedSetting {
  community: CommunityView | undefined
  viewer: ViewerView | null | undefined
  now: Date | undefined
  /** Where it will be read. */
  spaceOf(entry: OutboxEntry): SpaceView | undefined
  /** It is told to fewer than that space. */
  isToFewer(entry: OutboxEntry): boolean
  /** First name of the person whom it answers. */
  toOf(entry: OutboxEntry): string | undefined
  /** Of what is listed here. */
  isHere(entry: OutboxEntry): boolean
  /** Words of what was given up: surely not sent, perhaps, and the way back. */
  words: { stopped: string; maybe: string; undo: string }
}

/** What waits to be sent, one card each, and what was given up last with its way back. Needs `cercle-queued` to be defined. */
export function queuedList(waiting: Waiting | undefined, setting: QueuedSetting): TemplateResult | typeof nothing {
  if (!waiting) return nothing
  const { words, isHere } = setting
  const entries = waiting.entries.filter(isHere)
  const stopped = waiting.stopped && isHere(waiting.stopped.entry) ? waiting.stopped : undefined
  return html`${repeat(
    entries,
    ({ id }) => id,
    (entry) => card(entry, waiting, setting),
  )}
  ${
    stopped
      ? html`<div class="c-toast stopped">
          <p role="status">${stopped.isSure ? words.stopped : words.maybe}</p>
          <button class="c-btn" type="button" @click=${(event: Event) => bringBack(waiting, event)}>
            ${icon(undo, true)} ${words.undo}
          </button>
        </div>`
      : nothing
  }`
}

async function bringBack(waiting: Waiting, { currentTarget }: Event): Promise<void> {
  const root = (currentTarget as Element).getRootNode() as ShadowRoot
  await waiting.undo()
  await focusIn(root, 'cercle-queued:last-of-type')
}

/** Moves the focus to what is drawn once the hosts around have heard of the change. */
export async function focusIn(root: ShadowRoot, selector: string): Promise<void> {
  await new Promise((turn) => setTimeout(turn))
  await (root.host as LitElement).updateComplete
  root.querySelector<HTMLElement>(selector)?.focus()
}

const card = (
  entry: OutboxEntry,
  waiting: Waiting,
  { community, viewer, now, spaceOf, isToFewer, toOf }: QueuedSetting,
): TemplateResult =>
  html`<cercle-queued
    exportparts="error"
    data-entry=${entry.id}
    .entry=${entry}
    .waiting=${waiting}
    .community=${community}
    .viewer=${viewer}
    .space=${spaceOf(entry)}
    .isToFewer=${isToFewer(entry)}
    .to=${toOf(entry)}
    .now=${now}
  ></cercle-queued>`
