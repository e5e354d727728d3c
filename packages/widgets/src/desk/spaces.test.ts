import { expect } from '@open-wc/testing'
import { expectAccessible } from '../../test/accessible.ts'
import { expectAria } from '../../test/aria-snapshot.ts'
import { asked, button, choose, committee, field, labelled, says, show, type, world } from '../../test/desk.ts'
import { buildSpace, buildThread } from '../../test/factories.ts'
import { deep, focused, until } from '../../test/mount.ts'

describe('the room of spaces', () => {
  const spaces = () => [
    buildSpace({ slug: 'entraide', name: 'Entraide', level: 'members', readers: 12 }),
    buildSpace({ slug: 'nouvelles', name: 'Nouvelles', level: 'members', readers: 12 }),
    buildSpace({ slug: 'laval', name: 'Groupe Laval', level: 'restricted', readers: 4, groups: ['Laval'] }),
  ]

  it('splits a space for some groups, its address made of its name', async () => {
    const client = world(spaces())
    const [entraide] = client.world.spaces
    client.world.threads = [buildThread({ title: 'Notre trousse', space: entraide! })]
    const { desk } = await show('spaces', client)
    const split = await labelled(desk, 'Diviser (Entraide)')
    await expectAria(desk, 'desk-spaces')
    split.click()
    ;(await button(desk, 'Créer l’espace')).click()
    await says(desk, 'Écrivez quelque chose ici.')
    type(await field<HTMLInputElement>(desk, '#name'), 'Été à Laval')
    await until(() => deep<HTMLInputElement>(desk.renderRoot, '#slug')?.value === 'ete-a-laval')
    ;(await until(() => deep<HTMLInputElement>(desk.renderRoot, '[name="who"]:not(:checked)'))).click()
    ;(await button(desk, 'Créer l’espace')).click()
    await says(desk, 'Choisissez au moins un groupe.')
    ;(await field<HTMLInputElement>(desk, '[name="group"]')).click()
    ;(await field<HTMLInputElement>(desk, '[name="thread"]')).click()
    await expectAccessible(desk)
    ;(await button(desk, 'Créer l’espace')).click()
    await says(desk, 'L’espace « Été à Laval » est créé.')
    expect(asked(client, 'spaces.split')[0]!.input).to.deep.include({
      space: 'entraide',
      slug: 'ete-a-laval',
      name: 'Été à Laval',
      groups: [committee.id],
      threads: [client.world.threads[0]!.id],
    })
    await until(() => focused()?.classList.contains('outcome'))
    await labelled(desk, 'Diviser (Été à Laval)')
  })

  it('keeps the form when the address is taken or is none, and says so', async () => {
    const { client, desk } = await show('spaces', world(spaces()))
    ;(await labelled(desk, 'Diviser (Entraide)')).click()
    type(await field<HTMLInputElement>(desk, '#name'), 'Nouvelles')
    ;(await button(desk, 'Créer l’espace')).click()
    await says(desk, 'Ce nom est déjà pris.')
    type(await field<HTMLInputElement>(desk, '#slug'), 'Élan !')
    ;(await button(desk, 'Créer l’espace')).click()
    await says(desk, 'Seulement des lettres minuscules')
    expect(asked(client, 'spaces.split').length).to.equal(1)
    expect((await field<HTMLInputElement>(desk, '#name')).value).to.equal('Nouvelles')
  })

  it('joins two spaces, or says who would lose what she reads', async () => {
    const { client, desk } = await show('spaces', world(spaces()))
    ;(await labelled(desk, 'Joindre à un autre (Entraide)')).click()
    choose(await field<HTMLSelectElement>(desk, '#into'), 'laval')
    ;(await until(() => deep<HTMLElement>(desk.renderRoot, 'cercle-desk-merge [type="submit"], [type="submit"]'))).click()
    await says(desk, '8 personnes perdraient ce qu’elles lisent : rien n’a changé.')
    expect(client.world.spaces.length).to.equal(3)
    await expectAccessible(desk)
    choose(await field<HTMLSelectElement>(desk, '#into'), 'nouvelles')
    ;(await until(() => deep<HTMLElement>(desk.renderRoot, '[type="submit"]'))).click()
    await says(desk, '« Entraide » fait maintenant partie de « Nouvelles ».')
    expect(deep(desk.renderRoot, '[aria-label="Diviser (Entraide)"]')).to.equal(undefined)
  })

  it('gives up without a trace, the keyboard where it was', async () => {
    const { client, desk } = await show('spaces', world(spaces()))
    const opener = await labelled(desk, 'Joindre à un autre (Entraide)')
    opener.click()
    ;(await button(desk, 'Fermer')).click()
    await until(() => focused() === opener)
    expect(asked(client, 'spaces.merge')).to.deep.equal([])
  })
})
