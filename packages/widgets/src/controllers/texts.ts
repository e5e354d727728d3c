import type { ReactiveController, ReactiveElement } from 'lit'
import { languageOf, translator, type Catalogue, type Language, type Translate } from '../locales/texts.ts'

type Source<Key extends string> = Catalogue<Key> | (() => Promise<Catalogue<Key>>)

/** The catalogues of one part of the interface: French, English; one that is a function is loaded when first wanted. */
export type Catalogues<Key extends string> = Readonly<Record<Language, Source<Key>>>

/** The language written on the element or the nearest ancestor that says one, through the shadow roots. */
function writtenLanguage(element: Element): string | undefined {
  for (let node: Node | null = element; node; node = node.parentNode ?? (node as ShadowRoot).host ?? null) {
    const tag = node instanceof Element && node.getAttribute('lang')
    if (tag) return tag
  }
  return undefined
}

/**
 * The texts of a host in its language: the element's `lang`, or that of the nearest ancestor, or `fallback` (the
 * community's), or French. Until a catalogue that has to be fetched is there, `ready` is false and `t` answers `''`.
 */
export class Texts<Key extends string> implements ReactiveController {
  language: Language = 'fr'
  /** BCP 47 tag of the community, used when the page says nothing. */
  fallback: string | undefined
  readonly #host: ReactiveElement
  readonly #catalogues: Catalogues<Key>
  readonly #translators = new Map<Language, Translate<Key>>()

  constructor(host: ReactiveElement, catalogues: Catalogues<Key>) {
    this.#host = host
    this.#catalogues = catalogues
    host.addController(this)
  }

  get ready(): boolean {
    return this.#translators.has(this.language)
  }

  readonly t: Translate<Key> = (key, params) => this.#translators.get(this.language)?.(key, params) ?? ''

  hostConnected(): void {
    this.hostUpdate()
  }

  hostUpdate(): void {
    const language = languageOf(writtenLanguage(this.#host) ?? this.fallback)
    this.language = language
    if (this.ready) return
    const source = this.#catalogues[language]
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
