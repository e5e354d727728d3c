import { expect } from '@open-wc/testing'
import { expectAccessible } from '../../test/accessible.ts'
import { expectAria } from '../../test/aria-snapshot.ts'
import { buildCommunity, buildSpace, buildViewer, now } from '../../test/factories.ts'
import { buildCharter, buildSignature } from '../../test/fake-charters.ts'
import { fakeClient, type FakeClient } from '../../test/fake-client.ts'
import { deep, focused, mount, pressable, settled, until, wordsOf } from '../../test/mount.ts'
import { press } from '../../test/runner.ts'
import type { Desk } from './desk.ts'
import './register.ts'

const viewer = buildViewer({ facilitates: true, name: 'Sophie' })
const community = buildCommunity()

function world(): FakeClient {
  return fakeClient({
    community,
    viewer,
    spaces: [
      buildSpace({ slug: 'accueil', name: 'Accueil', level: 'public' }),
      buildSpace({ slug: 'laval', name: 'Groupe Laval', level: 'restricted', groups: ['Laval'] }),
    ],
    charters: [buildCharter({ text: 'Ce qui se dit ici reste ici.', signatures: [buildSignature()] })],
  })
}
async function show(client = world()) {
  const desk = mount('cercle-desk', { client, room: 'charter', now }, { lang: 'fr', width: 700 }) as Desk
  await settled(desk, 'ready')
  const area = await until(() => deep<HTMLTextAreaElement>(desk.renderRoot, '#text'))
  return { client, desk, area }
}
const says = (desk: Desk, words: string) => until(() => wordsOf(desk.renderRoot).includes(words))
const button = (desk: Desk, words: string) => until(() => pressable(desk.renderRoot, words))
const published = (client: FakeClient) => client.calls.filter(({ procedure }) => procedure === 'charter.publish')

function write(area: HTMLTextAreaElement, text: string): void {
  area.value = text
  area.dispatchEvent(new Event('input', { bubbles: true }))
}

describe('the room of the charter', () => {
  afterEach(() => localStorage.clear())

  it('begins with what is published, and publishes nothing that is published already', async () => {
    const { client, desk, area } = await show()
    expect(area.value).to.equal('Ce qui se dit ici reste ici.')
    await expectAria(desk, 'desk-charter')
    await expectAccessible(desk)
    ;(await button(desk, 'Publier cette version')).click()
    await says(desk, 'Ce texte est déjà celui qui est publié.')
    expect(focused()?.id).to.equal('text')
    expect(published(client)).to.deep.equal([])
  })

  it('says what it asks of everybody before it goes out, then publishes and signs, by the keyboard', async () => {
    const { client, desk, area } = await show()
    write(area, 'Je ne nomme personne.')
    ;(await button(desk, 'Publier cette version')).focus()
    await press('Enter')
    await says(desk, 'Chaque personne devra signer cette version.')
    expect(published(client)).to.deep.equal([])
    await expectAccessible(desk)
    ;(await button(desk, 'Publier et signer')).focus()
    await press('Enter')
    await says(desk, 'La version 3 est publiée, et vous l’avez signée.')
    const current = client.world.charters.find((one) => one.current)!
    expect([current.text, current.signatures.length]).to.deep.equal(['Je ne nomme personne.', 1])
    await until(() => focused()?.classList.contains('outcome'))
    await says(desk, 'Le texte publié, version 3')
  })

  it('can be put off: the text stays, also after a reload', async () => {
    const { desk, area } = await show()
    write(area, 'Un brouillon.')
    ;(await button(desk, 'Publier cette version')).click()
    ;(await button(desk, 'Pas encore')).click()
    await until(() => focused()?.textContent?.includes('Publier cette version'))
    desk.remove()
    const again = await show()
    await until(() => again.area.value === 'Un brouillon.')
  })

  it('keeps her text when another version came in between, and shows that one', async () => {
    const { client, desk, area } = await show()
    write(area, 'Mon texte.')
    ;(await button(desk, 'Publier cette version')).click()
    const [first] = client.world.charters
    first!.current = false
    client.world.charters.push(
      buildCharter({ text: 'Le texte d’une autre.', version: 3, signatures: [buildSignature({ version: 3 })] }),
    )
    ;(await button(desk, 'Publier et signer')).click()
    await says(desk, 'Une autre version est parue entre-temps.')
    await says(desk, 'Le texte d’une autre.')
    expect(area.value).to.equal('Mon texte.')
    ;(await button(desk, 'Publier cette version')).click()
    ;(await button(desk, 'Publier et signer')).click()
    await says(desk, 'La version 4 est publiée')
  })

  it('publishes once when the signature does not go through at first', async () => {
    const { client, desk, area } = await show()
    write(area, 'Je ne nomme personne.')
    ;(await button(desk, 'Publier cette version')).click()
    client.fail('offline', { procedure: 'charter.sign' })
    ;(await button(desk, 'Publier et signer')).click()
    await says(desk, 'Pas de connexion en ce moment.')
    client.fail()
    ;(await button(desk, 'Publier et signer')).click()
    await says(desk, 'La version 3 est publiée')
    expect(new Set(published(client).map(({ input }) => (input as { id: string }).id)).size).to.equal(1)
  })

  it('begins one for a space that has none', async () => {
    const { client, desk, area } = await show()
    const select = deep<HTMLSelectElement>(desk.renderRoot, '#place')!
    expect([...select.options].map(({ text }) => text)).to.deep.equal(['Toute la communauté', 'Groupe Laval'])
    select.value = 'laval'
    select.dispatchEvent(new Event('change', { bubbles: true }))
    await says(desk, 'Pas encore de charte ici.')
    await until(() => area.value === '')
    write(area, 'Entre nous.')
    ;(await button(desk, 'Publier cette version')).click()
    await says(desk, 'Chaque personne de cet espace')
    ;(await button(desk, 'Publier et signer')).click()
    await says(desk, 'La version 1 est publiée')
    expect(published(client)[0]!.input).to.deep.include({
      space: 'laval',
      text: 'Entre nous.',
      replaces: null,
      language: 'fr-CA',
    })
  })
})
