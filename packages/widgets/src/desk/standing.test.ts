import { expect } from '@open-wc/testing'
import { expectAccessible } from '../../test/accessible.ts'
import { asked, button, choose, field, labelled, open, says, show, world } from '../../test/desk.ts'
import type { FakeClient } from '../../test/fake-client.ts'
import { buildThread, now } from '../../test/factories.ts'
import { deep, focused, until } from '../../test/mount.ts'
import { press } from '../../test/runner.ts'

describe('the standing of a person', () => {
  const places = (client: FakeClient) =>
    client.world.people.map(({ name, standing, facilitates }) => [name, standing, facilitates])

  it('is suspended, in sight under her standing, and taken back', async () => {
    const { client, desk } = await show('people')
    await open(desk, 'Fatou')
    ;(await button(desk, 'Suspendre')).click()
    await says(desk, 'C’est fait : Fatou est en suspension.')
    expect(places(client)[0]).to.deep.equal(['Fatou', 'suspended', false])
    await until(() => !deep(desk.renderRoot, '#organisation'))
    await expectAccessible(desk)
    ;(await button(desk, 'Annuler')).click()
    await says(desk, 'C’est annulé.')
    expect(places(client)[0]).to.deep.equal(['Fatou', 'active', false])
    ;(await button(desk, 'Suspendre')).click()
    await says(desk, 'C’est fait')
    choose(await field<HTMLSelectElement>(desk, '#standing'), 'suspended')
    await until(() => !deep(desk.renderRoot, '[aria-label="Ouvrir la fiche de Denise"]'))
    ;(await labelled(desk, 'Ouvrir la fiche de Fatou')).click()
    ;(await button(desk, 'Redonner sa place')).click()
    await says(desk, 'Fatou a de nouveau sa place.')
  })

  it('is removed, or made to facilitate, only after a second word, by the keyboard', async () => {
    const { client, desk } = await show('people')
    await open(desk, 'Fatou')
    ;(await button(desk, 'Retirer de la communauté')).focus()
    await press('Enter')
    await says(desk, 'Retirer Fatou de la communauté ?'.replace(/\s/gu, ' '))
    ;(await button(desk, 'Pas encore')).focus()
    await press('Enter')
    await until(() => focused()?.getAttribute('data-change') === 'remove')
    expect(asked(client, 'members.stand')).to.deep.equal([])
    ;(await button(desk, 'Confier l’animation')).click()
    await until(() => focused()?.classList.contains('sure'))
    await expectAccessible(desk)
    ;(await button(desk, 'Confier l’animation')).click()
    await says(desk, 'Fatou anime aussi.')
    expect(places(client)[0]).to.deep.equal(['Fatou', 'active', true])
    ;(await button(desk, 'Retirer de la communauté')).click()
    await until(() => focused()?.classList.contains('sure'))
    ;(await button(desk, 'Retirer de la communauté')).click()
    await says(desk, 'Fatou ne fait plus partie de la communauté.')
  })

  it('can not be her own', async () => {
    const client = world()
    client.world.people[0]!.memberId = client.world.viewer!.memberId
    const { desk } = await show('people', client)
    await open(desk, 'Fatou')
    await says(desk, 'Votre propre place, une autre personne qui anime la change.')
    expect(deep(desk.renderRoot, '[data-change]')).to.equal(undefined)
  })

  it('is listed by who has not written yet, and by what ends soon', async () => {
    const client = world()
    const [fatou, denise] = client.world.people
    client.world.threads = [buildThread({ author: { memberId: fatou!.memberId, name: 'Fatou', organisation: null } })]
    fatou!.until = new Date(now.getTime() + 5 * 86_400_000).toISOString()
    const { desk } = await show('people', client)
    const opener = (name: string) => deep(desk.renderRoot, `[aria-label="Ouvrir la fiche de ${name}"]`)
    choose(await field<HTMLSelectElement>(desk, '#standing'), 'quiet')
    await until(() => !opener('Fatou') && opener('Denise'))
    await says(desk, 'Lire, c’est déjà participer.')
    choose(await field<HTMLSelectElement>(desk, '#standing'), 'ending')
    await until(() => opener('Fatou') && !opener('Denise'))
    expect(denise!.until).to.equal(null)
    await expectAccessible(desk)
  })
})
