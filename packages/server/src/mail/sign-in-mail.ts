import { html } from '../html.ts'
import { mailFrame } from './mail-frame.ts'
import type { OutgoingMail } from './mail-transport.ts'

export interface SignInMail {
  id: string
  to: string
  /** Eight digits. */
  code: string
  language: 'fr-CA' | 'en-CA'
  /** Name of the site that asked, or of the community when it was none. */
  place: string
}

interface Texts {
  /** Says neither the code nor the community: a subject shows on a locked screen. */
  subject: string
  asked: string
  life: string
  unasked: string
  secret: string
}

const texts: Record<SignInMail['language'], (place: string) => Texts> = {
  'fr-CA': (place) => ({
    subject: 'Votre code d’entrée',
    asked: `Voici le code demandé sur «\u00a0${place}\u00a0»\u00a0:`,
    life: 'Il est bon pendant 15\u00a0minutes et sert une seule fois. Écrivez-le dans la page où vous l’avez demandé.',
    unasked:
      'Vous n’avez rien demandé\u202f? Vous pouvez effacer ce courriel\u202f: personne n’entre sans le code, et rien n’a changé.',
    secret: 'Ne donnez ce code à personne.',
  }),
  'en-CA': (place) => ({
    subject: 'Your sign-in code',
    asked: `Here is the code asked for on “${place}”:`,
    life: 'It works for 15\u00a0minutes, and only once. Type it in the page where you asked for it.',
    unasked: 'You did not ask for anything? You can delete this email: nobody gets in without the code, and nothing has changed.',
    secret: 'Do not give this code to anyone.',
  }),
}

/** Two groups of four are read and typed without losing one's place. */
const spaced = (code: string) => `${code.slice(0, 4)} ${code.slice(4)}`

/** The code, in text and in HTML. It holds no link: nothing in it can be followed by a scanner or imitated by a forger. */
export function signInMail({ id, to, code, language, place }: SignInMail): OutgoingMail {
  const { subject, asked, life, unasked, secret } = texts[language](place)
  const shown = spaced(code)
  const body = html`<p>${asked}</p>
    <p class="code">${shown}</p>
    <p>${life}</p>
    <p class="aside">${unasked} ${secret}</p>`
  return {
    id,
    to,
    subject,
    text: `${asked}\n\n    ${shown}\n\n${life}\n\n${unasked}\n${secret}\n`,
    html: mailFrame({ language, title: subject, body }),
    code,
  }
}
