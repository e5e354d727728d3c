import { expect } from '@open-wc/testing'
import { expectAccessible } from '../../test/accessible.ts'
import { expectAria } from '../../test/aria-snapshot.ts'
import { buildCommunity } from '../../test/factories.ts'
import { fakeClient, type FakeClient } from '../../test/fake-client.ts'
import { focused, mount, pressable, until, wordsOf, type Setting } from '../../test/mount.ts'
import { press, type } from '../../test/runner.ts'
import { codeInPairs, maskedAddress } from '../controllers/account-sign-in.ts'
import type { SignedIn, SignIn } from './sign-in.ts'
import './register.ts'

interface Shown {
  client: FakeClient
  form: SignIn
  field(name: string): HTMLInputElement
  says(words: string): Promise<unknown>
}

async function show(setting: Setting = {}, community = buildCommunity()): Promise<Shown> {
  const client = fakeClient({ code: '48201357', community })
  const form = mount('cercle-sign-in', { client, siteName: 'Carrefour Alizé' }, { lang: 'fr', ...setting })
  await form.updateComplete
  return {
    client,
    form,
    field: (name) => form.renderRoot.querySelector<HTMLInputElement>(`[name="${name}"]`)!,
    says: (words) => until(() => form.renderRoot.textContent.replace(/[ \n]+/gu, ' ').includes(words)),
  }
}

function fill(field: HTMLInputElement, text: string): void {
  field.value = text
  field.dispatchEvent(new Event('input', { bubbles: true }))
}
const send = ({ form }: Shown) => form.renderRoot.querySelector<HTMLElement>('[type=submit]')!.click()
async function atCode(setting?: Setting): Promise<Shown> {
  const shown = await show(setting)
  fill(shown.field('email'), 'ines@lumen.example')
  send(shown)
  await until(() => shown.field('code'))
  return shown
}
async function tryCode(shown: Shown, code = '1111 2222'): Promise<void> {
  const before = shown.client.calls.length
  fill(shown.field('code'), code)
  send(shown)
  await shown.form.updateComplete
  await until(() => shown.client.calls.length > before && !shown.form.renderRoot.querySelector('[type=submit][aria-disabled]'))
}

describe('sign in by code', () => {
  it('is drawn whole once its update is complete, so that a frame can measure it', async () => {
    const { form } = await show()
    expect(form.renderRoot.querySelector('input')).not.to.equal(null)
    await expectAria(form, 'sign-in-address')
    await expectAccessible(form)
  })

  it('says that the site knows her already, and tells the site who she is with the code', async () => {
    const shown = await show()
    shown.form.word = { known: false, link: 'a-link', email: 'ines@lumen.example' }
    await shown.says('La première fois seulement')
    expect(shown.field('email').value).to.equal('ines@lumen.example')
    await expectAria(shown.form, 'sign-in-first-by-site')
    await expectAccessible(shown.form)
    send(shown)
    await until(() => shown.field('code'))
    await tryCode(shown, '4820 1357')
    const { input } = shown.client.calls.find(({ procedure }) => procedure === 'auth.signIn')!
    expect(input).to.include({ link: 'a-link' })
  })

  it('says whom to reach once a code is on its way, and when something went wrong; nothing before', async () => {
    const community = buildCommunity({ contact: { name: 'Marie-Ève', email: 'animation@alize.example', phone: null } })
    const words = 'Ça ne marche pas ? Marie-Ève peut vous aider : animation@alize.example'
    const helped = ({ form }: Shown) => until(() => wordsOf(form.renderRoot).includes(words))
    const wrong = await show({}, community)
    expect(wrong.form.renderRoot.querySelector('cercle-reach')).to.equal(null)
    fill(wrong.field('email'), 'ines')
    send(wrong)
    await helped(wrong)
    fill(wrong.field('email'), 'ines@lumen.example')
    send(wrong)
    await until(() => wrong.field('code'))
    await helped(wrong)
    await expectAria(wrong.form, 'sign-in-whom-to-reach')
    await expectAccessible(wrong.form)
  })

  it('says that the site could not tell who she is', async () => {
    const shown = await show()
    shown.form.word = 'refused'
    await shown.says('n’a pas pu dire qui vous êtes')
  })

  it('goes from address to session with the keyboard alone', async () => {
    const shown = await show()
    const entered = new Promise<SignedIn>((done) => {
      shown.form.addEventListener('cercle-signed-in', (event) => done((event as CustomEvent<SignedIn>).detail))
    })
    shown.form.focus()
    await until(() => focused() === shown.field('email'))
    await type('ines@lumen.example')
    await press('Enter')
    await until(() => focused()?.getAttribute('name') === 'code')
    await type('48201357')
    expect(shown.field('code').value).to.equal('4820 1357')
    await press('Tab')
    await press(' ')
    await press('Tab')
    await press('Enter')
    const { tokens, keep } = await entered
    expect(keep).to.equal(true)
    expect(tokens.access).to.be.a('string')
    const { input } = shown.client.calls.find(({ procedure }) => procedure === 'auth.signIn')!
    expect(input).to.include({ code: '4820 1357', keep: true })
  })

  it('keeps no session unless it is asked to', async () => {
    const shown = await atCode()
    const entered = new Promise<SignedIn>((done) => {
      shown.form.addEventListener('cercle-signed-in', (event) => done((event as CustomEvent<SignedIn>).detail))
    })
    fill(shown.field('code'), '48201357')
    send(shown)
    expect((await entered).keep).to.equal(false)
  })

  it('says the same for every address, with the address half hidden', async () => {
    const shown = await atCode()
    await shown.says('Si cette adresse est celle d’une personne membre, un code vient de partir à in•••@lumen.example')
    await expectAria(shown.form, 'sign-in-code')
    await expectAccessible(shown.form)
    expect(maskedAddress('a@b.example')).to.equal('a•••@b.example')
    expect(shown.form.renderRoot.textContent).not.to.contain('ines@')
  })

  it('takes a code however it is pasted', async () => {
    const shown = await atCode()
    const data = new DataTransfer()
    data.setData('text', 'Votre code : 4820 1357.')
    shown.field('code').dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
    await until(() => shown.field('code').value === '4820 1357')
    expect(codeInPairs('48-20-13-57-9')).to.equal('4820 1357')
    expect(codeInPairs('4820 ')).to.equal('4820')
  })

  it('leaves the caret where a digit is mended', async () => {
    const shown = await atCode()
    const field = shown.field('code')
    fill(field, '48201357')
    field.focus()
    field.setSelectionRange(2, 3)
    await type('9')
    expect(field.value).to.equal('4890 1357')
    expect(field.selectionStart).to.equal(3)
  })

  it('says what an address lacks, and asks for no code', async () => {
    const shown = await show()
    for (const address of ['', 'ines', 'ines@lumen']) {
      fill(shown.field('email'), address)
      send(shown)
      await shown.says('Il manque quelque chose à l’adresse')
    }
    expect(focused()).to.equal(shown.field('email'))
    expect(shown.client.calls.filter(({ procedure }) => procedure.startsWith('auth.'))).to.deep.equal([])
    await expectAria(shown.form, 'sign-in-bad-address')
    await expectAccessible(shown.form)
  })

  it('says what a code lacks, when it is wrong, and when it was tried too often', async () => {
    const shown = await atCode()
    fill(shown.field('code'), '4820')
    send(shown)
    await shown.says('Il faut les huit chiffres du courriel.')
    await tryCode(shown)
    await shown.says('Ce code ne marche pas.')
    await expectAria(shown.form, 'sign-in-wrong-code')
    await expectAccessible(shown.form)
    for (let tries = 2; tries <= 5; tries += 1) await tryCode(shown)
    await shown.says('Ce code a été essayé cinq fois')
  })

  it('says when a code is too old, and sends another', async () => {
    const shown = await atCode()
    const { now } = Date
    try {
      Date.now = () => now() + 16 * 60_000
      await tryCode(shown)
      await shown.says('Ce code a plus de 15 minutes')
      pressable(shown.form.renderRoot, 'Renvoyer un code')!.click()
      await shown.says('Un nouveau code vient de partir.')
      await tryCode(shown)
      await shown.says('Ce code ne marche pas.')
    } finally {
      Date.now = now
    }
  })

  it('says how long to wait after too many tries, and that a cut line loses nothing', async () => {
    const shown = await show()
    fill(shown.field('email'), 'ines@lumen.example')
    shown.client.fail('rate_limited', { retryAfter: 1700 })
    send(shown)
    await shown.says('Attendez 29 minutes')
    shown.client.fail('offline')
    send(shown)
    await shown.says('La connexion est coupée.')
    expect(shown.field('email').value).to.equal('ines@lumen.example')
    shown.client.fail('unavailable')
    send(shown)
    await shown.says('Le service est très occupé.')
    shown.client.fail()
    send(shown)
    await until(() => shown.field('code'))
    shown.client.fail('rate_limited', { retryAfter: 30 })
    await tryCode(shown)
    await shown.says('Attendez 1 minute,')
  })

  it('goes back to another address, and can be given up', async () => {
    const shown = await atCode()
    pressable(shown.form.renderRoot, 'Changer d’adresse')!.click()
    await until(() => shown.field('email'))
    expect(shown.field('email').value).to.equal('ines@lumen.example')
    const closed = new Promise((done) => shown.form.addEventListener('cercle-sign-in-close', done))
    pressable(shown.form.renderRoot, 'Revenir à la lecture')!.click()
    await closed
  })

  it('is the same in English, at 320 px and in the dark', async () => {
    const shown = await atCode({
      lang: 'en',
      width: 320,
      host: { '--cercle-accent': '#ff8a3d', '--cercle-ground': '#141110', background: '#141110' },
    })
    await expectAria(shown.form, 'sign-in-code-en')
    await expectAccessible(shown.form)
    expect(shown.form.renderRoot.querySelector('section')!.scrollWidth).to.be.at.most(320)
  })
})
