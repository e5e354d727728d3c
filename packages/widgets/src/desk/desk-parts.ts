import { html, nothing, type TemplateResult } from 'lit'
import type { ClientErrorCode } from '@cercle/sdk'
import type { Acting } from '../controllers/acting.ts'
import { deskReason } from '../locales/desk.ts'
import type { DeskKey } from '../locales/desk.fr.ts'
import type { Translate } from '../locales/texts.ts'
import { banner } from '../primitives/banner.ts'
import { again, offline } from '../primitives/icons.ts'
import { circleCheck, undo as back } from '../primitives/member-icons.ts'
import { alert, icon } from '../primitives/read-icons.ts'

export type T = Translate<DeskKey>

/** Why something could not be shown, with a way to ask again. */
export function deskFailure(code: ClientErrorCode, t: T, retry: () => unknown): TemplateResult {
  const isOffline = code === 'offline' || code === 'aborted'
  return banner({
    tone: isOffline ? 'warn' : 'bad',
    icon: isOffline ? offline : alert,
    text: html`<b>${t('fail.title')}</b> ${t(deskReason(code))}`,
    action: html`<button class="c-btn" type="button" @click=${retry}>${icon(again, true)} ${t('fail.retry')}</button>`,
    part: 'error',
  })
}

/** How it went: always there, so that a screen reader hears what comes into it. */
export function outcome(acting: Acting, t: T, undone?: () => unknown, words?: string): TemplateResult {
  const { said, failure, undo, proving } = acting
  const takeBack = async () => {
    await acting.run(undo!, t('undone'))
    undone?.()
  }
  return html`${
      proving
        ? html`<cercle-desk-proof
            .client=${acting.client}
            @cercle-proof-given=${() => proving(true)}
            @cercle-proof-close=${() => proving(false)}
          ></cercle-desk-proof>`
        : nothing
    }
    <div class="outcome" role="status" tabindex="-1">
      ${
        said
          ? html`<p class="c-with c-with--top">
              ${icon(circleCheck)} <span>${said}</span>
              ${
                undo
                  ? html`<button class="c-btn c-btn--quiet" type="button" @click=${takeBack}>
                      ${icon(back, true)} ${t('undo')}
                    </button>`
                  : nothing
              }
            </p>`
          : nothing
      }
    </div>
    ${
      failure
        ? html`<p class="c-error" part="error" role="alert">
            ${icon(alert)} <span>${words ?? t(deskReason(failure.code))}</span>
          </p>`
        : nothing
    }`
}

/** « 2026-12-24 » as the end of that day here; nothing: no end. */
export const endOfDay = (day: string): string | null => (day ? new Date(`${day}T23:59:59.000`).toISOString() : null)

/** The day of it, here, as a field of dates writes it. */
export function dayOf(instant: string | null): string {
  if (!instant) return ''
  const date = new Date(instant)
  const two = (part: number) => `${part}`.padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}
