import type { LanguageTold } from '../primitives/told-language.ts'

/**
 * The language that who is signed in chose, kept in this browser so that the first thing drawn is in it. What she chooses here counts until this
 * document goes, whatever older answers say.
 */
export class OwnLanguage {
  readonly #name: string
  readonly #changed: () => void
  #now: string | undefined
  #isChosen = false

  /** `place`: site and community, by `storeName`. */
  constructor(place: string, changed: () => void) {
    this.#name = `${place} language`
    this.#changed = changed
    this.#now = this.#read()
    document.addEventListener('cercle-language', (event) => this.#hear((event as CustomEvent<LanguageTold>).detail))
    addEventListener('storage', ({ key }) => {
      if (key === this.#name) this.#take(this.#read(), true)
    })
  }

  /** `undefined`: that of the page. */
  get now(): string | undefined {
    return this.#now
  }

  /** Nobody is signed in any more. */
  forget(): void {
    this.#isChosen = false
    this.#keep(undefined)
  }

  #hear({ language, chosen }: LanguageTold): void {
    if (chosen || !this.#isChosen) this.#keep(language ?? undefined, chosen)
  }

  #keep(language: string | undefined, chosen = false): void {
    try {
      if (language) localStorage.setItem(this.#name, language)
      else localStorage.removeItem(this.#name)
    } catch {
      // asked again at the next visit
    }
    this.#take(language, chosen)
  }

  #take(language: string | undefined, chosen: boolean): void {
    this.#isChosen ||= chosen
    if (language === this.#now) return
    this.#now = language
    this.#changed()
  }

  #read(): string | undefined {
    try {
      return localStorage.getItem(this.#name) ?? undefined
    } catch {
      return undefined
    }
  }
}

/** Each element inside says again what it shows, for it asks for its language as it draws: those inside one once that has its new words. */
export function sayAgain(root: ParentNode): void {
  for (const element of root.querySelectorAll('*')) {
    ;(element as Element & { requestUpdate?(): void }).requestUpdate?.()
    const inside = element.shadowRoot
    if (!inside) continue
    const speaking = [...inside.children].find((child) => child.hasAttribute('lang'))
    if (speaking) afterChange(speaking, () => sayAgain(inside))
    else sayAgain(inside)
  }
}

function afterChange(speaking: Element, act: () => void): void {
  const observer = new MutationObserver(() => {
    observer.disconnect()
    act()
  })
  observer.observe(speaking, { attributeFilter: ['lang'] })
}
