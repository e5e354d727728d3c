/** Of the event `cercle-language`: in which language Cercle is to speak, BCP 47; `null`: that of the page. */
export interface LanguageTold {
  language: 'fr-CA' | 'en-CA' | null
  /** By herself, just now; else it is what the server knows of her. */
  chosen: boolean
}

/** Says it to the page of the frame, or of the desk. */
export const tellLanguage = (from: EventTarget, detail: LanguageTold): void => {
  from.dispatchEvent(new CustomEvent<LanguageTold>('cercle-language', { bubbles: true, composed: true, detail }))
}
