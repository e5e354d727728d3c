import type { TrialKey } from './trial.fr.ts'
import type { Catalogue, Language } from './texts.ts'

/** For `new Texts(this, trial)`: fetched in the language that is wanted. */
export const trial: Readonly<Record<Language, () => Promise<Catalogue<TrialKey>>>> = {
  fr: async () => (await import('./trial.fr.ts')).trialFr,
  en: async () => (await import('./trial.en.ts')).trialEn,
}
