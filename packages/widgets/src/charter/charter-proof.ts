import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import type { Cercle, CercleClientError, CharterProof, ClientErrorCode } from '@cercle/sdk'
import { Texts } from '../controllers/texts.ts'
import { charter, charterReason } from '../locales/charter.ts'
import { banner } from '../primitives/banner.ts'
import { again } from '../primitives/icons.ts'
import { arrowLeft, printer } from '../primitives/member-icons.ts'
import { nodeTree } from '../primitives/node-tree.ts'
import { alert, icon } from '../primitives/read-icons.ts'
import { waiting, waitingStyles } from '../primitives/waiting.ts'
import { base } from '../theme/base.ts'
import { forms } from '../theme/forms.ts'
import { momentIn } from '../primitives/kept-dates.ts'
import { proofStyles } from './charter.styles.ts'

/**
 * One signature as a sheet of paper: who, when, which text. It comes by a call and is drawn here, so that no address leads to it.
 *
 * @tag cercle-charter-proof
 * @fires cercle-charter-proof-close - back to where it was asked for
 * @csspart error - a failure in words
 */
export class CharterProofSheet extends LitElement {
  static override styles = [base, forms, waitingStyles, proofStyles]
  static override properties = {
    client: { attribute: false },
    signatureId: { attribute: false },
    proof: { state: true },
    failure: { state: true },
  }

  declare client: Cercle | undefined
  declare signatureId: string | undefined
  declare proof: CharterProof | undefined
  declare failure: ClientErrorCode | undefined

  readonly #texts = new Texts(this, charter)
  /** The sheet takes the focus once, when it is there. */
  #isToFocus = true

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('client') || changed.has('signatureId')) void this.#load()
  }

  protected override updated(): void {
    const title = this.#isToFocus && this.renderRoot.querySelector<HTMLElement>('#title')
    if (!title) return
    this.#isToFocus = false
    title.focus()
  }

  protected override render(): TemplateResult | typeof nothing {
    const { t, ready } = this.#texts
    if (!ready) return nothing
    const back = html`<button class="c-btn" type="button" @click=${this.#close}>
      ${icon(arrowLeft, true)} ${t('proof.back')}
    </button>`
    if (this.failure)
      return banner({
        tone: 'bad',
        icon: alert,
        text: html`<b>${t('proof.failed')}</b> ${t(charterReason(this.failure))}`,
        action: html`<button class="c-btn" type="button" @click=${this.#load}>${icon(again, true)} ${t('fail.retry')}</button>
          ${back}`,
        part: 'error',
      })
    return this.proof ? this.#sheet(this.proof, back) : waiting(t('proof.loading'))
  }

  #sheet(proof: CharterProof, back: TemplateResult): TemplateResult {
    const { t, language } = this.#texts
    const { member, community, space, version, publishedAt, signedAt, withdrawnAt, hash, body } = proof
    const say = (instant: string) => momentIn(instant, language, community.timeZone)
    const row = (name: string, value: unknown) =>
      html`<dt>${name}</dt>
        <dd>${value}</dd>`
    const written = proof.language.startsWith(language) ? nothing : proof.language
    return html`<article class="c-card c-stack c-stack--5 proof" aria-labelledby="title">
      <h3 class="c-title" id="title" tabindex="-1">${t('proof.title')}</h3>
      <dl class="c-dl">
        ${row(t('proof.who'), member.organisation ? `${member.name}, ${member.organisation}` : member.name)}
        ${row(t('proof.where'), community.name)} ${space ? row(t('proof.space'), space.name) : nothing}
        ${row(t('proof.version'), version)} ${row(t('proof.published'), say(publishedAt))}
        ${row(t('proof.signed'), html`<b>${say(signedAt)}</b>`)}
        ${withdrawnAt ? row(t('proof.withdrawn'), html`<b>${say(withdrawnAt)}</b>`) : nothing}
        ${row(t('proof.hash'), html`<span class="hash">${hash}</span>`)}
      </dl>
      <h4 class="c-head">${t('proof.text')}</h4>
      <div class="c-text" lang=${written}>${nodeTree(body)}</div>
      <p class="c-small c-soft">${t('proof.note', { zone: community.timeZone })}</p>
      <div class="c-line c-acts">
        <button class="c-btn c-btn--primary" type="button" @click=${() => globalThis.print()}>
          ${icon(printer, true)} ${t('proof.print')}
        </button>
        ${back}
      </div>
    </article>`
  }

  readonly #load = async (): Promise<void> => {
    const { client, signatureId } = this
    this.proof = this.failure = undefined
    if (!client || !signatureId) return
    try {
      const proof = await client.charter.proof({ id: signatureId })
      if (signatureId === this.signatureId) this.proof = proof
    } catch (error) {
      this.failure = (error as CercleClientError).code ?? 'internal'
    }
  }

  readonly #close = (): void => {
    this.dispatchEvent(new Event('cercle-charter-proof-close'))
  }
}
