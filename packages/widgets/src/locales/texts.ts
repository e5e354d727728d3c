/** The two languages of the interface. */
export type Language = 'fr' | 'en'

/** A sentence with `{name}` for what changes; two forms when it depends on `count`. */
export type Text = string | { readonly one: string; readonly other: string }
export type Catalogue<Key extends string> = Readonly<Record<Key, Text>>
export type Params = Readonly<Record<string, string | number>>
/** Looks a text up. `params.count` chooses between the two forms; a number is written as the language writes it. */
export type Translate<Key extends string> = (key: Key, params?: Params) => string

/** A look-up over one catalogue. A parameter that is missing stays visible as `{name}`, so that a test sees it. */
export function translator<Key extends string>(catalogue: Catalogue<Key>, language: Language): Translate<Key> {
  const plurals = new Intl.PluralRules(language)
  const number = (value: string | number) => (typeof value === 'number' ? value.toLocaleString(`${language}-CA`) : value)
  return (key, params = {}) => {
    const text = catalogue[key]
    const form = typeof text === 'string' ? text : plurals.select(Number(params.count)) === 'one' ? text.one : text.other
    return form.replace(/\{(\w+)\}/g, (slot, name: string) => (name in params ? number(params[name]!) : slot))
  }
}

/** `fr-CA` → `fr`; anything else than English is French, the first language here. */
export const languageOf = (tag: string | null | undefined): Language => (/^en\b/i.test(tag ?? '') ? 'en' : 'fr')
