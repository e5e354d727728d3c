import { expect } from '@open-wc/testing'
import { memoryOutboxStore } from '@cercle/sdk/outbox'
import { fakeClient } from '../../test/fake-client.ts'
import { buildId, buildViewer } from '../../test/factories.ts'
import { SiteOutbox } from './site-outbox.ts'

const build = () => {
  const client = fakeClient({ viewer: buildViewer() })
  client.fail('offline')
  return new SiteOutbox({ cercle: client, server: 'https://cercle.example', community: buildId(), site: buildId() })
}
const reply = () => ({ type: 'reply' as const, input: { threadId: buildId(), body: 'Chez nous.' } })

describe('the outbox of one site', () => {
  it('is one for each member, opened once', async () => {
    const site = build()
    const nadia = await site.open('nadia')
    await nadia.add(reply())
    expect(await site.open('nadia')).to.equal(nadia)
    expect(await (await site.open('line')).list()).to.deep.equal([])
    await site.erase()
  })

  it('keeps in the browser what was not sent, until somebody leaves', async () => {
    const site = build()
    const before = await site.open('nadia')
    await before.add(reply())
    expect(await before.isDurable()).to.equal(true)
    await site.erase()
    expect(await (await site.open('nadia')).list(), 'opened again').to.deep.equal([])
    await site.erase()
  })

  it('lets somebody leave when it cannot be read', async () => {
    const client = fakeClient({ viewer: buildViewer() })
    const store = { ...memoryOutboxStore(), update: () => Promise.reject(new DOMException('gone', 'UnknownError')) }
    const site = new SiteOutbox({ cercle: client, server: 'https://cercle.example', community: 'a', store })
    await site.open('nadia')
    await site.erase()
  })
})
