import { html, type TemplateResult } from 'lit'
import { icon } from './read-icons.ts'

export interface Banner {
  /** `bad`: something went wrong; `warn`: waiting, offline; `plain`: worth knowing. */
  tone: 'plain' | 'warn' | 'bad' | 'good'
  icon: string
  /** What happened, what is kept, what to do: a sentence each. */
  text: unknown
  action?: unknown
  /** Name of the `::part()`. */
  part?: string
}

/** A sentence across the width. A failure interrupts a screen reader, the rest waits for its turn. */
export const banner = ({ tone, icon: path, text, action, part }: Banner): TemplateResult =>
  html`<div class="c-banner c-banner--${tone}" role=${tone === 'bad' ? 'alert' : 'status'} part=${part ?? 'notice'}>
    ${icon(path, true)}
    <p>${text}</p>
    ${action}
  </div>`
