import { LitElement, html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { Cercle, SpaceView } from '@cercle/sdk'
import { Asking } from '../controllers/asking.ts'
import { Acting } from '../controllers/acting.ts'
import { Texts } from '../controllers/texts.ts'
import { arranging } from '../locales/arranging.ts'
import { desk } from '../locales/desk.ts'
import { waiting, waitingStyles } from '../primitives/waiting.ts'
import { base } from '../theme/base.ts'
import { forms } from '../theme/forms.ts'
import { deskFailure, outcome } from './desk-parts.ts'
import { roomStyles } from './desk.styles.ts'

type Work = 'rename' | 'split' | 'merge'
type Way = 'up' | 'down'

/**
 * The room of spaces: who reads each, how it is called, in which order they come, and the two ways to divide and to join them.
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
  readonly #own = new Texts(this, arranging)
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
    if (!ready || !this.#own.ready) return nothing
    const { value, failure, again } = this.#all
    return html`<section class="c-stack c-stack--5" aria-labelledby="title">
      <header class="c-stack c-stack--1">
        <h2 class="c-title" id="title">${t('space.title')}</h2>
        <p class="c-soft">${t('space.lead')} ${this.#own.t('order.lead')}</p>
      </header>
      ${outcome(this.#done, t, this.#undone, this.#hasMoved ? this.#own.t('order.changed') : undefined)}
      ${failure ? deskFailure(failure, t, again) : nothing}
      ${
        value
          ? html`<ul class="c-list">
              ${repeat(
                value,
                ({ id }) => id,
                (space) =>
                  html`<li class="c-row c-stack c-stack--3">${this.#row(space, value)} ${this.#inside(space, value)}</li>`,
              )}
            </ul>`
          : failure
            ? nothing
            : waiting(t('loading'))
      }
    </section>`
  }

  #row(space: SpaceView, spaces: readonly SpaceView[]): TemplateResult {
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
      <div class="c-line c-line--tight">
        ${this.#button('rename', space)} ${this.#button('split', space)} ${this.#button('merge', space)}
        ${this.#mover('up', space, space === spaces[0])} ${this.#mover('down', space, space === spaces.at(-1))}
      </div>
    </div>`
  }

  #button(kind: Work, { slug, name }: SpaceView): TemplateResult {
    const words = kind === 'rename' ? this.#own.t('rename.open') : this.#texts.t(`space.${kind}`)
    const isOpen = this.#isAt(kind, slug)
    return html`<button
      class="c-btn"
      type="button"
      id="${kind}-${slug}"
      aria-expanded=${isOpen}
      aria-label=${`${words} (${name})`}
      @click=${() => (this.work = isOpen ? undefined : { kind, space: slug })}
    >
      ${words}
    </button>`
  }

  #mover(way: Way, { slug, name }: SpaceView, isOff: boolean): TemplateResult {
    const words = this.#own.t(`order.${way}`)
    return html`<button
      class="c-btn c-btn--quiet"
      type="button"
      id="${way}-${slug}"
      aria-label=${`${words} (${name})`}
      aria-disabled=${isOff ? 'true' : nothing}
      @click=${() => (isOff ? undefined : this.#move(slug, way))}
    >
      ${words}
    </button>`
  }

  #inside(space: SpaceView, spaces: readonly SpaceView[]): TemplateResult | typeof nothing {
    const { client } = this
    if (this.#isAt('rename', space.slug))
      return html`<cercle-desk-rename
        .client=${client}
        .space=${space}
        @cercle-desk-renamed=${({ detail }: CustomEvent<string>) => this.#renamed(space, detail)}
        @cercle-desk-close=${this.#close}
      ></cercle-desk-rename>`
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
    await this.#focus('.outcome')
  }

  async #renamed({ slug, name: from }: SpaceView, name: string): Promise<void> {
    this.work = undefined
    await this.#done.run(
      () => this.#all.again(),
      this.#own.t('rename.done', { from, name }),
      () => this.client!.spaces.rename({ space: slug, name: from }),
    )
    await this.#focus(`#rename-${slug}`)
  }

  async #move(slug: string, way: Way): Promise<void> {
    const { spaces } = this.client!
    const before = this.#all.value!.map((space) => space.slug)
    const from = before.indexOf(slug)
    const to = way === 'up' ? from - 1 : from + 1
    const order = before.filter((one) => one !== slug)
    order.splice(to, 0, slug)
    const { name } = this.#all.value![from]!
    const said = this.#own.t('order.done', { name, place: to + 1, count: order.length })
    const list = await this.#done.run(
      () => spaces.arrange({ order }),
      said,
      () => spaces.arrange({ order: before }),
    )
    if (list) this.#all.value = list.items
    else if (this.#hasMoved) await this.#all.again()
    this.requestUpdate()
    await this.#focus(`#${way}-${slug}`)
  }

  readonly #undone = async (): Promise<void> => {
    await this.#all.again()
    await this.#focus('.outcome')
  }

  /** Somebody else divided, joined or arranged: what she sees is not what there is. */
  get #hasMoved(): boolean {
    return /^(?:conflict|not_found)$/u.test(this.#done.failure?.code ?? '')
  }

  async #focus(selector: string): Promise<void> {
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus()
  }

  readonly #close = async (): Promise<void> => {
    const { kind, space } = this.work!
    this.work = undefined
    await this.#focus(`#${kind}-${space}`)
  }
}
