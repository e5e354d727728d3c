/** The two languages of the interface. */
export type Language = 'fr' | 'en'

/** A sentence with `{name}` for what changes; two forms when it depends on `count`. */
export type Text = string | { readonly one: string; readonly other: string }
export type Catalogue<Key extends string> = Readonly<Record<Key, Text>>
export type Params = Readonly<Record<string, string | number>>
/** Said instead of the texts of the same keys. */
export type Words = Readonly<Partial<Record<string, string>>>
/** Looks a text up. `params.count` chooses between the two forms; a whole number is written as the language writes it. */
export type Translate<Key extends string> = (key: Key, params?: Params, words?: Words) => string

/**
 * A look-up over one catalogue. Where no parameter has the name of a slot, a text of the catalogue may; without, it stays visible as `{name}`, so
 * that a test sees it.
 */
export function translator<Key extends string>(catalogue: Catalogue<Key>, language: Language): Translate<Key> {
  // not Intl: its first use takes a slow phone a third of a second
  const isOne = (count: number) => (language === 'fr' ? count < 2 : count === 1)
  const thousands = language === 'fr' ? '\u00a0' : ','
  const number = (value: string | number) => (+value === value ? `${value}`.replace(/\B(?=(\d{3})+$)/g, thousands) : value)
  return (key, params = {}, words = {}) => {
    const text = words[key] ?? catalogue[key]
    const form = typeof text === 'string' ? text : isOne(+params.count!) ? text.one : text.other
    return form.replace(
      /\{(\w+)\}/g,
      (slot, name: string) => `${name in params ? number(params[name]!) : (words[name] ?? (catalogue as Words)[name] ?? slot)}`,
    )
  }
}

/** `fr-CA` → `fr`; anything else than English is French, the first language here. */
export const languageOf = (tag: string | null | undefined): Language => (/^en\b/i.test(tag ?? '') ? 'en' : 'fr')
