import { LitElement, html, nothing, type TemplateResult } from 'lit'
import type { AudienceView, Cercle, SpaceView, ThreadSummary } from '@cercle/sdk'
import { Acting } from '../controllers/acting.ts'
import { Asking } from '../controllers/asking.ts'
import { Texts } from '../controllers/texts.ts'
import type { DeskKey } from '../locales/desk.fr.ts'
import { desk } from '../locales/desk.ts'
import { alert, icon } from '../primitives/read-icons.ts'
import { waiting, waitingStyles } from '../primitives/waiting.ts'
import { base } from '../theme/base.ts'
import { forms } from '../theme/forms.ts'
import { deskFailure, outcome } from './desk-parts.ts'
import { roomStyles } from './desk.styles.ts'

interface Around {
  groups: AudienceView['groups']
  threads: ThreadSummary[]
  cursor: string | undefined
}
type Field = 'name' | 'slug' | 'groups'

/** « Groupe de Laval » → `groupe-de-laval`. */
const slugOf = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
    .slice(0, 63)

/**
 * A part of a space becomes a space inside it: its name, who reads it, which discussions go there.
 *
 * @tag cercle-desk-split
 * @fires {CustomEvent<string>} cercle-desk-done - it is there; what to say
 * @fires cercle-desk-close - given up
 * @csspart error - a failure in words
 */
export class DeskSplit extends LitElement {
  static override styles = [base, forms, waitingStyles, roomStyles]
  static override properties = {
    client: { attribute: false },
    space: { attribute: false },
    isSome: { state: true },
    bad: { state: true },
    slug: { state: true },
  }

  declare client: Cercle | undefined
  declare space: SpaceView | undefined
  /** For some groups only. */
  declare isSome: boolean
  declare bad: { field: Field; why: DeskKey } | undefined
  /** As written by hand; made from the name when absent. */
  declare slug: string | undefined

  readonly #texts = new Texts(this, desk)
  readonly #around = new Asking<Around>(this)
  readonly #acting = new Acting(this)
  #asked: SpaceView | undefined
  #name = ''

  constructor() {
    super()
    this.isSome = false
  }

  protected override willUpdate(): void {
    const { client, space } = this
    if (!client || !space || space === this.#asked) return
    this.#asked = space
    void this.#around.show(async () => {
      const [{ groups }, { items: threads, cursor }] = await Promise.all([
        client.spaces.audience({ space: space.slug }),
        client.discussions.threads({ space: space.slug, limit: 50 }).page(),
      ])
      return { groups, threads, cursor }
    })
  }

  protected override render(): TemplateResult | typeof nothing {
    const { t, ready } = this.#texts
    if (!ready || !this.space) return nothing
    const { value, failure, again } = this.#around
    if (failure && !value) return deskFailure(failure, t, again)
    if (!value) return waiting(t('wait'))
    const taken = this.#acting.failure?.code === 'conflict'
    return html`<form class="c-card c-card--sunk c-stack" aria-labelledby="title" novalidate @submit=${this.#send}>
      <h4 class="c-head" id="title">${t('split.title', { name: this.space.name })}</h4>
      <div class="pair">${this.#text('name', 'split.name', this.#name)} ${this.#text('slug', 'split.slug', this.#address)}</div>
      <p class="c-hint" id="slug-hint">${t('split.slugHint')}</p>
      ${this.#readers(value)} ${this.#threads(value)}
      <div class="c-line c-acts">
        <button class="c-btn c-btn--primary" type="submit" aria-disabled=${this.#acting.isBusy ? 'true' : nothing}>
          ${t('split.send')}
        </button>
        <button class="c-btn" type="button" @click=${this.#close}>${t('close')}</button>
      </div>
      ${outcome(this.#acting, t, undefined, taken ? t('fail.taken') : undefined)}
    </form>`
  }

  #text(id: 'name' | 'slug', label: DeskKey, value: string): TemplateResult {
    const { t } = this.#texts
    const isBad = this.bad?.field === id
    return html`<div class="c-field ${isBad ? 'c-field--bad' : ''}">
      <label class="c-label" for=${id}>${t(label)}</label>
      <input
        class="c-input"
        id=${id}
        required
        autocomplete="off"
        spellcheck=${id === 'slug' ? 'false' : nothing}
        maxlength=${id === 'slug' ? 63 : 120}
        aria-invalid=${isBad ? 'true' : nothing}
        aria-describedby=${[...(id === 'slug' ? ['slug-hint'] : []), ...(isBad ? ['bad'] : [])].join(' ') || nothing}
        .value=${value}
        @input=${this.#type}
      />
      ${isBad ? this.#why() : nothing}
    </div>`
  }

  #readers({ groups }: Around): TemplateResult {
    const { t } = this.#texts
    const { name } = this.space!
    const choice = (some: boolean, words: string) =>
      html`<label class="c-check">
        <input type="radio" name="who" .checked=${this.isSome === some} @change=${() => (this.isSome = some)} />
        <span>${words}</span>
      </label>`
    return html`<fieldset class="c-field">
      <legend class="c-label">${t('split.who')}</legend>
      ${choice(false, t('split.all', { name }))} ${groups.length ? choice(true, t('split.some')) : nothing}
      ${
        this.isSome
          ? html`<div class="inner">
              ${groups.map(
                (group) =>
                  html`<label class="c-check">
                    <input type="checkbox" name="group" .value=${group.id} />
                    <span>${t('split.group', { name: group.name, count: group.readers })}</span>
                  </label>`,
              )}
            </div>`
          : nothing
      }
      ${this.bad?.field === 'groups' ? this.#why() : nothing}
    </fieldset>`
  }

  #threads({ threads, cursor }: Around): TemplateResult {
    const { t } = this.#texts
    if (!threads.length) return html`<p class="c-soft">${t('split.noThreads')}</p>`
    return html`<fieldset class="c-field">
      <legend class="c-label">${t('split.threads')}</legend>
      ${threads.map(
        ({ id, title }) =>
          html`<label class="c-check"><input type="checkbox" name="thread" .value=${id} /> <span>${title}</span></label>`,
      )}
      ${
        cursor ? html`<div><button class="c-btn" type="button" @click=${this.#older}>${t('split.older')}</button></div>` : nothing
      }
    </fieldset>`
  }

  #why(): TemplateResult {
    return html`<p class="c-error" id="bad" part="error" role="alert">
      ${icon(alert)} <span>${this.#texts.t(this.bad!.why)}</span>
    </p>`
  }

  get #address(): string {
    return this.slug ?? slugOf(this.#name)
  }

  readonly #type = ({ target }: Event): void => {
    const { id, value } = target as HTMLInputElement
    if (id === 'slug') this.slug = value.trim() || undefined
    else this.#name = value
    this.requestUpdate()
  }

  readonly #older = async (): Promise<void> => {
    const { groups, threads, cursor } = this.#around.value!
    const list = this.client!.discussions.threads({ space: this.space!.slug, limit: 50 })
    await this.#around.show(async () => {
      const page = await list.page(cursor)
      return { groups, threads: [...threads, ...page.items], cursor: page.cursor }
    })
    await this.updateComplete
    this.renderRoot.querySelectorAll<HTMLElement>('[name="thread"]')[threads.length]?.focus()
  }

  #fault(groups: readonly string[]): { field: Field; why: DeskKey } | undefined {
    if (!this.#name.trim()) return { field: 'name', why: 'required' }
    if (!/^[a-z0-9-]{1,63}$/u.test(this.#address)) return { field: 'slug', why: 'split.badSlug' }
    return this.isSome && !groups.length ? { field: 'groups', why: 'split.pick' } : undefined
  }

  readonly #send = async (event: Event): Promise<void> => {
    event.preventDefault()
    const chosen = (name: string) =>
      [...this.renderRoot.querySelectorAll<HTMLInputElement>(`[name="${name}"]:checked`)].map(({ value }) => value)
    const groups = this.isSome ? chosen('group') : []
    this.bad = this.#fault(groups)
    if (this.bad) {
      const field = this.bad.field === 'groups' ? '[name="group"]' : `#${this.bad.field}`
      return this.renderRoot.querySelector<HTMLElement>(field)?.focus()
    }
    const name = this.#name.trim()
    const made = await this.#acting.run(() =>
      this.client!.spaces.split({ space: this.space!.slug, slug: this.#address, name, groups, threads: chosen('thread') }),
    )
    if (made) this.dispatchEvent(new CustomEvent('cercle-desk-done', { detail: this.#texts.t('split.done', { name }) }))
  }

  readonly #close = (): void => void this.dispatchEvent(new Event('cercle-desk-close'))
}
