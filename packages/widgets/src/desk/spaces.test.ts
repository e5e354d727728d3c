import { expect } from '@open-wc/testing'
import { expectAccessible } from '../../test/accessible.ts'
import { expectAria } from '../../test/aria-snapshot.ts'
import { asked, button, choose, committee, field, labelled, says, show, type, world } from '../../test/desk.ts'
import { buildSpace, buildThread } from '../../test/factories.ts'
import { deep, focused, until } from '../../test/mount.ts'
import { press } from '../../test/runner.ts'

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

  it('renames a space, its address as it was, and takes it back', async () => {
    const { client, desk } = await show('spaces', world(spaces()))
    ;(await labelled(desk, 'Renommer (Entraide)')).click()
    const name = await field<HTMLInputElement>(desk, '#name')
    await until(() => focused() === name)
    expect(name.value).to.equal('Entraide')
    await expectAria(desk, 'desk-spaces-rename')
    await expectAccessible(desk)
    type(name, '  ')
    ;(await until(() => deep<HTMLElement>(desk.renderRoot, '[type="submit"]'))).click()
    await says(desk, 'Écrivez un nom.')
    expect(focused()).to.equal(name)
    type(name, 'Coups de main')
    ;(await until(() => deep<HTMLElement>(desk.renderRoot, '[type="submit"]'))).click()
    await says(desk, '« Entraide » s’appelle maintenant « Coups de main ».')
    expect(asked(client, 'spaces.rename').map(({ input }) => input)).to.deep.equal([{ space: 'entraide', name: 'Coups de main' }])
    const opener = await labelled(desk, 'Renommer (Coups de main)')
    await until(() => focused() === opener)
    ;(await button(desk, 'Annuler')).click()
    await labelled(desk, 'Renommer (Entraide)')
    expect(client.world.spaces[0]).to.include({ slug: 'entraide', name: 'Entraide' })
  })

  it('moves a space by the keyboard, which stays with it, says where it is, and takes it back', async () => {
    const { client, desk } = await show('spaces', world(spaces()))
    const order = () => client.world.spaces.map(({ slug }) => slug)
    ;(await labelled(desk, 'Monter (Groupe Laval)')).focus()
    await press('Enter')
    await says(desk, '« Groupe Laval » est maintenant à la place 2 sur 3.')
    expect(order()).to.deep.equal(['entraide', 'laval', 'nouvelles'])
    const up = () => deep<HTMLElement>(desk.renderRoot, '#up-laval')
    await until(() => focused() === up() && up()?.ariaDisabled !== 'true')
    await press('Enter')
    await says(desk, '« Groupe Laval » est maintenant à la place 1 sur 3.')
    // the first goes no further, and the keyboard is still there
    await until(() => focused() === up() && up()?.getAttribute('aria-disabled') === 'true')
    await press('Enter')
    expect(asked(client, 'spaces.arrange').length).to.equal(2)
    await expectAccessible(desk)
    ;(await button(desk, 'Annuler')).click()
    await says(desk, 'C’est annulé.')
    expect(order()).to.deep.equal(['entraide', 'laval', 'nouvelles'])
    await until(() => deep(desk.renderRoot, '#up-entraide')?.getAttribute('aria-disabled') === 'true')
  })

  it('reads again where somebody else changed the spaces, and says that nothing was moved', async () => {
    const { client, desk } = await show('spaces', world(spaces()))
    const down = await labelled(desk, 'Descendre (Entraide)')
    client.world.spaces = [...client.world.spaces, buildSpace({ slug: 'nuit', name: 'Nuit' })]
    down.click()
    await says(desk, 'Les espaces ont changé entre-temps.')
    await labelled(desk, 'Descendre (Nuit)')
    expect(client.world.spaces.map(({ slug }) => slug)).to.deep.equal(['entraide', 'nouvelles', 'laval', 'nuit'])
    down.click()
    await says(desk, '« Entraide » est maintenant à la place 2 sur 4.')
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
