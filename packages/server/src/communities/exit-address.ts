import type { CommunityView } from './communities.schema.ts'

/*
 * Where « Quitter rapidement » leads when nobody chose: the weather, which is what one looks at without a reason. The government's own page, quick, in
 * both languages, and without a word that would surprise who looks over a shoulder.
 */
const weather: Readonly<Record<CommunityView['language'], string>> = {
  'fr-CA': 'https://meteo.gc.ca/',
  'en-CA': 'https://weather.gc.ca/',
}

/** The address that a site or its community chose, else the weather. */
export const exitAddress = (language: CommunityView['language'], ...chosen: (string | null)[]): string =>
  chosen.find((one) => one !== null) ?? weather[language]
