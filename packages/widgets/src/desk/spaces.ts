import { LitElement, html, nothing, type TemplateResult } from 'lit'
import type { Cercle, SpaceView } from '@cercle/sdk'
import { Asking } from '../controllers/asking.ts'
import { Acting } from '../controllers/acting.ts'
import { Texts } from '../controllers/texts.ts'
import { desk } from '../locales/desk.ts'
import { waiting, waitingStyles } from '../primitives/waiting.ts'
import { base } from '../theme/base.ts'
import { forms } from '../theme/forms.ts'
import { deskFailure, outcome } from './desk-parts.ts'
import { roomStyles } from './desk.styles.ts'

type Work = 'split' | 'merge'

/**
 * The room of spaces: who reads each, and the two ways to arrange them anew.
 *
 * @tag cercle-desk-spaces
 * @csspart error - a failure in words
 */
export class DeskSpaces extends LitElement {
  static override styles = [base, forms, waitingStyles, roomStyles]
  static override properties = { client: { attribute: false }, work: { state: true } }

  declare client: Cercle | undefined
  /** What is being done to which space (slug). */
  declare work: { kind: Work; space: string } | undefined

  readonly #texts = new Texts(this, desk)
  readonly #all = new Asking<readonly SpaceView[]>(this)
  readonly #done = new Acting(this)
  #asked: Cercle | undefined

  protected override willUpdate(): void {
    const { client } = this
    if (!client || client === this.#asked) return
    this.#asked = client
    void this.#all.show(async () => (await client.spaces.list()).items)
  }

  protected override render(): TemplateResult | typeof nothing {
    const { t, ready } = this.#texts
    if (!ready) return nothing
    const { value, failure, again } = this.#all
    return html`<section class="c-stack c-stack--5" aria-labelledby="title">
      <header class="c-stack c-stack--1">
        <h2 class="c-title" id="title">${t('space.title')}</h2>
        <p class="c-soft">${t('space.lead')}</p>
      </header>
      ${outcome(this.#done, t)} ${failure ? deskFailure(failure, t, again) : nothing}
      ${
        value
          ? html`<ul class="c-list">
              ${value.map((space) => html`<li class="c-row c-stack c-stack--3">${this.#row(space)} ${this.#inside(space, value)}</li>`)}
            </ul>`
          : failure
            ? nothing
            : waiting(t('loading'))
      }
    </section>`
  }

  #row(space: SpaceView): TemplateResult {
    const { t } = this.#texts
    const { name, level, readers, groups } = space
    const facts = [
      t(`space.${level}`),
      ...(readers === null ? [] : [t('space.readers', { count: readers })]),
      ...(groups.length ? [t('space.groups', { groups: groups.join(', ') })] : []),
    ]
    return html`<div class="row-top">
      <div class="c-stack c-stack--1">
        <h3 class="c-head">${name}</h3>
        <p class="c-small c-soft">${facts.join('. ')}</p>
      </div>
      <div class="c-line c-line--tight">${this.#button('split', space)} ${this.#button('merge', space)}</div>
    </div>`
  }

  #button(kind: Work, { slug, name }: SpaceView): TemplateResult {
    const { t } = this.#texts
    const isOpen = this.#isAt(kind, slug)
    return html`<button
      class="c-btn"
      type="button"
      id="${kind}-${slug}"
      aria-expanded=${isOpen}
      aria-label=${`${t(`space.${kind}`)} (${name})`}
      @click=${() => (this.work = isOpen ? undefined : { kind, space: slug })}
    >
      ${t(`space.${kind}`)}
    </button>`
  }

  #inside(space: SpaceView, spaces: readonly SpaceView[]): TemplateResult | typeof nothing {
    const { client } = this
    if (this.#isAt('split', space.slug))
      return html`<cercle-desk-split
        .client=${client}
        .space=${space}
        @cercle-desk-done=${this.#finished}
        @cercle-desk-close=${this.#close}
      ></cercle-desk-split>`
    if (this.#isAt('merge', space.slug))
      return html`<cercle-desk-merge
        .client=${client}
        .space=${space}
        .spaces=${spaces}
        @cercle-desk-done=${this.#finished}
        @cercle-desk-close=${this.#close}
      ></cercle-desk-merge>`
    return nothing
  }

  #isAt(kind: Work, slug: string): boolean {
    return this.work?.kind === kind && this.work.space === slug
  }

  readonly #finished = async ({ detail }: CustomEvent<string>): Promise<void> => {
    this.work = undefined
    await this.#all.again()
    this.#done.say(detail)
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>('.outcome')?.focus()
  }

  readonly #close = async (): Promise<void> => {
    const { kind, space } = this.work!
    this.work = undefined
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>(`#${kind}-${space}`)?.focus()
  }
}
