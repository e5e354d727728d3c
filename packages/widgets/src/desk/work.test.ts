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
