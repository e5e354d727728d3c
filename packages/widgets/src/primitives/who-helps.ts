import { html, type TemplateResult } from 'lit'
import type { Cercle, Contact } from '@cercle/sdk'

/** The code of what follows, when it is first wanted; without it nobody is named. */
export const withHelp = (): Promise<unknown> => import('../reach/register.ts').catch(() => undefined)

/** Entering with a code: whom to reach when it does not work. */
export function helpWithCode(client: Cercle | undefined): TemplateResult {
  void withHelp()
  return html`<cercle-reach .client=${client}></cercle-reach>`
}

/** Asking to come in: whom to reach. */
export const helpToJoin = (contact: Contact): TemplateResult =>
  html`<cercle-reach .contact=${contact} .where=${'join'}></cercle-reach>`
