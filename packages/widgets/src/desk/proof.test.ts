import { expect } from '@open-wc/testing'
import { expectAccessible } from '../../test/accessible.ts'
import { expectAria } from '../../test/aria-snapshot.ts'
import { asked, button, field, open, says, show, type } from '../../test/desk.ts'
import { focused, pressable, until } from '../../test/mount.ts'
import { press } from '../../test/runner.ts'

describe('a step of the desk that asks for a code', () => {
  async function suspending() {
    const { client, desk } = await show('people')
    await open(desk, 'Fatou')
    client.fail('proof_needed', { procedure: 'members.stand' })
    ;(await button(desk, 'Suspendre')).focus()
    await press('Enter')
    await says(desk, 'Confirmons que c’est bien vous')
    await until(() => focused()?.matches('.sure'))
    return { client, desk }
  }

  it('goes on with the right code, by the keyboard, and says what is wrong with another', async () => {
    const { client, desk } = await suspending()
    await expectAria(desk, 'desk-proof')
    await expectAccessible(desk)
    await press('Tab')
    await press('Enter')
    const code = await field<HTMLInputElement>(desk, '#code')
    await until(() => focused() === code)
    await press('Enter')
    await says(desk, 'Il faut les huit chiffres')
    type(code, '00000000')
    await press('Enter')
    await says(desk, 'Ce code ne marche pas')
    await expectAccessible(desk)
    client.fail()
    type(code, '1234 5678')
    await press('Enter')
    await says(desk, 'C’est fait : Fatou est en suspension.')
    expect(asked(client, 'auth.prove').map(({ input }) => (input as { code: string }).code)).to.deep.equal([
      '0000 0000',
      '1234 5678',
    ])
    expect(asked(client, 'auth.requestProof').length).to.equal(1)
    expect(asked(client, 'members.stand').length).to.equal(2)
    expect(pressable(desk.renderRoot, 'Laisser comme c’était')).to.equal(undefined)
  })

  it('is left as it was, and says so', async () => {
    const { client, desk } = await suspending()
    ;(await button(desk, 'Laisser comme c’était')).click()
    await says(desk, 'Rien n’a changé : ce geste demande un code.')
    expect(asked(client, 'members.stand').length).to.equal(1)
    expect(client.world.people[0]!.standing).to.equal('active')
    client.fail()
    ;(await button(desk, 'Suspendre')).click()
    await says(desk, 'C’est fait : Fatou est en suspension.')
  })

  it('asks for another code, and says when too many were asked for', async () => {
    const { client, desk } = await suspending()
    client.fail('rate_limited', { procedure: 'auth.requestProof', retryAfter: 120 })
    ;(await button(desk, 'Recevoir un code')).click()
    await says(desk, 'Attendez 2 minutes')
    client.fail()
    ;(await button(desk, 'Recevoir un code')).click()
    await field(desk, '#code')
    ;(await button(desk, 'Renvoyer un code')).click()
    await until(() => asked(client, 'auth.requestProof').length === 3)
  })
})
