import { expect } from '@open-wc/testing'
import { expectAccessible } from '../../test/accessible.ts'
import { expectAria } from '../../test/aria-snapshot.ts'
import { buildCommunity, buildViewer, now } from '../../test/factories.ts'
import { fakeClient } from '../../test/fake-client.ts'
import { buildInvitation } from '../../test/fake-joining.ts'
import { buildGroup } from '../../test/fake-spaces.ts'
import { deep, focused, mount, pressable, settled, until, wordsOf, type Setting } from '../../test/mount.ts'
import { press } from '../../test/runner.ts'
import type { OwnInvitations } from './own-invitations.ts'
import './register.ts'

const community = buildCommunity()
const outaouais = buildGroup({ name: 'Outaouais', kind: 'region', byInvitation: false })
const committee = buildGroup({ name: 'Comité' })
const elsewhere = buildGroup({ name: 'Ailleurs', mine: false })

function world(pivot: string | null = 'Outaouais') {
  return fakeClient({
    community,
    viewer: buildViewer({ pivot }),
    groups: [outaouais, committee, elsewhere].map((one) => ({ ...one })),
    invitations: [buildInvitation({ by: 'Nadia' })],
  })
}
function show(client = world(), setting: Setting = {}) {
  const own = mount('cercle-own-invitations', { client, community, now }, { lang: 'fr', nested: 'light', ...setting })
  return { client, own: own as OwnInvitations }
}
const says = ({ renderRoot }: OwnInvitations, words: string) => until(() => wordsOf(renderRoot).includes(words))
const opener = ({ renderRoot }: OwnInvitations) => until(() => renderRoot.querySelector<HTMLElement>('.turns'))
const button = ({ renderRoot }: OwnInvitations, words: string) => until(() => pressable(renderRoot, words))
const called = (client: ReturnType<typeof world>, name: string) => client.calls.filter(({ procedure }) => procedure === name)

describe('own invitations of a pivot (R81)', () => {
  it('says counts while closed; opened by the keyboard it offers only where she is herself', async () => {
    const { client, own } = show()
    await says(own, '1 invitation ouverte, 0 acceptée')
    await expectAccessible(own)
    expect(client.calls.map(({ procedure }) => procedure)).to.deep.equal(['pivots.own'])
    ;(await opener(own)).focus()
    await press('Enter')
    await says(own, 'Comité')
    await says(own, 'nadia@rive.example')
    expect(wordsOf(own.renderRoot)).not.to.contain('Ailleurs')
    expect(called(client, 'members.organisations')).to.deep.equal([])
    await expectAria(own, 'own-invitations')
    await expectAccessible(own)
  })

  it('makes a link to hand over, told once, and counts it', async () => {
    const { client, own } = show()
    ;(await opener(own)).click()
    const box = await until(() => deep<HTMLInputElement>(own.renderRoot, 'input[name=group]'))
    box.click()
    ;(await button(own, 'Inviter')).click()
    await says(own, '2 invitations ouvertes')
    expect(called(client, 'pivots.invite')[0]!.input).to.deep.equal({ days: 14, groups: [committee.id], spaces: [] })
    const link = await until(() => deep<HTMLInputElement>(own.renderRoot, '#link'))
    expect(link.value).to.match(/\/c\/[\w-]+\/join\/i\/A{43}$/)
    await until(() => focused() === link)
    await expectAccessible(own)
  })

  it('withdraws what she made, and the count follows', async () => {
    const { client, own } = show()
    ;(await opener(own)).click()
    ;(await button(own, 'Retirer (nadia@rive.example)')).click()
    await says(own, 'L’invitation est retirée (nadia@rive.example).')
    await says(own, '0 invitation ouverte')
    expect(called(client, 'joining.withdrawInvitation')).to.deep.equal([])
  })

  it('says when too many were written to, and that a link goes on', async () => {
    const { client, own } = show()
    ;(await opener(own)).click()
    const send = await button(own, 'Inviter')
    const email = await until(() => deep<HTMLInputElement>(own.renderRoot, '#email'))
    email.value = 'kim@rive.example'
    client.fail('rate_limited', { retryAfter: 86_000 })
    send.click()
    await says(own, 'Vous avez écrit à 20 personnes en un jour')
    expect(email.value).to.equal('kim@rive.example')
  })

  it('can not go on once the role ended, and says so', async () => {
    const { client, own } = show()
    ;(await opener(own)).click()
    const send = await button(own, 'Inviter')
    client.world.viewer!.pivot = null
    send.click()
    await until(() => deep(own.renderRoot, '[part=error]'))
    expect(client.world.invitations).to.have.lengthOf(1)
  })

  it('is of the account of who is a pivot, and of nobody else’s', async () => {
    await import('../account/register.ts')
    for (const pivot of [null, 'Outaouais']) {
      const client = world(pivot)
      const account = mount('cercle-account-view', { client, now }, { lang: 'fr' })
      await settled(account, 'ready')
      const own = account.renderRoot.querySelector('cercle-own-invitations')
      expect(own !== null).to.equal(pivot !== null)
      if (own) await until(() => wordsOf(own.renderRoot).includes('Outaouais'))
      else expect(called(client, 'pivots.own')).to.deep.equal([])
    }
  })
})
