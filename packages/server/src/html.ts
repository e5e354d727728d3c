const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escape = (text: string) => text.replace(/[&<>"']/g, (sign) => entities[sign]!)

/** Markup made by `html` and by nothing else. */
export class Html {
  readonly #markup: string
  private constructor(markup: string) {
    this.#markup = markup
  }
  toString(): string {
    return this.#markup
  }

  static make(strings: TemplateStringsArray, values: HtmlValue[]): Html {
    let markup = strings[0]!
    for (const [index, value] of values.entries()) {
      const text = write(value)
      // As in a Lit template, an attribute's value is written without quotes, and gets them here.
      markup += (markup.endsWith('=') ? `"${text}"` : text) + strings[index + 1]!
    }
    return new Html(markup)
  }
}

/** Text is escaped; markup made by `html` is taken as it is; a list is written one after the other. */
export type HtmlValue = string | number | Html | readonly HtmlValue[]

function write(value: HtmlValue): string {
  if (value instanceof Html) return value.toString()
  if (Array.isArray(value)) return (value as readonly HtmlValue[]).map(write).join('')
  return escape(String(value))
}

/** Markup for pages and mails: every value is escaped. `<p lang=${language}>${name}</p>` */
export const html = (strings: TemplateStringsArray, ...values: HtmlValue[]): Html => Html.make(strings, values)
