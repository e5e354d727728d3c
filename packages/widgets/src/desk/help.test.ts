import { expect } from '@open-wc/testing'
import { expectAccessible } from '../../test/accessible.ts'
import { expectAria } from '../../test/aria-snapshot.ts'
import { asked, button, choose, field, says, show, world } from '../../test/desk.ts'
import { buildAnswer, buildHelp } from '../../test/fake-help.ts'
import { until, wordsOf } from '../../test/mount.ts'

const calls = (client: ReturnType<typeof world>, procedure: string) =>
  asked(client, procedure).map(({ input }) => input as Record<string, unknown>)

describe('the room of help', () => {
  it('shows who asks, from where and how to call back; an answer leaves once and stands there', async () => {
    const client = world()
    client.world.help = [buildHelp({ call: true, phone: '819 555-0142', mine: false })]
    const { desk } = await show('help', client)
    await says(desk, 'Je ne trouve pas la charte.')
    await says(desk, 'Téléphone : 819 555-0142')
    await expectAria(desk, 'desk-help')
    await expectAccessible(desk)
    const text = await field<HTMLTextAreaElement>(desk, '#text')
    expect(text.value).to.equal('Bonjour Fatou,\n')
    text.value = 'Bonjour Fatou,\nelle est dans votre compte.'
    client.fail('offline', { procedure: 'help.answer' })
    ;(await button(desk, 'Répondre')).click()
    await says(desk, 'Pas de connexion')
    client.fail()
    ;(await button(desk, 'Répondre')).click()
    await says(desk, 'Votre réponse est partie.')
    await says(desk, 'elle est dans votre compte.')
    const sent = calls(client, 'help.answer')
    expect(sent.map(({ id }) => id)[0]).to.equal(sent[1]!['id'])
    await expectAccessible(desk)
  })

  it('sends no greeting alone', async () => {
    const client = world()
    client.world.help = [buildHelp({ mine: false })]
    const { desk } = await show('help', client)
    ;(await button(desk, 'Répondre')).click()
    await says(desk, 'Écrivez quelque chose ici.')
    expect(calls(client, 'help.answer')).to.deep.equal([])
  })

  it('is settled in one press, with the way back', async () => {
    const client = world()
    client.world.help = [buildHelp({ state: 'answered', turns: [buildAnswer()], mine: false })]
    const { desk } = await show('help', client)
    await says(desk, 'Personne n’attend de réponse.')
    choose(await field<HTMLSelectElement>(desk, '#state'), 'answered')
    ;(await button(desk, 'C’est réglé')).click()
    await says(desk, 'La demande de Fatou est réglée.')
    expect(client.world.help[0]!.state).to.equal('settled')
    ;(await button(desk, 'Annuler')).click()
    await until(() => client.world.help[0]!.state === 'answered')
    await says(desk, 'C’est annulé.')
  })

  it('is first on the list of what there is to do', async () => {
    const client = world()
    client.world.help = [buildHelp({ mine: false }), buildHelp({ name: 'Kim', mine: false })]
    const { desk } = await show('work', client)
    await says(desk, '2 personnes demandent de l’aide')
    expect(wordsOf(desk.renderRoot)).to.include('Fatou, Kim')
    await expectAccessible(desk)
  })
})
