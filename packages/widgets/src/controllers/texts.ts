import type { ReactiveController, ReactiveElement } from 'lit'
import type { CommunityView } from '@cercle/sdk'
import { languageOf, translator, type Catalogue, type Language, type Translate, type Words } from '../locales/texts.ts'

type Source<Key extends string> = Catalogue<Key> | (() => Promise<Catalogue<Key>>)

/** The catalogues of one part of the interface: French, English; one that is a function is loaded when first wanted. */
export type Catalogues<Key extends string> = Readonly<Record<Language, Source<Key>>>

type Spoken = Pick<CommunityView, 'language' | 'vocabulary'> | undefined
type Speaking = Node & { spoken?: Spoken }

/**
 * The texts of a host in its language: the nearest `lang` that is written around it, or that of the community, or French; where that is the
 * community's, in its own words. Until a catalogue that has to be fetched is there, `ready` is false and `t` answers `''`; where another language was
 * spoken before, that goes on until then.
 */
export class Texts<Key extends string> implements ReactiveController {
  language: Language = 'fr'
  #words: Words | undefined
  readonly #host: ReactiveElement
  readonly #catalogues: Catalogues<Key>
  readonly #translators = new Map<Language, Translate<Key>>()

  constructor(host: ReactiveElement, catalogues: Catalogues<Key>) {
    this.#host = host
    this.#catalogues = catalogues
    host.addController(this)
  }

  /** What the host shows is of this community, and so is what stands inside it. */
  set community(community: Spoken) {
    ;(this.#host as Speaking).spoken = community
  }

  get ready(): boolean {
    return this.#translators.has(this.language)
  }

  readonly t: Translate<Key> = (key, params) => this.#translators.get(this.language)?.(key, params, this.#words) ?? ''

  hostConnected(): void {
    this.hostUpdate()
  }

  hostUpdate(): void {
    let tag: string | false | null | undefined
    let spoken: Spoken
    // through the shadow roots
    for (let node: Speaking | null = this.#host; node; node = node.parentNode ?? (node as Node as ShadowRoot).host ?? null) {
      tag ||= node instanceof Element && node.getAttribute('lang')
      spoken ??= (node as Speaking).spoken
    }
    const own = spoken?.language
    const language = languageOf(tag || own)
    const source = this.#catalogues[language]
    const isKnown = this.#translators.has(language)
    if (isKnown || !this.ready || typeof source !== 'function') this.language = language
    this.#words = languageOf(own) === language ? spoken?.vocabulary : undefined
    if (isKnown) return
    if (typeof source !== 'function') this.#translators.set(language, translator(source, language))
    // A fetch that fails is tried again at the next update.
    else
      source().then(
        (catalogue) => this.#arrived(language, catalogue),
        () => undefined,
      )
  }

  #arrived(language: Language, catalogue: Catalogue<Key>): void {
    this.#translators.set(language, translator(catalogue, language))
    this.#host.requestUpdate()
  }
}
