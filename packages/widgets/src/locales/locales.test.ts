import { expect } from '@open-wc/testing'
import { accountEn } from './account.en.ts'
import { accountFr } from './account.fr.ts'
import { aimsEn } from './aims.en.ts'
import { aimsFr } from './aims.fr.ts'
import { charterEn } from './charter.en.ts'
import { charterFr } from './charter.fr.ts'
import { contactEn } from './contact.en.ts'
import { contactFr } from './contact.fr.ts'
import { deskEn } from './desk.en.ts'
import { deskFr } from './desk.fr.ts'
import { exitEn } from './exit.en.ts'
import { exitFr } from './exit.fr.ts'
import { helpEn } from './help.en.ts'
import { helpFr } from './help.fr.ts'
import { helpLineEn, helpLineFr } from './help-line.ts'
import { joinEn } from './join.en.ts'
import { joinFr } from './join.fr.ts'
import { memberEn } from './member.en.ts'
import { memberFr } from './member.fr.ts'
import { notificationsEn } from './notifications.en.ts'
import { notificationsFr } from './notifications.fr.ts'
import { passkeysEn } from './passkeys.en.ts'
import { passkeysFr } from './passkeys.fr.ts'
import { privacyEn } from './privacy.en.ts'
import { privacyFr } from './privacy.fr.ts'
import { readingEn } from './reading.en.ts'
import { readingFr } from './reading.fr.ts'
import { arrangingEn } from './arranging.en.ts'
import { arrangingFr } from './arranging.fr.ts'
import { reachEn, reachFr } from './reach.ts'
import { requestsEn } from './requests.en.ts'
import { requestsFr } from './requests.fr.ts'
import { signInsEn } from './sign-ins.en.ts'
import { signInsFr } from './sign-ins.fr.ts'
import { takingPartEn } from './taking-part.en.ts'
import { takingPartFr } from './taking-part.fr.ts'
import { trialEn } from './trial.en.ts'
import { trialFr } from './trial.fr.ts'
import { languageOf, translator, type Catalogue, type Text } from './texts.ts'

type Any = Catalogue<string>
const catalogues: Record<string, [Any, Any]> = {
  reading: [readingFr, readingEn],
  'taking-part': [takingPartFr, takingPartEn],
  member: [memberFr, memberEn],
  account: [accountFr, accountEn],
  aims: [aimsFr, aimsEn],
  desk: [deskFr, deskEn],
  exit: [exitFr, exitEn],
  charter: [charterFr, charterEn],
  notifications: [notificationsFr, notificationsEn],
  passkeys: [passkeysFr, passkeysEn],
  privacy: [privacyFr, privacyEn],
  requests: [requestsFr, requestsEn],
  arranging: [arrangingFr, arrangingEn],
  join: [joinFr, joinEn],
  'sign-ins': [signInsFr, signInsEn],
  help: [helpFr, helpEn],
  'help-line': [helpLineFr, helpLineEn],
  trial: [trialFr, trialEn],
  reach: [reachFr, reachEn],
  contact: [contactFr, contactEn],
}
const forms = (text: Text): string[] => (typeof text === 'string' ? [text] : [text.one, text.other])
const slots = (text: Text) => [...new Set(forms(text).flatMap((form) => form.match(/\{\w+\}/gu) ?? []))].sort()
const french = Object.values(catalogues).flatMap(([fr]) =>
  Object.entries(fr).flatMap(([key, text]) => forms(text).map((form) => [key, form])),
)

describe('texts', () => {
  for (const [name, [fr, en]] of Object.entries(catalogues)) {
    it(`${name}: French and English are held key for key, with the same parameters and forms`, () => {
      expect(Object.keys(en).sort()).to.deep.equal(Object.keys(fr).sort())
      for (const [key, text] of Object.entries(fr)) {
        expect(slots(en[key]!), key).to.deep.equal(slots(text))
        expect(typeof en[key], key).to.equal(typeof text)
        for (const form of [...forms(text), ...forms(en[key]!)]) expect(form.trim(), key).to.equal(form).and.not.equal('')
      }
    })
  }

  it('is set as in Québec: no-break spaces, curly apostrophes', () => {
    const faults = french.filter(([, form = '']) =>
      / [:»?!;]|« |[^\u202f\s][?!;]|[^\u00a0\d][:»]|«[^\u00a0]|'/u.test(form.replace(/&|https?:/gu, '')),
    )
    expect(faults).to.deep.equal([])
  })

  it('says none of the words that keep people away', () => {
    const words = /soumettre|soumis|contenus?\b|utilisat(?:eur|rice)|\b40[0-9]\b|tableau de bord|\blikes?\b|\bposts?\b/iu
    expect(french.filter(([, form = '']) => words.test(form))).to.deep.equal([])
  })

  it('chooses the form by count as each language does, and writes numbers as it does', () => {
    const text = { replies: { one: '{count} réponse', other: '{count} réponses' } }
    const fr = translator(text, 'fr')
    expect([0, 1, 2].map((count) => fr('replies', { count }))).to.deep.equal(['0 réponse', '1 réponse', '2 réponses'])
    expect(fr('replies', { count: 1234 }).replace(/\s/gu, ' ')).to.equal('1 234 réponses')
    const en = translator({ replies: { one: '{count} reply', other: '{count} replies' } }, 'en')
    expect([0, 1, 1234].map((count) => en('replies', { count }))).to.deep.equal(['0 replies', '1 reply', '1,234 replies'])
  })

  it('leaves a parameter that is missing in sight, and never reads one as a pattern', () => {
    const t = translator({ hello: 'Bonjour {name}' }, 'fr')
    expect(t('hello')).to.equal('Bonjour {name}')
    expect(t('hello', { name: '$& {name}' })).to.equal('Bonjour $& {name}')
  })

  it('takes English for English and everything else for French', () => {
    expect(['en', 'en-CA', 'EN-gb', 'fr', 'fr-CA', 'es', '', undefined].map(languageOf)).to.deep.equal([
      'en',
      'en',
      'en',
      'fr',
      'fr',
      'fr',
      'fr',
      'fr',
    ])
  })
})
