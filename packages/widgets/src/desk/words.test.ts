import { expect } from '@open-wc/testing'
import { expectAccessible } from '../../test/accessible.ts'
import { expectAria } from '../../test/aria-snapshot.ts'
import { asked, button, field, labelled, says, show, type, world } from '../../test/desk.ts'
import { focused, until } from '../../test/mount.ts'

describe('the room of words', () => {
  it('saves what the community is called and says, and takes it back', async () => {
    const client = world()
    const before = structuredClone(client.world.settings)
    const { desk } = await show('words', client)
    await field(desk, '#greeting')
    await expectAria(desk, 'desk-words')
    await expectAccessible(desk)
    type(await field<HTMLInputElement>(desk, '#name'), 'Ensemble')
    type(await field<HTMLInputElement>(desk, '#greeting'), 'Prends ton temps.')
    type(await field<HTMLInputElement>(desk, '#exit'), 'https://meteo.example/')
    ;(await field<HTMLInputElement>(desk, '#indexable')).click()
    ;(await button(desk, 'Enregistrer')).click()
    await says(desk, 'C’est enregistré, et montré à tout le monde.')
    expect(client.world.settings).to.deep.equal({
      ...before,
      name: 'Ensemble',
      greeting: 'Prends ton temps.',
      exitUrl: 'https://meteo.example/',
      indexable: true,
    })
    ;(await button(desk, 'Annuler')).click()
    await says(desk, 'C’est annulé.')
    expect(client.world.settings).to.deep.equal(before)
    const again = await field<HTMLInputElement>(desk, '#name')
    await until(() => again.value === before.name)
  })

  it('adds and takes out gestures, by name, and leaves empty ones out', async () => {
    const client = world()
    const { reactions } = structuredClone(client.world.settings)
    const { desk } = await show('words', client)
    ;(await button(desk, 'Ajouter un geste')).click()
    await until(() => focused()?.matches('[data-key="mot-1"]'))
    type(focused() as HTMLInputElement, 'Courage')
    ;(await button(desk, 'Ajouter un geste')).click()
    await until(() => focused()?.matches('[data-key="mot-2"]'))
    ;(await labelled(desk, `Retirer «\u00a0${reactions[0]!.label}\u00a0»`)).click()
    await until(() => focused()?.matches('.add'))
    ;(await button(desk, 'Enregistrer')).click()
    await says(desk, 'C’est enregistré')
    expect(client.world.settings.reactions).to.deep.equal([...reactions.slice(1), { key: 'mot-1', label: 'Courage' }])
  })

  it('says what is missing beside where it is, keeps what was written, and sends nothing', async () => {
    const client = world()
    const { desk } = await show('words', client)
    type(await field<HTMLInputElement>(desk, '#exit'), 'http://meteo.example')
    ;(await button(desk, 'Enregistrer')).click()
    await says(desk, 'Écrivez une adresse entière')
    await until(() => focused()?.id === 'exit')
    type(await field<HTMLInputElement>(desk, '#exit'), '')
    type(await field<HTMLInputElement>(desk, '#name'), ' ')
    ;(await button(desk, 'Enregistrer')).click()
    await until(() => focused()?.id === 'name')
    expect(asked(client, 'communities.settle')).to.deep.equal([])
    type(await field<HTMLInputElement>(desk, '#name'), 'Ensemble')
    client.fail('offline', { procedure: 'communities.settle' })
    ;(await button(desk, 'Enregistrer')).click()
    await says(desk, 'Pas de connexion en ce moment.')
    expect((await field<HTMLInputElement>(desk, '#name')).value).to.equal('Ensemble')
  })
})
