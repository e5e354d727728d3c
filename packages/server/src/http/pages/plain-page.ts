import { html, type Html } from '../../html.ts'
import { exitAddress } from '../../communities/exit-address.ts'
import { documentOf, exitBar } from './page-layout.ts'

/*
 * Pages that know no community: in French, then in English, for everybody alike. What is absent, hidden or in no community gives the same bytes.
 */
function plainPage(title: string, french: [string, string], english: [string, string]): string {
  const part = ([what, why]: [string, string], language: string, heading: (what: string) => Html) =>
    html`<div lang=${language}>
      ${heading(what)}
      <p class="soft">${why}</p>
    </div>`
  const head = html`<meta name="robots" content="noindex" /><title>${title}</title>`
  const body = html`${exitBar(exitAddress('fr-CA'), 'Quitter rapidement – Exit quickly')}
    <main class="wrap plain" id="main">
      ${part(french, 'fr-CA', (what) => html`<h1>${what}</h1>`)} ${part(english, 'en-CA', (what) => html`<h2>${what}</h2>`)}
    </main>`
  return documentOf('fr-CA', head, body)
}

export const missingPage = plainPage(
  'Introuvable – Not found',
  [
    'Cette page n’existe pas',
    'Elle a peut-être été retirée, ou le temps pendant lequel on la garde est passé. Vérifiez l’adresse, ou revenez à la page d’où vous venez.',
  ],
  [
    'This page does not exist',
    'It may have been taken back, or the time it is kept for is over. Check the address, or go back to the page you came from.',
  ],
)

export const waitPage = plainPage(
  'Un moment – One moment',
  ['La page n’a pas pu être affichée', 'Ce n’est pas de votre faute. Essayez de nouveau dans un moment.'],
  ['The page could not be shown', 'It is not your fault. Try again in a moment.'],
)
