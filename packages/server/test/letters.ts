/** Every mail in both languages, as a mail program is given it: JSON on standard output, for `examples/e2e/shots-desk.ts`. */
import { mailKinds } from '../src/mail/mail-kinds.ts'
import { renderLetter } from '../src/mail/mail-letter.ts'

const origin = 'https://cercle.example.org'
const place = { community: 'Réseau', page: `${origin}/c/a`, origin }
const kinds = Object.entries(mailKinds) as [string, (typeof mailKinds)['news']][]
const letters = kinds.flatMap(([kind, { topic, write }]) =>
  (['fr-CA', 'en-CA'] as const).map((language) => {
    const letter = write[language]({ reply: '2', reaction: '1' }, place)
    return { name: `${kind}-${language}`, ...renderLetter(letter, language, topic && `${origin}/c/a/mail/x`) }
  }),
)
process.stdout.write(JSON.stringify(letters))
