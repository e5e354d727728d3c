import { expect } from '@open-wc/testing'
import { fakeClient } from '../../test/fake-client.ts'
import { SiteWord } from './guest-word.ts'
import type { FrameMessage } from './protocol.ts'

/** A frame whose host answers as told; nothing: never. */
function asking(answer?: { word: string | undefined }, patience?: number) {
  const client = fakeClient()
  const told: FrameMessage[] = []
  const word: SiteWord = new SiteWord({
    client,
    origin: 'https://lumen.example',
    tell: (message) => {
      told.push(message)
      if (answer) word.hear(answer.word)
    },
    ...(patience !== undefined && { patience }),
  })
  return { client, told, word }
}

describe('the word of the site around a frame', () => {
  it('is asked for a nonce, and opens with the ticket that stayed here', async () => {
    const { client, told, word } = asking({ word: 'a.b.c' })
    expect(await word.ask()).to.have.property('known', true)
    expect(told).to.deep.equal([{ type: 'ask-word', nonce: 'nonce' }])
    expect(client.calls).to.deep.equal([
      { procedure: 'auth.askSite', input: { origin: 'https://lumen.example' } },
      { procedure: 'auth.enterBySite', input: { ticket: 'ticket', assertion: 'a.b.c' } },
    ])
  })

  it('is nothing when the site says nothing, or not in time', async () => {
    for (const { client, word } of [asking({ word: undefined }), asking(undefined, 5)]) {
      expect(await word.ask()).to.equal(undefined)
      expect(client.calls.map(({ procedure }) => procedure)).to.deep.equal(['auth.askSite'])
    }
  })

  it('is told apart when it was refused, and when Cercle is out of reach', async () => {
    const { client, word } = asking({ word: 'a.b.c' })
    client.fail('invalid', { procedure: 'auth.enterBySite' })
    expect(await word.ask()).to.equal('refused')
    client.fail('offline')
    expect(await word.ask()).to.equal(undefined)
  })
})
