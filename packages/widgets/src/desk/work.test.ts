import { expect } from '@open-wc/testing'
import { expectAccessible } from '../../test/accessible.ts'
import { expectAria } from '../../test/aria-snapshot.ts'
import { asked, button, says, show, world } from '../../test/desk.ts'
import { buildThread, now } from '../../test/factories.ts'
import { buildRequest } from '../../test/fake-joining.ts'
import { deep, until, wordsOf } from '../../test/mount.ts'

describe('the room of what there is to do', () => {
  it('says in one list who asks, who has not written and whose membership ends, and leads there', async () => {
    const client = world()
    client.world.requests = [buildRequest({ name: 'Rachel' }), buildRequest({ name: 'Aline' })]
    client.world.people[1]!.until = new Date(now.getTime() + 5 * 86_400_000).toISOString()
    const { desk } = await show('work', client)
    await says(desk, '2 demandes attendent une réponse')
    await says(desk, '2 personnes n’ont pas encore écrit')
    await says(desk, '1 participation se termine bientôt')
    await expectAria(desk, 'desk-work')
    await expectAccessible(desk)
    const links = [...deep(desk.renderRoot, 'cercle-desk-work')!.shadowRoot!.querySelectorAll('a')]
    expect(links.map((link) => link.getAttribute('href'))).to.deep.equal(['#requests', '#people=quiet', '#people=ending'])
    expect(asked(client, 'joining.requests').length).to.equal(1)
  })

  for (const lang of ['fr', 'en'])
    it(`R111: says that some could not come in, as numbers, with what may be done (${lang})`, async () => {
      const client = world()
      client.world.signIns = { asked: 14, entered: 9, wrong: 1, silent: 2, unknown: 2, proofs: 3, proved: 2 }
      const { desk } = await show('work', client, { lang })
      const said =
        lang === 'fr'
          ? ['5 essais pour entrer n’ont pas abouti', '14 codes demandés, 9 entrées.', '2 fois, aucun code n’a été tapé à temps.']
          : ['5 tries to come in did not work', '14 codes asked for, 9 entries.', '2 times, no code was typed in time.']
      for (const words of said) await says(desk, words)
      const links = [...deep(desk.renderRoot, 'cercle-desk-work')!.shadowRoot!.querySelectorAll('a')]
      expect(links.at(-1)!.getAttribute('href')).to.equal('#invitations')
      await expectAria(deep(desk.renderRoot, 'cercle-desk-work')!, lang === 'fr' ? 'desk-work-sign-ins' : 'desk-work-sign-ins-en')
      await expectAccessible(desk)
    })

  it('R111: says that a step was not confirmed, where everybody could come in', async () => {
    const client = world()
    client.world.signIns = { asked: 9, entered: 9, wrong: 0, silent: 0, unknown: 0, proofs: 3, proved: 2 }
    const { desk } = await show('work', client)
    await says(desk, '1 geste n’a pas été confirmé par un code')
    await says(desk, 'Une fois, le code qui confirme un geste n’a pas été donné.')
    expect(wordsOf(desk.renderRoot)).to.not.include('essai')
  })

  it('R111: says nothing of it while everybody could come in', async () => {
    const { desk, client } = await show('work')
    await says(desk, '2 personnes n’ont pas encore écrit')
    expect(asked(client, 'auth.signIns').length).to.equal(1)
    expect(wordsOf(desk.renderRoot)).to.not.include('entrée')
  })

  it('says when nothing waits', async () => {
    const client = world()
    const { people } = client.world
    client.world.threads = people.map(({ memberId, name }) => buildThread({ author: { memberId, name, organisation: null } }))
    const { desk } = await show('work', client)
    await says(desk, 'Rien n’attend.')
    await expectAccessible(desk)
  })

  it('says that there are more than it names', async () => {
    const client = world()
    client.world.pageSize = 5
    client.world.requests = Array.from({ length: 7 }, (_, n) => buildRequest({ name: `Nom${n}` }))
    const { desk } = await show('work', client)
    await says(desk, 'Plus de 5 demandes attendent une réponse')
    expect(wordsOf(desk.renderRoot)).to.not.include('Nom6')
  })

  it('says why it could not be shown, and asks again', async () => {
    const client = world()
    client.fail('unavailable', { procedure: 'joining.requests' })
    const { desk } = await show('work', client)
    await says(desk, 'Ça n’a pas fonctionné.')
    client.fail()
    ;(await button(desk, 'Réessayer')).click()
    await until(() => wordsOf(desk.renderRoot).includes('n’ont pas encore écrit'))
  })
})
