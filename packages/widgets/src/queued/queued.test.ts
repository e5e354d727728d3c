import { expect } from '@open-wc/testing'
import type { OutboxEntry } from '@cercle/sdk/outbox'
import { ago, buildSpace, buildViewer, now } from '../../test/factories.ts'
import { mount, until } from '../../test/mount.ts'
import './register.ts'

const space = buildSpace({ slug: 'entraide', name: 'Entraide', level: 'members', readers: 31 })
const input = { id: '1', space: 'entraide', kind: 'question', title: 'Un titre', body: 'Un texte.' } as const
const entry = { id: 'e', type: 'createThread', input, state: 'waiting', addedAt: ago(5) } as unknown as OutboxEntry

describe('a message that waits', () => {
  it('says that it goes to fewer than the space, without the number of all (R44 R57)', async () => {
    const card = mount(
      'cercle-queued',
      { entry, space, isToFewer: true, viewer: buildViewer(), now },
      { lang: 'fr', nested: 'light' },
    )
    await until(() => card.renderRoot.textContent.includes('Il sera envoyé une seule fois'))
    expect(card.renderRoot.textContent).to.contain('à un plus petit groupe de l’espace').and.not.contain('31')
  })
})
