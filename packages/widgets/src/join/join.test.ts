import { expect } from '@open-wc/testing'
import { expectAccessible } from '../../test/accessible.ts'
import { expectAria } from '../../test/aria-snapshot.ts'
import { buildCommunity, buildId, buildViewer } from '../../test/factories.ts'
import { fakeClient, type FakeClient, type FakeWorld } from '../../test/fake-client.ts'
import { deep, focused, mount, pressable, settled, until, wordsOf, type Setting } from '../../test/mount.ts'
import { press, type as typeKeys } from '../../test/runner.ts'
import type { JoinForm } from './form.ts'
import type { JoinView } from './join.ts'
import './register.ts'

const question = { id: buildId(), label: 'Qui vous a parlé de nous ?', required: true }

async function show(world: Partial<FakeWorld> = {}, setting: Setting = {}) {
  const client = fakeClient({ community: buildCommunity(), questions: [question], ...world })
  const view = mount('cercle-join-view', { client }, { lang: 'fr', width: 640, ...setting })
  await settled(view, 'ready')
  await until(() => client.world.viewer || deep(view.renderRoot, "[name='name']"))
  return { client, view }
}
const form = (view: JoinView) => deep(view.renderRoot, 'cercle-join-form')!
const field = (view: JoinView, name: string) =>
  form(view).shadowRoot!.querySelector<HTMLInputElement>(`[name='${name}']:not([type='radio'])`)!
const fill = (view: JoinView, values: Record<string, string>) => {
  for (const [name, value] of Object.entries(values)) field(view, name).value = value
}
const says = (view: JoinView, words: string) => until(() => wordsOf(view.renderRoot).includes(words))
const send = (view: JoinView) => pressable(view.renderRoot, 'Envoyer ma demande')!.click()
const ticked = async (view: JoinView, ease: string) => {
  const [easy, depends, call] = form(view).shadowRoot!.querySelectorAll<HTMLInputElement>("[name='ease']")
  ;({ easy, depends, call })[ease]!.click()
  await (form(view) as JoinForm).updateComplete
}
const asked = ({ calls }: FakeClient) => calls.filter(({ procedure }) => procedure === 'joining.ask').map(({ input }) => input)
const heard = (view: JoinView, type: string) => new Promise((done) => view.addEventListener(type, done, { once: true }))
const whole = { name: 'Ines', email: 'ines@lumen.example', reason: 'Je suis seule.', [`answers.${question.id}`]: 'Une amie' }

describe('the way in', () => {
  it('in the page of a partner invites, asks nothing, and opens nothing by itself', async () => {
    const { communities, spaces, discussions, calls } = fakeClient({ community: buildCommunity() })
    const view = mount('cercle-join-view', { client: { communities, spaces, discussions } }, { lang: 'fr' })
    await settled(view, 'ready')
    await expectAria(view, 'join-invitation')
    await expectAccessible(view)
    expect(deep(view.renderRoot, 'form, input')).to.equal(undefined)
    const entered = heard(view, 'cercle-sign-in')
    pressable(view.renderRoot, 'Demander à me joindre')!.click()
    await entered
    expect(calls.map(({ procedure }) => procedure)).to.deep.equal(['communities.current'])
  })

  for (const [lang, title] of Object.entries({ fr: 'Ce que nous voulons faire ensemble', en: 'What we want to do together' }))
    it(`R10: says first what the community wants to do together (${lang})`, async () => {
      const { view } = await show({ aims: ['Nous soutenir entre collègues.', 'Partager ce qui marche.'] }, { lang })
      await says(view, title)
      expect(view.renderRoot.querySelector('h3')!.textContent).to.equal(title)
      await expectAria(view, lang === 'fr' ? 'join-aims' : 'join-aims-en')
      await expectAccessible(view)
    })

  it('says whom to reach where the community chose to, in the page of a partner as in the form, and to nobody who is signed in', async () => {
    const contact = { name: 'Marie-Ève', email: null, phone: '819 555-0142' }
    const community = buildCommunity({ contact })
    const { communities, spaces, discussions } = fakeClient({ community })
    const invitation = mount('cercle-join-view', { client: { communities, spaces, discussions } }, { lang: 'fr' })
    await settled(invitation, 'ready')
    const { view } = await show({ community })
    for (const one of [invitation, view]) {
      await says(one, 'Besoin d’aide pour entrer ? Marie-Ève peut vous aider : 819 555-0142')
      await expectAccessible(one)
    }
    const pending = await show({ community, viewer: buildViewer({ status: 'pending' }) })
    expect(deep(pending.view.renderRoot, 'cercle-reach')).to.equal(undefined)
  })

  it('A1: asks with the keyboard alone, and says what comes', async () => {
    const { view, client } = await show()
    await expectAria(view, 'join-form')
    await expectAccessible(view)
    view.focus()
    await until(() => focused() === field(view, 'name'))
    await typeKeys('Ines')
    fill(view, { ...whole, name: 'Ines', region: 'Outaouais' })
    await press('Enter')
    await says(view, 'Demande reçue')
    await until(() => focused()?.classList.contains('done'))
    await expectAccessible(view)
    const [{ id, ...request }] = asked(client) as [{ id: string }]
    expect(id).to.match(/^[0-9a-f-]{36}$/u)
    expect(JSON.parse(JSON.stringify(request))).to.deep.equal({
      name: 'Ines',
      email: 'ines@lumen.example',
      reason: 'Je suis seule.',
      region: 'Outaouais',
      answers: [{ question: question.id, answer: 'Une amie' }],
      equipment: {},
    })
  })

  it('R24 R25: what she says of her ease adapts what is asked, and who wants a call leaves a number', async () => {
    const { view, client } = await show()
    expect(field(view, 'camera')).not.to.equal(null)
    await ticked(view, 'easy')
    expect([field(view, 'camera'), field(view, 'phone')]).to.deep.equal([null, null])
    await ticked(view, 'call')
    await says(view, 'On vous appellera pour faire le tour avec vous')
    fill(view, { ...whole, camera: 'no' })
    send(view)
    await until(() => focused() === field(view, 'phone'))
    await expectAccessible(view)
    expect(asked(client)).to.deep.equal([])
    field(view, 'phone').value = '819 555-0142'
    send(view)
    await says(view, 'Comme vous l’avez demandé, on vous appellera.')
    expect(asked(client)[0]).to.deep.include({ ease: 'call', phone: '819 555-0142', equipment: { camera: 'no' } })
  })

  it('says what is missing beside its field, and loses nothing that was written', async () => {
    const { view, client } = await show()
    fill(view, { name: 'Ines', email: 'ines@lumen' })
    send(view)
    await until(() => focused() === field(view, 'email'))
    await says(view, 'Il manque une partie de l’adresse')
    expect(field(view, 'reason').getAttribute('aria-invalid')).to.equal('true')
    expect(field(view, 'name').value).to.equal('Ines')
    await expectAccessible(view)
    client.fail('invalid', { procedure: 'joining.ask', fields: [{ path: 'email', reason: 'format' }] })
    fill(view, whole)
    send(view)
    await until(() => asked(client).length === 1 && field(view, 'email').getAttribute('aria-invalid') === 'true')
    client.fail()
    send(view)
    await says(view, 'Demande reçue')
  })

  it('keeps what is written on this device, without who she is, and gives it back; nothing of it stays once it is sent', async () => {
    const world = { community: buildCommunity({ slug: 'gardee' }) }
    const key = 'cercle draft gardee join'
    const { view, client } = await show(world)
    await ticked(view, 'call')
    fill(view, { ...whole, region: 'Outaouais', phone: '819 555-0142', camera: 'no' })
    field(view, 'reason').dispatchEvent(new Event('input', { bubbles: true, composed: true }))
    await says(view, 'Gardé sur cet appareil 7 jours au plus')
    await expectAccessible(view)
    const kept = localStorage.getItem(key)!
    expect(kept).to.include('Je suis seule.').and.include('Outaouais')
    for (const never of ['Ines', 'lumen.example', '0142']) expect(kept).to.not.include(never)
    client.fail('offline', { procedure: 'joining.ask' })
    send(view)
    await says(view, 'Ce que vous avez écrit est encore là')
    client.fail()
    const { id } = asked(client)[0] as { id: string }
    view.remove()

    const again = await show(world)
    await until(() => field(again.view, 'reason').value === 'Je suis seule.')
    expect(field(again.view, 'camera').value).to.equal('no')
    expect(
      [field(again.view, 'name').value, field(again.view, 'email').value, field(again.view, 'phone').value].join(''),
    ).to.equal('')
    fill(again.view, { name: 'Ines', email: 'ines@lumen.example', phone: '819 555-0142' })
    send(again.view)
    await says(again.view, 'Demande reçue')
    expect(asked(again.client)[0]).to.include({ id, reason: 'Je suis seule.', ease: 'call' })
    expect(localStorage.getItem(key)).to.equal(null)
  })

  it('keeps nothing for longer than a week, nor when she says so', async () => {
    const world = { community: buildCommunity({ slug: 'gardee' }) }
    const key = 'cercle draft gardee join'
    const words = JSON.stringify({ reason: 'Vieille raison' })
    const old = { id: buildId(), at: Date.now() - 7 * 86_400_000 - 1, fields: { words } }
    localStorage.setItem(key, JSON.stringify(old))
    const { view } = await show(world)
    expect(field(view, 'reason').value).to.equal('')
    expect(localStorage.getItem(key)).to.equal(null)
    field(view, 'reason').value = 'Une raison'
    field(view, 'reason').dispatchEvent(new Event('input', { bubbles: true, composed: true }))
    ;(await until(() => pressable(view.renderRoot, 'Ne pas le garder'))).click()
    await until(() => localStorage.getItem(key) === null)
    expect(field(view, 'reason').value).to.equal('Une raison')
  })

  it('asks once, whatever the line does: what is sent again is the same request', async () => {
    const { view, client } = await show()
    fill(view, whole)
    client.fail('offline', { procedure: 'joining.ask' })
    send(view)
    await says(view, 'Ce que vous avez écrit est encore là')
    await expectAccessible(view)
    client.fail('rate_limited', { procedure: 'joining.ask', retryAfter: 60 })
    send(view)
    await says(view, 'Attendez un peu')
    client.fail()
    send(view)
    await says(view, 'Demande reçue')
    expect(new Set((asked(client) as { id: string }[]).map(({ id }) => id)).size).to.equal(1)
  })

  it('shows what is asked by now when the community changed it meanwhile, and keeps what was written', async () => {
    const { view, client } = await show()
    fill(view, { ...whole, region: 'Outaouais' })
    const other = { id: buildId(), label: 'Depuis quand ?', required: true }
    client.world.questions = [other]
    client.fail('invalid', { procedure: 'joining.ask', fields: [{ path: 'answers', reason: 'not_allowed' }] })
    send(view)
    await says(view, 'La communauté vient de changer ses questions.')
    await until(() => field(view, `answers.${other.id}`))
    expect(field(view, `answers.${other.id}`).value).to.equal('')
    expect([field(view, 'region').value, field(view, 'reason').value]).to.deep.equal(['Outaouais', whole.reason])
    expect(wordsOf(view.renderRoot)).not.to.include(question.label)
    await expectAccessible(view)
    client.fail()
    fill(view, { [`answers.${other.id}`]: 'Trois ans' })
    send(view)
    await says(view, 'Demande reçue')
    expect(asked(client).at(-1)).to.deep.include({ answers: [{ question: other.id, answer: 'Trois ans' }] })
  })

  it('is said in the words of the community, in its own language only', async () => {
    const community = buildCommunity({ vocabulary: { facilitator: 'la gardienne' } })
    const { view } = await show({ community })
    await says(view, 'Seulement la gardienne, personne d’autre.')
    const { view: other } = await show({ community }, { lang: 'en' })
    await says(other, 'Only the person who facilitates the community, nobody else.')
  })

  it('lets who is a member enter with a code, and can be left', async () => {
    const { view } = await show()
    const [entered, closed] = [heard(view, 'cercle-sign-in'), heard(view, 'cercle-join-close')]
    pressable(view.renderRoot, 'Entrer avec un code')!.click()
    await entered
    pressable(view.renderRoot, 'Laisser faire')!.click()
    await closed
  })

  it('tells who is signed in where she stands', async () => {
    const { view } = await show({ viewer: buildViewer({ status: 'pending', name: 'Ines' }) })
    await says(view, 'Votre demande attend une réponse')
    const member = await show({ viewer: buildViewer({ name: 'Fatou' }) }, { lang: 'en' })
    await says(member.view, 'Hello Fatou. You are a member')
    await expectAccessible(member.view)
  })

  it('says why it did not open, and opens at another try', async () => {
    const client = fakeClient({ community: buildCommunity() })
    client.fail('offline')
    const view = mount('cercle-join-view', { client }, { lang: 'fr' })
    await settled(view, 'offline')
    await expectAccessible(view)
    client.fail()
    pressable(view.renderRoot, 'Réessayer')!.click()
    await settled(view, 'ready')
  })
})

describe('trying the equipment', () => {
  const { mediaDevices } = navigator
  const give = (getUserMedia: () => Promise<MediaStream>) =>
    Object.defineProperty(navigator, 'mediaDevices', { value: { getUserMedia }, configurable: true })
  afterEach(() => {
    Object.defineProperty(navigator, 'mediaDevices', { value: mediaDevices, configurable: true })
  })

  async function trial() {
    const { communities, spaces, discussions } = fakeClient({ community: buildCommunity() })
    const view = mount('cercle-join-view', { client: { communities, spaces, discussions } }, { lang: 'fr' })
    await settled(view, 'ready')
    view.renderRoot.querySelector('details')!.open = true
    await until(() => deep(view.renderRoot, 'cercle-equipment-trial')?.shadowRoot?.querySelector('button'))
    return view
  }

  it('R24: opens nothing before it is asked to, and says kindly what it found', async () => {
    let asked = 0
    give(() => {
      asked++
      return Promise.reject(new DOMException('', asked === 1 ? 'NotFoundError' : 'NotAllowedError'))
    })
    const view = await trial()
    expect(asked).to.equal(0)
    pressable(view.renderRoot, 'Essayer la caméra')!.click()
    await says(view, 'Pas de caméra, ce n’est pas grave.')
    pressable(view.renderRoot, 'Essayer le micro')!.click()
    await says(view, 'Le micro n’a pas pu être essayé ici.')
    await expectAccessible(view)
  })

  it('closes at once what it opened', async () => {
    const canvas = document.createElement('canvas')
    canvas.getContext('2d')!.fillRect(0, 0, 1, 1)
    const stream = canvas.captureStream()
    give(() => Promise.resolve(stream))
    const view = await trial()
    pressable(view.renderRoot, 'Essayer la caméra')!.click()
    await until(() => deep(view.renderRoot, 'video'))
    deep(view.renderRoot, 'cercle-equipment-trial')!.remove()
    await until(() => stream.getTracks().every(({ readyState }) => readyState === 'ended'))
  })
})
