/** The language of a community, as it is stored. */
export type CommunityLanguage = 'fr-CA' | 'en-CA'

/** A sentence with `{name}` for what changes; two forms when it depends on `count`. */
export type Text = string | { readonly one: string; readonly other: string }
export type Catalogue<Key extends string> = Readonly<Record<Key, Text>>
/** Looks a text up. `params.count` chooses between the two forms; a number is written as the language writes it. */
export type Translate<Key extends string> = (key: Key, params?: Readonly<Record<string, string | number>>) => string

/**
 * A look-up over one catalogue; `words` are said instead of its texts of the same keys. Where no parameter has the name of a slot, a text of the
 * catalogue may; without, it stays visible as `{name}`, so that a test sees it.
 */
export function translator<Key extends string>(
  catalogue: Catalogue<Key>,
  language: CommunityLanguage,
  words: Readonly<Partial<Record<string, string>>> = {},
): Translate<Key> {
  const plurals = new Intl.PluralRules(language)
  const written = (value: string | number) => (typeof value === 'number' ? value.toLocaleString(language) : value)
  return (key, params = {}) => {
    const text = words[key] ?? catalogue[key]
    const form = typeof text === 'string' ? text : plurals.select(Number(params.count)) === 'one' ? text.one : text.other
    const all: Readonly<Record<string, Text>> = catalogue
    const said = (name: string) => words[name] ?? (Object.hasOwn(all, name) ? (all[name] as string) : undefined)
    return form.replace(/\{(\w+)\}/g, (slot, name: string) =>
      Object.hasOwn(params, name) ? written(params[name]!) : (said(name) ?? slot),
    )
  }
}
