import { expect } from '@open-wc/testing'
import { expectAccessible } from '../../test/accessible.ts'
import { expectAria } from '../../test/aria-snapshot.ts'
import { asked, button, field, says, show, type, world } from '../../test/desk.ts'
import { deep, focused, until } from '../../test/mount.ts'

const contact = { name: 'Marie-Ève', email: 'animation@alize.example', phone: '819 555-0142' }
const part = (desk: Awaited<ReturnType<typeof show>>['desk']) => until(() => deep(desk.renderRoot, 'cercle-desk-contact'))

describe('whom to reach, at the desk', () => {
  for (const lang of ['fr', 'en'])
    it(`says that anybody will read it (${lang})`, async () => {
      const { desk } = await show('look', world(), { lang })
      await field(desk, '#phone')
      await expectAria(await part(desk), `desk-contact${lang === 'fr' ? '' : '-en'}`)
      await expectAccessible(await part(desk))
    })

  it('is saved beside what other rooms say, taken back, and emptied', async () => {
    const client = world()
    const { desk } = await show('look', client)
    for (const [id, value] of Object.entries(contact)) type(await field<HTMLInputElement>(desk, `#${id}`), value)
    client.world.settings = { ...client.world.settings, greeting: 'Écrit ailleurs.' }
    const before = structuredClone(client.world.settings)
    ;(await button(desk, 'Enregistrer qui joindre')).click()
    await says(desk, 'C’est enregistré. Tout le monde peut le lire.')
    expect(client.world.settings).to.deep.equal({ ...before, contact })
    ;(await button(desk, 'Annuler')).click()
    await says(desk, 'C’est annulé.')
    expect(client.world.settings).to.deep.equal(before)
    const name = await field<HTMLInputElement>(desk, '#name')
    await until(() => name.value === '')
    ;(await button(desk, 'Enregistrer qui joindre')).click()
    await says(desk, 'C’est enregistré. Personne n’est nommé.')
    expect(client.world.settings).to.deep.equal(before)
  })

  it('wants a way to that person, and an address that leads somewhere', async () => {
    const { client, desk } = await show('look')
    type(await field<HTMLInputElement>(desk, '#name'), 'Marie-Ève')
    ;(await button(desk, 'Enregistrer qui joindre')).click()
    await says(desk, 'Un prénom ne suffit pas')
    await until(() => focused()?.id === 'email')
    type(await field<HTMLInputElement>(desk, '#email'), 'animation@alize')
    ;(await button(desk, 'Enregistrer qui joindre')).click()
    await says(desk, 'Il manque quelque chose à cette adresse')
    await expectAccessible(await part(desk))
    expect(asked(client, 'communities.settle')).to.deep.equal([])
  })

  it('keeps what was written when it does not go', async () => {
    const { client, desk } = await show('look')
    type(await field<HTMLInputElement>(desk, '#phone'), '819 555-0142')
    client.fail('offline', { procedure: 'communities.settle' })
    ;(await button(desk, 'Enregistrer qui joindre')).click()
    await says(desk, 'Pas de connexion en ce moment.')
    expect((await field<HTMLInputElement>(desk, '#phone')).value).to.equal('819 555-0142')
  })
})
