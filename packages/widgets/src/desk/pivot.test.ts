import { expect } from '@open-wc/testing'
import { expectAccessible } from '../../test/accessible.ts'
import { expectAria } from '../../test/aria-snapshot.ts'
import { asked, choose, committee, field, labelled, open, says, sector, show } from '../../test/desk.ts'
import { deep, pressable, until, wordsOf } from '../../test/mount.ts'

describe('a pivot at the desk (R81)', () => {
  it('is made of a group of a workplace, a region or a sector, at once, and taken back', async () => {
    const { client, desk } = await show('people')
    await open(desk, 'Fatou')
    const card = await until(() => deep<HTMLElement & { renderRoot: ShadowRoot }>(desk.renderRoot, 'cercle-desk-pivot'))
    const select = await until(() => card.renderRoot.querySelector<HTMLSelectElement>('#group'))
    expect([...select.options].map(({ text }) => text.trim())).to.deep.equal(['Aucun groupe', sector.name])
    expect(wordsOf(card.renderRoot)).not.to.contain(committee.name)
    await expectAria(card, 'desk-pivot')
    choose(select, sector.id)
    pressable(card.renderRoot, 'Enregistrer')!.click()
    await says(desk, 'Fatou est pivot : Hébergement.'.replace(/\s/gu, ' '))
    await says(desk, 'Pivot : Hébergement'.replace(/\s/gu, ' '))
    expect(client.world.people[0]!.pivot).to.deep.equal({ id: sector.id, name: sector.name })
    await expectAccessible(desk)
    const undo = await until(() => pressable(card.renderRoot, 'Annuler'))
    undo.click()
    await says(desk, 'C’est annulé.')
    expect(client.world.people[0]!.pivot).to.equal(null)
    await until(() => select.value === '')
  })

  it('can not be offered for who has no place, and asks nothing when nothing changes', async () => {
    const { client, desk } = await show('people')
    client.world.people[1]!.standing = 'suspended'
    choose(await field<HTMLSelectElement>(desk, '#standing'), 'suspended')
    ;(await labelled(desk, 'Ouvrir la fiche de Denise')).click()
    await until(() => deep(desk.renderRoot, 'cercle-desk-standing'))
    expect(deep(desk.renderRoot, 'cercle-desk-pivot')).to.equal(undefined)
    choose(await field<HTMLSelectElement>(desk, '#standing'), 'active')
    await open(desk, 'Fatou')
    const card = await until(() => deep<HTMLElement & { renderRoot: ShadowRoot }>(desk.renderRoot, 'cercle-desk-pivot'))
    ;(await until(() => pressable(card.renderRoot, 'Enregistrer'))).click()
    expect(asked(client, 'pivots.appoint')).to.deep.equal([])
  })
})
