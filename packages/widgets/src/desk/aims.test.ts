import { expect } from '@open-wc/testing'
import { expectAccessible } from '../../test/accessible.ts'
import { expectAria } from '../../test/aria-snapshot.ts'
import { asked, button, field, says, show, type, world } from '../../test/desk.ts'
import { deep, focused, until } from '../../test/mount.ts'
import { press } from '../../test/runner.ts'

const first = ['Nous soutenir entre collègues.', 'Partager ce qui marche.']
function saying(aims = first) {
  const client = world()
  client.world.aims = aims
  return client
}
const area = (desk: Parameters<typeof field>[0]) => field<HTMLTextAreaElement>(desk, '#aims')

describe('R10: what the community wants to do together, at the desk', () => {
  for (const lang of ['fr', 'en']) {
    it(`is read a sentence a line (${lang})`, async () => {
      const { desk } = await show('arrival', saying(), { lang })
      expect((await area(desk)).value).to.equal(first.join('\n'))
      await expectAria(deep(desk.renderRoot, 'cercle-desk-aims')!, lang === 'fr' ? 'desk-aims' : 'desk-aims-en')
      await expectAccessible(desk)
    })
  }

  it('is written by the keyboard, saved in its order without empty lines, and taken back', async () => {
    const client = saying()
    const { desk } = await show('arrival', client)
    type(await area(desk), `Apprendre des autres.\n\n  ${first[0]} \n`)
    ;(await button(desk, 'Enregistrer les objectifs')).focus()
    await press('Enter')
    await says(desk, 'C’est enregistré. On les lit déjà.')
    expect(client.world.aims).to.deep.equal(['Apprendre des autres.', first[0]])
    await until(() => deep<HTMLTextAreaElement>(desk.renderRoot, '#aims')?.value === `Apprendre des autres.\n${first[0]}`)
    await expectAccessible(desk)
    ;(await button(desk, 'Annuler')).click()
    await says(desk, 'C’est annulé.')
    expect(client.world.aims).to.deep.equal(first)
    await until(() => deep<HTMLTextAreaElement>(desk.renderRoot, '#aims')?.value === first.join('\n'))
  })

  it('says which sentence is too long or how many are too many, sends nothing then, and goes on once it is mended', async () => {
    const client = saying([])
    const { desk } = await show('arrival', client)
    const save = async () => (await button(desk, 'Enregistrer les objectifs')).click()
    type(await area(desk), `Un.\n${'x'.repeat(201)}`)
    await save()
    await says(desk, 'La phrase 2 est trop longue')
    await until(() => focused()?.id === 'aims')
    await expectAccessible(desk)
    type(await area(desk), 'Un.\nDeux.\nTrois.\nQuatre.\nCinq.\nSix.')
    await says(desk, 'Une phrase de trop')
    expect(asked(client, 'communities.settleAims')).to.deep.equal([])
    type(await area(desk), 'Un.')
    await until(() => !deep(desk.renderRoot, '#error'))
    await save()
    await says(desk, 'On les lit déjà.')
    expect(client.world.aims).to.deep.equal(['Un.'])
  })

  it('keeps what was written when it does not go', async () => {
    const client = saying()
    const { desk } = await show('arrival', client)
    type(await area(desk), 'Un but.')
    client.fail('offline', { procedure: 'communities.settleAims' })
    ;(await button(desk, 'Enregistrer les objectifs')).click()
    await says(desk, 'Pas de connexion en ce moment.')
    expect((await area(desk)).value).to.equal('Un but.')
    expect(client.world.aims).to.deep.equal(first)
  })

  it('says why it could not be read, and reads at another try', async () => {
    const other = saying()
    other.fail('internal', { procedure: 'communities.aims' })
    const { desk: failed } = await show('arrival', other)
    await until(() => deep(deep(failed.renderRoot, 'cercle-desk-aims')!.shadowRoot!, '[part=error]'))
    await expectAccessible(failed)
    other.fail()
    ;(await button(failed, 'Réessayer')).click()
    expect((await area(failed)).value).to.equal(first.join('\n'))
  })
})
