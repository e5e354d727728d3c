import { expect } from '@open-wc/testing'
import { expectAccessible } from '../../test/accessible.ts'
import { expectAria } from '../../test/aria-snapshot.ts'
import { asked, button, field, labelled, open, says, show, type, world } from '../../test/desk.ts'
import { buildPasskey, KEY } from '../../test/fake-passkeys.ts'
import { deep, focused, mount, pressable, until, wordsOf } from '../../test/mount.ts'
import { fakeClient } from '../../test/fake-client.ts'

const bytes = (text: string) => new TextEncoder().encode(text).buffer
type Device = Pick<CredentialsContainer, 'create' | 'get'>

/** What the device of the page does when it is asked for a key. */
function device(acts: Partial<Device>): void {
  Object.defineProperty(navigator, 'credentials', { configurable: true, value: acts })
}
const made = (id = KEY) => ({ id, response: { clientDataJSON: bytes('{}'), attestationObject: bytes('~~') } })
const used = (id = KEY) => ({
  id,
  response: { clientDataJSON: bytes('{}'), authenticatorData: bytes('a'), signature: bytes('s'), userHandle: bytes('h') },
})
const answers = (key: unknown) => async () => key as Credential
const refuses = (name: string) => async () => {
  throw new DOMException('', name)
}

afterEach(() => {
  Reflect.deleteProperty(navigator, 'credentials')
})

describe('the room of keys', () => {
  it('adds one by name, with the code that it wants, and removes it', async () => {
    const told: CredentialCreationOptions[] = []
    device({
      create: async (options) => {
        told.push(options!)
        return made() as never
      },
    })
    const client = world()
    client.world.passkeys = [buildPasskey({ name: 'Ma tablette' })]
    const { desk } = await show('key', client)
    await says(desk, 'Ma tablette')
    await expectAria(desk, 'desk-passkeys')
    await expectAccessible(desk)
    ;(await labelled(desk, 'Retirer la clé «\u00a0Ma tablette\u00a0»')).click()
    await until(() => focused()?.matches('.sure'))
    await expectAccessible(desk)
    ;(await button(desk, 'La garder')).click()
    await until(() => !deep(desk.renderRoot, '.sure'))
    ;(await button(desk, 'Ajouter la clé')).click()
    await until(() => focused()?.id === 'name')
    expect(asked(client, 'passkeys.askToAdd')).to.deep.equal([])
    type(await field<HTMLInputElement>(desk, '#name'), ' Mon téléphone ')
    client.fail('proof_needed', { procedure: 'passkeys.askToAdd' })
    ;(await button(desk, 'Ajouter la clé')).click()
    await says(desk, 'Confirmons que c’est bien vous')
    ;(await button(desk, 'Recevoir un code')).click()
    type(await field<HTMLInputElement>(desk, '#code'), '1234 5678')
    client.fail()
    ;(await button(desk, 'Continuer')).click()
    await says(desk, '« Mon téléphone » est ajoutée.')
    expect(asked(client, 'passkeys.add').map(({ input }) => input)).to.deep.equal([
      {
        name: 'Mon téléphone',
        answer: { id: KEY, response: { clientDataJSON: 'e30', attestationObject: 'fn4', transports: [] } },
      },
    ])
    const { challenge, user } = told[0]!.publicKey!
    expect(new TextDecoder().decode(challenge)).to.equal('challenge')
    expect((user.id as Uint8Array).length).to.equal(3)
    ;(await labelled(desk, 'Retirer la clé «\u00a0Ma tablette\u00a0»')).click()
    ;(await button(desk, 'Retirer cette clé')).click()
    await says(desk, '« Ma tablette » est retirée.')
    expect(client.world.passkeys.map(({ name }) => name)).to.deep.equal(['Mon téléphone'])
  })

  it('says why there is none, and keeps the name', async () => {
    const client = world()
    const { desk } = await show('key', client)
    await says(desk, 'Vous n’avez pas encore de clé.')
    type(await field<HTMLInputElement>(desk, '#name'), 'Mon téléphone')
    for (const [act, words] of [
      [refuses('NotAllowedError'), 'Aucune clé n’a été ajoutée.'],
      [refuses('InvalidStateError'), 'Cet appareil a déjà une clé pour ici.'],
      [answers(made('eA')), 'Aucune clé n’a été ajoutée.'],
    ] as const) {
      device({ create: act })
      ;(await button(desk, 'Ajouter la clé')).click()
      await says(desk, words)
    }
    client.fail('conflict', { procedure: 'passkeys.askToAdd' })
    ;(await button(desk, 'Ajouter la clé')).click()
    await says(desk, 'Vous avez déjà 20 clés.')
    expect((await field<HTMLInputElement>(desk, '#name')).value).to.equal('Mon téléphone')
    expect(client.world.passkeys).to.deep.equal([])
  })
})

describe('a key instead of a code', () => {
  async function suspending(keys = [buildPasskey()]) {
    const client = world()
    client.world.passkeys = keys
    const { desk } = await show('people', client)
    await open(desk, 'Fatou')
    client.fail('proof_needed', { procedure: 'members.stand' })
    ;(await button(desk, 'Suspendre')).click()
    await says(desk, 'Confirmons que c’est bien vous')
    return { client, desk }
  }

  it('lets a step go on, and says what is wrong with another', async () => {
    const { client, desk } = await suspending()
    device({ get: answers(used('eA')) })
    ;(await button(desk, 'Utiliser ma clé')).click()
    await says(desk, 'Cette clé n’ouvre pas ici.')
    await expectAccessible(desk)
    device({ get: refuses('NotAllowedError') })
    ;(await button(desk, 'Utiliser ma clé')).click()
    await says(desk, 'La clé n’a pas répondu.')
    client.fail()
    device({ get: answers(used()) })
    ;(await button(desk, 'Utiliser ma clé')).click()
    await says(desk, 'C’est fait : Fatou est en suspension.')
    expect(asked(client, 'passkeys.prove').length).to.equal(2)
    expect(asked(client, 'auth.prove')).to.deep.equal([])
  })

  it('is not offered to who has none', async () => {
    const { client, desk } = await suspending([])
    await until(() => asked(client, 'passkeys.list').length > 0)
    await button(desk, 'Recevoir un code')
    expect(pressable(desk.renderRoot, 'Utiliser ma clé')).to.equal(undefined)
  })

  it('can not be asked for where the browser knows none: only the code is there', async () => {
    const known = Object.getOwnPropertyDescriptor(window, 'PublicKeyCredential')!
    Reflect.deleteProperty(window, 'PublicKeyCredential')
    try {
      const { client, desk } = await suspending()
      await button(desk, 'Recevoir un code')
      expect(asked(client, 'passkeys.list')).to.deep.equal([])
      const room = await show('key', client)
      await says(room.desk, 'Ce navigateur ne peut pas se servir d’une clé.')
      expect(pressable(room.desk.renderRoot, 'Ajouter la clé')).to.equal(undefined)
      const entry = mount('cercle-desk-key-entry', { client: fakeClient() }, { lang: 'fr' })
      await entry.updateComplete
      expect(wordsOf(entry.renderRoot).trim()).to.equal('')
    } finally {
      Object.defineProperty(window, 'PublicKeyCredential', known)
    }
  })

  it('opens the desk without an address, and tells whoever listens', async () => {
    const client = fakeClient()
    const entry = mount('cercle-desk-key-entry', { client }, { lang: 'fr' })
    const entered = new Promise<CustomEvent>((resolve) =>
      entry.addEventListener('cercle-signed-in', (event) => resolve(event as CustomEvent)),
    )
    device({ get: answers(used()) })
    const press = await until(() => pressable(entry.renderRoot, 'Entrer avec ma clé'))
    await expectAria(entry, 'desk-key-entry')
    await expectAccessible(entry)
    press.click()
    const { detail } = await entered
    expect(detail).to.deep.include({ keep: false })
    expect(detail.tokens.access).to.equal('access-by-key')
    expect(asked(client, 'passkeys.list')).to.deep.equal([])
  })
})
