import { expect } from '@open-wc/testing'
import { expectAccessible } from '../../test/accessible.ts'
import { expectAria } from '../../test/aria-snapshot.ts'
import { asked, button, choose, field, says, show, type, world } from '../../test/desk.ts'
import { until, wordsOf } from '../../test/mount.ts'
import { loadAdjustment } from './accent-facts.ts'
import { ourWords } from './our-words.ts'

describe('the room of the look', () => {
  for (const lang of ['fr', 'en']) {
    it(`offers each word of ours, and the colour (${lang})`, async () => {
      const { desk } = await show('look', world(), { lang })
      const input = await field<HTMLInputElement>(desk, '[data-term="facilitator"]')
      // the community speaks French, whatever the page does
      expect(input.placeholder).to.equal('l’animatrice')
      // what stands below comes with texts of its own
      await field(desk, '#phone')
      await expectAria(desk, `desk-look${lang === 'fr' ? '' : '-en'}`)
      await expectAccessible(desk)
    })
  }

  it('knows a word of ours for each, in both languages, at most 20', async () => {
    for (const language of ['fr', 'en'] as const) {
      const words = Object.values(await ourWords(language))
      expect(words.filter((word) => typeof word !== 'string' || !word)).to.deep.equal([])
      expect(words.length).to.be.within(1, 20)
    }
  })

  it('saves words and colour, leaves the rest as it is by now, and takes it back', async () => {
    const client = world()
    const { desk } = await show('look', client)
    type(await field<HTMLInputElement>(desk, '[data-term="facilitator"]'), 'la gardienne')
    type(await field<HTMLInputElement>(desk, '[data-term="kinds.tool"]'), 'Trucs')
    ;(await field<HTMLInputElement>(desk, '#own')).click()
    type(await field<HTMLInputElement>(desk, '#accent'), '#ffd400')
    choose(await field<HTMLSelectElement>(desk, '#scheme'), 'dark')
    await until(() => !wordsOf(desk.renderRoot).includes('Sur une page claire'))
    client.world.settings = { ...client.world.settings, greeting: 'Écrit ailleurs.' }
    const before = structuredClone(client.world.settings)
    ;(await button(desk, 'Enregistrer')).click()
    await says(desk, 'C’est enregistré, et montré à tout le monde.')
    const vocabulary = { facilitator: 'la gardienne', 'kinds.tool': 'Trucs' }
    expect(client.world.settings).to.deep.equal({ ...before, vocabulary, accent: '#ffd400', scheme: 'dark' })
    ;(await button(desk, 'Annuler')).click()
    await says(desk, 'C’est annulé.')
    expect(client.world.settings).to.deep.equal(before)
    const again = await field<HTMLInputElement>(desk, '[data-term="facilitator"]')
    await until(() => again.value === '')
    const scheme = await field<HTMLSelectElement>(desk, '#scheme')
    await until(() => scheme.value === 'auto')
  })

  it('shows button and link in the colour, and says when words are made darker or lighter', async () => {
    const { desk } = await show('look')
    ;(await field<HTMLInputElement>(desk, '#own')).click()
    type(await field<HTMLInputElement>(desk, '#accent'), '#ffd400')
    await says(desk, 'Sur une page claire, les mots seront plus foncés que cette couleur')
    expect(wordsOf(desk.renderRoot)).not.to.include('Sur une page sombre')
    const main = await field<HTMLElement>(desk, '.preview .c-btn--primary')
    await until(() => getComputedStyle(main).backgroundColor === 'rgb(255, 212, 0)')
    await expectAccessible(desk)
    type(await field<HTMLInputElement>(desk, '#accent'), '#0f6b62')
    await says(desk, 'Sur une page sombre, les mots seront plus clairs que cette couleur')
    expect(wordsOf(desk.renderRoot)).not.to.include('Sur une page claire')
  })

  it('keeps what was written when it does not go', async () => {
    const client = world()
    const { desk } = await show('look', client)
    type(await field<HTMLInputElement>(desk, '[data-term="join"]'), 'Venir')
    client.fail('offline', { procedure: 'communities.settle' })
    ;(await button(desk, 'Enregistrer')).click()
    await says(desk, 'Pas de connexion en ce moment.')
    expect((await field<HTMLInputElement>(desk, '[data-term="join"]')).value).to.equal('Venir')
    expect(asked(client, 'communities.settle')).to.have.length(1)
  })

  it('knows which colours are read as they are', async () => {
    const adjustmentOf = await loadAdjustment()
    expect(adjustmentOf('#000000')).to.deep.equal({ isDarker: false, isLighter: true })
    expect(adjustmentOf('#ffffff')).to.deep.equal({ isDarker: true, isLighter: false })
  })
})
