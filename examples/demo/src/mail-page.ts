import type { DemoPerson } from './demo-guide.ts'
import type { ReceivedMail } from './mailbox.ts'

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign)

/** A page whose every value is escaped; parts that are pages themselves, and lists of them, are taken as they are. */
class Html {
  readonly source: string
  constructor(source: string) {
    this.source = source
  }
}
function html(texts: TemplateStringsArray, ...values: (string | Html | Html[])[]): Html {
  const written = values.map((value) =>
    Array.isArray(value) ? value.map(({ source }) => source).join('') : value instanceof Html ? value.source : escape(value),
  )
  return new Html(texts.map((text, index) => text + (written[index] ?? '')).join(''))
}

const when = new Intl.DateTimeFormat('fr-CA', { dateStyle: 'long', timeStyle: 'short', timeZone: 'America/Toronto' })
const spaced = (code: string): string => code.replace(/^(\d{4})(\d{4})$/, '$1 $2')

const partWords: Record<string, string> = {
  pending: 'a demandé à se joindre, pas encore admise',
  member: 'membre',
  outsider: 'membre, hors du groupe restreint',
  restricted: 'membre du groupe restreint',
  facilitator: 'anime la communauté',
  removed: 'a quitté la communauté, ne reçoit pas de code',
  unsigned: 'membre, n’a pas encore signé la charte',
}

/** The demo's mailbox as a page to read: no script, nothing inline. `to` is the address looked for, or nothing. */
export function mailPage(mails: ReceivedMail[], to: string, people: DemoPerson[]): string {
  return html`<!doctype html>
    <html lang="fr-CA">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Courriels de la démo</title>
        <link rel="stylesheet" href="/dev/mail.css" />
      </head>
      <body>
        <main>
          <h1>Courriels de la démo</h1>
          <p>Les courriels de la démo arrivent ici et ne vont nulle part ailleurs. Rechargez la page pour voir les nouveaux.</p>
          <form method="get" action="/dev/mail" role="search">
            <label for="to">Adresse</label>
            <input id="to" name="to" type="email" value="${to}" autocomplete="off" />
            <button type="submit">Montrer</button>
          </form>
          ${
            mails.length === 0
              ? html`<p role="status">Aucun courriel${to ? html` pour ${to}` : ''}.</p>`
              : html`<ol>
                  ${mails.map(mailItem)}
                </ol>`
          }
          <h2>Qui peut entrer</h2>
          <p>Demandez un code avec une de ces adresses sur la page d’un partenaire, puis revenez le lire ici.</p>
          <table>
            <thead>
              <tr>
                <th scope="col">Communauté</th>
                <th scope="col">Adresse</th>
                <th scope="col">Rôle</th>
              </tr>
            </thead>
            <tbody>
              ${people.filter(({ email }) => email !== null).map(personRow)}
            </tbody>
          </table>
        </main>
      </body>
    </html> `.source
}

function mailItem({ to, subject, text, code, at }: ReceivedMail): Html {
  return html`<li>
    <article>
      <h2>${subject}</h2>
      <p>À ${to}, <time datetime="${at}">${when.format(new Date(at))}</time></p>
      ${code === null ? '' : html`<p>Code : <strong>${spaced(code)}</strong></p>`}
      <pre>${text}</pre>
    </article>
  </li>`
}

function personRow({ key, email, community }: DemoPerson): Html {
  return html`<tr>
    <td>${community.toUpperCase()}</td>
    <td>${email ?? ''}</td>
    <td>${partWords[key.slice(community.length + 1)] ?? ''}</td>
  </tr>`
}

export const mailStyles = `:root { color-scheme: light dark; font: 17px/1.55 system-ui, sans-serif; }
body { margin: 0; }
main { max-width: 760px; margin-inline: auto; padding: 32px 20px 64px; }
h1 { font-size: 30px; line-height: 1.2; }
h2 { font-size: 20px; line-height: 1.3; }
form { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; margin-block: 24px; }
input, button { box-sizing: border-box; min-height: 44px; padding: 0 12px; font: inherit; }
ol { padding: 0; list-style: none; }
article { margin-block: 16px; padding: 4px 20px 12px; border: 1px solid; border-radius: 8px; }
strong { font-size: 30px; letter-spacing: .04em; }
pre { overflow-x: auto; font: inherit; white-space: pre-wrap; overflow-wrap: anywhere; }
table { border-collapse: collapse; }
th, td { padding: 6px 12px 6px 0; text-align: start; vertical-align: top; overflow-wrap: break-word; }
`
