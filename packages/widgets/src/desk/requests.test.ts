import { expect } from '@open-wc/testing'
import { expectAccessible } from '../../test/accessible.ts'
import { expectAria } from '../../test/aria-snapshot.ts'
import { asked, button, choose, committee, field, labelled, lumen, says, show, type, world } from '../../test/desk.ts'
import { buildSpace } from '../../test/factories.ts'
import type { FakeClient } from '../../test/fake-client.ts'
import { buildInvitation, buildRequest, fakeToken } from '../../test/fake-joining.ts'
import { deep, focused, pressable, until, wordsOf } from '../../test/mount.ts'
import { press } from '../../test/runner.ts'
import type { Desk } from './desk.ts'

const laval = buildSpace({ slug: 'laval', name: 'Laval', level: 'restricted' })

function asking(): FakeClient {
  const client = world([buildSpace({ slug: 'entraide', name: 'Entraide', level: 'members' }), laval])
  client.world.requests = [
    buildRequest({
      ease: 'call',
      phone: '819 555-0142',
      equipment: { camera: 'no', connection: 'unsure' },
      answers: [{ question: 'Depuis quand ?', answer: 'Trois ans' }],
    }),
    buildRequest({ name: 'Nadia', email: 'nadia@rive.example', organisation: 'La Rive', standing: 'removed' }),
  ]
  return client
}
async function openRequest(desk: Desk, name: string) {
  const opener = await labelled(desk, `Ouvrir la demande de ${name}`)
  opener.focus()
  await press('Enter')
  await button(desk, 'Accueillir')
}
const decisions = (client: FakeClient) => asked(client, 'joining.decide').map(({ input }) => input)

describe('the room of requests', () => {
  it('A2: shows who asks, what she wrote, and who would rather be called (R25, R64)', async () => {
    const { desk, client } = await show('requests', asking())
    await says(desk, 'Ines')
    await openRequest(desk, 'Ines')
    await expectAria(desk, 'desk-requests')
    await expectAccessible(desk)
    const words = wordsOf(desk.renderRoot)
    for (const one of [
      'ines@lumen.example',
      'Trois ans',
      '819 555-0142',
      'pas de caméra',
      'connexion qui va et vient',
      'Préfère un appel',
    ])
      expect(words).to.contain(one)
    expect(words).to.contain('A déjà été hors de la communauté')
    ;(await field<HTMLInputElement>(desk, '#call')).click()
    await until(() => !wordsOf(desk.renderRoot).includes('Nadia'))
    expect(asked(client, 'joining.requests').at(-1)!.input).to.deep.equal({ state: 'open', call: true, cursor: undefined })
  })

  it('A2: lets her in where the facilitator chooses, by the keyboard, and says what will happen before', async () => {
    const { desk, client } = await show('requests', asking())
    await openRequest(desk, 'Ines')
    ;(await button(desk, 'Accueillir')).focus()
    await press('Enter')
    await until(() => focused()?.classList.contains('way'))
    await says(desk, 'Ines recevra un courriel à ines@lumen.example')
    await expectAccessible(desk)
    expect((await field<HTMLSelectElement>(desk, '#organisation')).value).to.equal(lumen.id)
    ;(await field(desk, "input[value='laval']")).click()
    ;(await field(desk, `input[value='${committee.id}']`)).click()
    expect(deep(desk.renderRoot, "input[value='entraide']")).to.equal(undefined)
    type((await field<HTMLTextAreaElement>(desk, '#text')) as never, 'Bienvenue !')
    ;(await button(desk, 'Accueillir')).focus()
    await press('Enter')
    await says(desk, 'C’est fait : Ines est membre')
    await until(() => focused()?.classList.contains('outcome'))
    expect(decisions(client)).to.deep.equal([
      {
        id: client.world.requests[0]!.id,
        decision: 'approve',
        organisation: lumen.id,
        region: 'Outaouais',
        groups: [committee.id],
        spaces: ['laval'],
        text: 'Bienvenue !',
      },
    ])
    await until(() => !pressable(desk.renderRoot, 'Refuser'))
    await expectAccessible(desk)
  })

  it('A2: refuses with a text that can be edited and is never empty, and can be left as it was', async () => {
    const { desk, client } = await show('requests', asking())
    await openRequest(desk, 'Ines')
    ;(await button(desk, 'Refuser')).click()
    const text = await field<HTMLTextAreaElement>(desk, '#text')
    expect(text.value).to.contain('Bonjour Ines')
    await says(desk, 'Un courriel parti ne se reprend pas')
    ;(await button(desk, 'Pas encore')).click()
    await until(() => focused()?.getAttribute('data-way') === 'refuse')
    expect(decisions(client)).to.deep.equal([])
    ;(await button(desk, 'Refuser')).click()
    const again = await field<HTMLTextAreaElement>(desk, '#text')
    again.value = ' '
    ;(await button(desk, 'Envoyer la réponse')).click()
    await says(desk, 'Écrivez quelque chose ici.')
    await until(() => focused() === again)
    await expectAccessible(desk)
    again.value = 'Merci Ines, pas cette fois.'
    ;(await button(desk, 'Envoyer la réponse')).click()
    await says(desk, 'La réponse est partie à Ines.')
    expect(decisions(client)).to.deep.equal([
      { id: client.world.requests[0]!.id, decision: 'refuse', text: 'Merci Ines, pas cette fois.' },
    ])
    choose(await field<HTMLSelectElement>(desk, '#state'), 'decided')
    await until(() => !wordsOf(desk.renderRoot).includes('Nadia'))
    await says(desk, 'Refusée')
  })

  it('says that somebody else was faster, and shows what was decided', async () => {
    const client = asking()
    const { desk } = await show('requests', client)
    await openRequest(desk, 'Ines')
    ;(await button(desk, 'Poser une question')).click()
    Object.assign(client.world.requests[0]!, {
      status: 'approved',
      can: { decide: false },
      decided: { at: client.world.requests[0]!.askedAt, by: 'Odile' },
    })
    ;(await field<HTMLTextAreaElement>(desk, '#text')).value = 'Où ?'
    ;(await button(desk, 'Envoyer la question')).click()
    await says(desk, 'Une autre personne a répondu entre-temps')
    await says(desk, 'par Odile')
    expect(pressable(desk.renderRoot, 'Accueillir')).to.equal(undefined)
  })

  for (const [lang, words] of [
    ['fr', 'Aucune demande n’attend'],
    ['en', 'No request is waiting'],
  ] as const)
    it(`says that nothing waits (${lang})`, async () => {
      const { desk } = await show('requests', world(), { lang })
      await says(desk, words)
      await expectAccessible(desk)
    })
})

describe('the room of invitations', () => {
  it('invites by mail into a chosen space, and takes an invitation back', async () => {
    const client = asking()
    client.world.invitations = [buildInvitation({ email: 'ana@lumen.example', status: 'accepted', can: { withdraw: false } })]
    const { desk } = await show('invitations', client)
    await says(desk, 'ana@lumen.example')
    await expectAria(desk, 'desk-invitations')
    await expectAccessible(desk)
    const email = await field<HTMLInputElement>(desk, '#email')
    email.value = 'nadia@'
    ;(await button(desk, 'Inviter')).click()
    await says(desk, 'Il manque une partie de l’adresse')
    await until(() => focused() === email)
    email.value = 'nadia@rive.example'
    ;(await field(desk, "input[value='laval']")).click()
    ;(await button(desk, 'Inviter')).click()
    await says(desk, 'L’invitation est partie à nadia@rive.example.')
    expect(asked(client, 'joining.invite').map(({ input }) => input)).to.deep.equal([
      { email: 'nadia@rive.example', days: 14, groups: [], spaces: ['laval'] },
    ])
    await says(desk, 'Ouvre aussi : Laval')
    ;(await button(desk, 'Retirer (nadia@rive.example)')).click()
    await says(desk, 'Son lien n’ouvre plus rien.')
    expect(client.world.invitations[0]!.status).to.equal('withdrawn')
  })

  it('makes a link to hand over, shown once', async () => {
    const { desk } = await show('invitations', asking())
    ;(await button(desk, 'Inviter')).click()
    const link = await field<HTMLInputElement>(desk, '#link')
    expect(link.value).to.match(new RegExp(`/c/[a-z0-9-]+/join/i/${fakeToken}$`, 'u'))
    await until(() => focused() === link)
    await expectAccessible(desk)
  })
})
