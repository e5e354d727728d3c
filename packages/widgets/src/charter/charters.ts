import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import type { Cercle, CharterSummary, CommunityView, SignatureView } from '@cercle/sdk'
import { CharterKeeping } from '../controllers/charter-keeping.ts'
import { Texts } from '../controllers/texts.ts'
import { charter, charterReason } from '../locales/charter.ts'
import { banner } from '../primitives/banner.ts'
import { again, pencil } from '../primitives/icons.ts'
import { chevronDown, circleCheck, cross, printer, undo } from '../primitives/member-icons.ts'
import { alert, book, icon } from '../primitives/read-icons.ts'
import { base } from '../theme/base.ts'
import { forms } from '../theme/forms.ts'
import { dayIn } from '../primitives/kept-dates.ts'
import { chartersStyles } from './charter.styles.ts'

/**
 * What a member has signed, for her account: read again, prove, take back, sign. Shows nothing where nothing is to be signed.
 *
 * @tag cercle-charters
 * @fires cercle-charter-proof - a proof is wanted; `detail` is the id of the signature
 * @csspart sign - the button that signs
 * @csspart error - a failure in words
 */
export class Charters extends LitElement {
  static override styles = [base, forms, chartersStyles]
  static override properties = {
    client: { attribute: false },
    community: { attribute: false },
    openId: { state: true },
    askedId: { state: true },
  }

  declare client: Cercle | undefined
  declare community: CommunityView | undefined
  /** The charter that is open to be read. */
  declare openId: string | undefined
  /** The charter whose signature she is about to take back. */
  declare askedId: string | undefined

  readonly #texts = new Texts(this, charter)
  readonly #keeping = new CharterKeeping(this)

  /** To the proof that was just closed. */
  focusProof(signatureId: string): void {
    this.renderRoot.querySelector<HTMLElement>(`[data-proof="${signatureId}"]`)?.focus()
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#texts.community = this.community
    if (changed.has('client')) this.#keeping.show(this.client)
  }

  protected override render(): TemplateResult | typeof nothing {
    const { t, ready } = this.#texts
    const { list, failed, failure, said, undoable } = this.#keeping
    if (!ready || (!list?.length && !failed)) return nothing
    return html`<section class="c-stack c-stack--3" aria-label=${t('list.title')}>
      <ul class="c-list">
        ${list?.map((one) => this.#row(one))}
      </ul>
      ${
        failed
          ? banner({
              tone: 'bad',
              icon: alert,
              text: html`<b>${t(failed)}</b> ${t(charterReason(failure))}`,
              action: html`<button class="c-btn" type="button" @click=${this.#keeping.load}>
                ${icon(again, true)} ${t('fail.retry')}
              </button>`,
              part: 'error',
            })
          : nothing
      }
      <div class=${said ? 'c-line' : 'c-hidden'}>
        <p class="c-small c-soft c-with" role="status">${said ? [icon(circleCheck), html`<span>${t(said)}</span>`] : ''}</p>
        ${
          undoable
            ? html`<button class="c-btn undo" type="button" @click=${this.#undo}>${icon(undo, true)} ${t('back.undo')}</button>`
            : nothing
        }
      </div>
    </section>`
  }

  #say(instant: string): string {
    return dayIn(instant, this.#texts.language, this.community?.timeZone ?? 'UTC')
  }

  #row(one: CharterSummary): TemplateResult {
    const { t } = this.#texts
    const { id, space, version, signature, earlier } = one
    const isOpen = this.openId === id
    const state = signature
      ? t('list.signed', { date: this.#say(signature.signedAt), version })
      : t(space ? 'list.unsignedSpace' : 'list.unsigned', { version })
    return html`<li class="c-row charter">
      <div>
        <b class="c-strong">${space ? t('charter.titleOf', { space: space.name }) : t('charter.title')}</b>
        <p class="c-small c-soft">${state}</p>
      </div>
      <div class="c-line">
        <button
          class="c-btn ${signature || isOpen ? '' : 'c-btn--primary'}"
          type="button"
          data-open=${id}
          aria-expanded=${isOpen}
          @click=${() => this.#open(isOpen ? undefined : id)}
        >
          ${icon(isOpen ? cross : signature ? book : pencil, true)}
          ${t(isOpen ? 'list.close' : signature ? 'list.again' : 'list.sign')}
        </button>
        ${signature ? this.#proof(signature) : nothing}
        ${
          one.can.withdraw && this.askedId !== id
            ? html`<button class="c-btn c-btn--plain" type="button" data-withdraw=${id} @click=${() => this.#ask(id)}>
                ${t('list.withdraw')}
              </button>`
            : nothing
        }
      </div>
      ${this.askedId === id ? this.#warning(one) : nothing}
      ${
        isOpen
          ? html`<cercle-charter
              exportparts="sign, error"
              .client=${this.client}
              .charterId=${id}
              .community=${this.community}
              @cercle-charter-signed=${this.#signed}
              @cercle-charter-later=${() => this.#open(undefined)}
            ></cercle-charter>`
          : nothing
      }
      ${earlier.length ? this.#earlier(earlier) : nothing}
    </li>`
  }

  #proof({ id }: SignatureView): TemplateResult {
    const show = () => this.dispatchEvent(new CustomEvent('cercle-charter-proof', { detail: id }))
    return html`<button class="c-btn" type="button" data-proof=${id} @click=${show}>
      ${icon(printer, true)} ${this.#texts.t('list.proof')}
    </button>`
  }

  #earlier(signatures: SignatureView[]): TemplateResult {
    const { t } = this.#texts
    const line = ({ version, signedAt, withdrawnAt }: SignatureView) =>
      withdrawnAt
        ? t('list.earlierBack', { version, date: this.#say(signedAt), back: this.#say(withdrawnAt) })
        : t('list.earlierOne', { version, date: this.#say(signedAt) })
    return html`<details class="c-more">
      <summary>${t('list.earlier', { count: signatures.length })} <span class="c-turn">${icon(chevronDown)}</span></summary>
      <ul class="c-list c-small earlier">
        ${signatures.map((one) => html`<li><span>${line(one)}</span> ${this.#proof(one)}</li>`)}
      </ul>
    </details>`
  }

  /** What goes, what stays, and the way to keep it. */
  #warning({ id, space }: CharterSummary): TemplateResult {
    const { t } = this.#texts
    return html`<div class="c-card c-card--snug c-stack c-stack--3" role="group" aria-labelledby="warn">
      <p class="c-with c-with--top" id="warn">${icon(alert, true)} <span>${t(space ? 'back.warnSpace' : 'back.warn')}</span></p>
      <div class="c-line c-acts">
        <button class="c-btn keep" type="button" aria-describedby="warn" @click=${this.#keep}>${t('back.keep')}</button>
        <button class="c-btn c-btn--bad back" type="button" @click=${() => this.#withdraw(id)}>${t('list.withdraw')}</button>
      </div>
    </div>`
  }

  readonly #open = (id: string | undefined): void => {
    const closed = this.openId
    this.openId = id
    void this.#to(id ? 'cercle-charter' : `[data-open="${closed}"]`)
  }

  readonly #ask = (id: string): void => {
    this.askedId = id
    void this.#to('.keep')
  }

  readonly #keep = (): void => {
    const id = this.askedId
    this.askedId = undefined
    void this.#to(`[data-withdraw="${id}"]`)
  }

  readonly #withdraw = async (id: string): Promise<void> => {
    this.askedId = undefined
    await this.#to((await this.#keeping.withdraw(id)) ? '.undo' : `[data-withdraw="${id}"]`)
  }

  readonly #undo = async (): Promise<void> => {
    const id = await this.#keeping.undo()
    await this.#to(id ? `[data-open="${id}"]` : '.undo')
  }

  readonly #signed = async (): Promise<void> => {
    const id = this.openId
    this.openId = undefined
    await this.#keeping.signed()
    await this.#to(`[data-open="${id}"]`)
  }

  async #to(selector: string): Promise<void> {
    await this.updateComplete
    // what is inside draws itself a moment later
    const found = this.renderRoot.querySelector<LitElement>(selector)
    await found?.updateComplete
    found?.focus()
  }
}
