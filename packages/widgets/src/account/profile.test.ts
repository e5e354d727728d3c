import { expect } from '@open-wc/testing'
import { expectAccessible } from '../../test/accessible.ts'
import { expectAria } from '../../test/aria-snapshot.ts'
import { buildCommunity, buildViewer } from '../../test/factories.ts'
import { fakeClient, type FakeClient } from '../../test/fake-client.ts'
import { focused, mount, pressable, until, wordsOf, type Setting } from '../../test/mount.ts'
import { press } from '../../test/runner.ts'
import './profile-register.ts'
import type { ProfileView } from './profile.ts'

const community = buildCommunity()

function show(setting: Setting = {}): { client: FakeClient; profile: ProfileView } {
  const client = fakeClient({ viewer: buildViewer(), community, about: { region: 'Laval', availability: null } })
  return { client, profile: mount('cercle-profile', { client, community }, { lang: 'fr', nested: 'light', ...setting }) }
}
const opener = ({ renderRoot }: ProfileView) => until(() => renderRoot.querySelector<HTMLElement>('.turns'))
const says = ({ renderRoot }: ProfileView, text: string) => until(() => wordsOf(renderRoot).includes(text))
const field = ({ renderRoot }: ProfileView, id: string) =>
  until(() => renderRoot.querySelector<HTMLInputElement>(`#${id}`)) as Promise<HTMLInputElement>

async function opened(setting: Setting = {}) {
  const shown = show(setting)
  ;(await opener(shown.profile)).click()
  await field(shown.profile, 'name')
  return shown
}
async function write(profile: ProfileView, id: string, value: string): Promise<HTMLInputElement> {
  const input = await field(profile, id)
  input.value = value
  input.dispatchEvent(new Event('input', { bubbles: true }))
  return input
}
const save = ({ renderRoot }: ProfileView) => pressable(renderRoot, 'Enregistrer')!.click()

describe('what is said of a member', () => {
  it('is closed and asks nothing; opened by the keyboard it says who sees each of it', async () => {
    const { client, profile } = show()
    const button = await opener(profile)
    await expectAccessible(profile)
    expect(client.calls).to.deep.equal([])
    button.focus()
    await press('Enter')
    expect((await field(profile, 'name')).value).to.equal('Nadia')
    expect(wordsOf(profile.renderRoot)).to.contain('Maison Lumen').and.contain('Laval')
    await expectAria(profile, 'profile')
    await expectAccessible(profile)
  })

  it('is changed, told to who shows her name, and said in words', async () => {
    const { client, profile } = await opened()
    const told = new Promise<Event>((done) => profile.addEventListener('cercle-profile-change', done, { once: true }))
    await write(profile, 'name', ' Nadia B. ')
    await write(profile, 'availability', 'Le mardi')
    save(profile)
    await says(profile, 'C’est noté.')
    expect(client.calls.at(-1)).to.deep.equal({
      procedure: 'members.changeProfile',
      input: { name: 'Nadia B.', availability: 'Le mardi', organisationShown: true },
    })
    expect(((await told) as CustomEvent).detail).to.include({ name: 'Nadia B.', region: 'Laval' })
    await write(profile, 'availability', ' ')
    save(profile)
    await until(() => client.world.about.availability === null)
  })

  it('with her name alone shows how it will be read, is kept so, and is taken back', async () => {
    const { client, profile } = await opened()
    const box = await field(profile, 'organisationShown')
    expect(box.checked).to.equal(true)
    await says(profile, 'À côté de vos textes, on lira : Nadia, Maison Lumen.')
    box.focus()
    await press('Space')
    await says(profile, 'À côté de vos textes, on lira : Nadia.')
    save(profile)
    await says(profile, 'Ce n’est pas montré à côté de votre nom.')
    expect(client.calls.at(-1)!.input).to.deep.equal({ name: 'Nadia', availability: null, organisationShown: false })
    expect(client.world.viewer!.organisation).to.equal(null)
    await expectAria(profile, 'profile-name-alone')
    await expectAccessible(profile)
    box.focus()
    await press('Space')
    save(profile)
    await until(() => client.world.viewer!.organisation === 'Maison Lumen')
    await says(profile, 'À côté de vos textes, on lira : Nadia, Maison Lumen.')
  })

  it('without a name says what to write, and the keyboard is there', async () => {
    const { client, profile } = await opened()
    const input = await write(profile, 'name', ' ')
    save(profile)
    await says(profile, 'Écrivez comment on vous appelle.')
    expect(focused()).to.equal(input)
    await expectAria(profile, 'profile-nameless')
    await expectAccessible(profile)
    expect(client.calls.map(({ procedure }) => procedure)).to.deep.equal(['members.profile'])
  })

  it('that could not be saved says why, and keeps what was written', async () => {
    const { client, profile } = await opened()
    client.fail('offline')
    const input = await write(profile, 'availability', 'Le mardi')
    save(profile)
    await says(profile, 'Ce n’est pas enregistré. Ce que vous avez écrit est encore là. La connexion est coupée.')
    expect(input.value).to.equal('Le mardi')
    await expectAccessible(profile)
    client.fail()
    save(profile)
    await says(profile, 'C’est noté.')
    expect(client.world.about.availability).to.equal('Le mardi')
  })

  it('that did not come says why, and is asked for again', async () => {
    const { client, profile } = show()
    client.fail('internal')
    ;(await opener(profile)).click()
    await says(profile, 'Ce qui se dit de vous n’a pas pu être affiché.')
    await expectAccessible(profile)
    client.fail()
    pressable(profile.renderRoot, 'Essayer de nouveau')!.click()
    await field(profile, 'name')
  })

  it('is the same in English, at 320 px and in the dark', async () => {
    const { profile } = await opened({ lang: 'en', width: 320, nested: 'dark', host: { background: '#141110' } })
    await says(profile, 'When you can be reached')
    await expectAria(profile, 'profile-en')
    await expectAccessible(profile)
    expect(profile.scrollWidth).to.be.at.most(320)
  })
})
