import { createContext } from '@lit/context'

/** In which language and by which clock things are said, where the page itself does not say it. */
export interface Locale {
  /** BCP 47: `fr-CA`. */
  language: string
  /** IANA name: `America/Toronto`. */
  timeZone: string
}

export const localeContext = createContext<Locale>(Symbol.for('cercle.locale'))
