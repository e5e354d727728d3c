import { expect } from '@open-wc/testing'
import { CercleClientError, type PostView } from '@cercle/sdk'
import { expectAccessible } from '../../test/accessible.ts'
import { expectAria } from '../../test/aria-snapshot.ts'
import { buildCommunity, buildSpace, buildThread, buildViewer } from '../../test/factories.ts'
import { fakeClient, type FakeClient } from '../../test/fake-client.ts'
import { focused, mount, pressable, until } from '../../test/mount.ts'
import { press, type } from '../../test/runner.ts'
import type { Edit, Edited } from './edit.ts'
import type { Reply } from './reply.ts'
import './register.ts'

const community = buildCommunity()
const viewer = buildViewer()
const space = buildSpace({ slug: 'laval', level: 'restricted', readers: 14, groups: ['Laval'] })
const shared = { community, viewer, space, draftScope: 'a nadia' }
const build = () => fakeClient({ community, viewer, spaces: [space], threads: [buildThread({ space })] })
const replyTo = (client: FakeClient): Reply =>
  mount(
    'cercle-reply',
    { ...shared, client, threadId: client.world.threads[0]!.id, to: 'Fatou' },
    { lang: 'fr', nested: 'light' },
  )
const editOf = (client: FakeClient, postId = client.world.threads[0]!.id): Edit =>
  mount('cercle-edit', { ...shared, client, postId }, { lang: 'fr', nested: 'light' })
const area = ({ renderRoot }: Reply | Edit) => until(() => renderRoot.querySelector('textarea'))
const inputs = (client: FakeClient, procedure: string) =>
  client.calls.filter((call) => call.procedure === procedure).map(({ input }) => input as { id: string })

function fill(field: HTMLTextAreaElement | HTMLInputElement, text: string): void {
  field.value = text
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

describe('reply box', () => {
  beforeEach(() => localStorage.clear())

  it('is closed until one writes, and already says who will read (R44)', async () => {
    const reply = replyTo(build())
    await until(() => pressable(reply.renderRoot, 'Voir qui'))
    await expectAria(reply, 'reply-closed')
    await expectAccessible(reply)
  })

  it('is opened, written and sent with the keyboard alone', async () => {
    const client = build()
    const reply = replyTo(client)
    const sent = new Promise<PostView>((done) => {
      reply.addEventListener('cercle-reply-sent', (event) => done((event as CustomEvent<PostView>).detail))
    })
    const box = await until(() => pressable(reply.renderRoot, 'Répondre à Fatou'))
    box.focus()
    await press('Enter')
    await until(() => focused()?.localName === 'textarea')
    await until(() => pressable(reply.renderRoot, 'Voir qui'))
    await expectAria(reply, 'reply-open')
    await expectAccessible(reply)
    await type('Je commence par ce qu’elle aime.')
    await press('Tab')
    expect(focused()?.textContent).to.contain('Voir qui')
    await press('Tab')
    await press('Enter')
    expect((await sent).body).to.deep.equal([['p', 'Je commence par ce qu’elle aime.']])
    await until(() => focused()?.matches('.c-box'))
    expect(Object.keys(localStorage)).to.deep.equal([])
  })

  it('comes back open with what was begun, and a retry after a reload does not double', async () => {
    const client = build()
    const { reply: send } = client.discussions
    client.discussions.reply = async (input, options) => {
      await send(input, options)
      throw new CercleClientError('offline')
    }
    const before = replyTo(client)
    before.focus()
    fill(await area(before), 'Chez nous, on marche.')
    before.renderRoot.querySelector<HTMLElement>('[part=send]')!.click()
    await until(() => before.renderRoot.querySelector('.c-banner'))
    before.remove()
    client.discussions.reply = send
    const after = replyTo(client)
    expect((await area(after)).value).to.equal('Chez nous, on marche.')
    const sent = new Promise((done) => after.addEventListener('cercle-reply-sent', done, { once: true }))
    after.renderRoot.querySelector<HTMLElement>('[part=send]')!.click()
    await sent
    expect(new Set(inputs(client, 'discussions.reply').map(({ id }) => id)).size).to.equal(1)
    expect(client.world.threads[0]!.replies.items).to.have.length(1)
  })

  it('says what is missing', async () => {
    const reply = replyTo(build())
    reply.focus()
    await area(reply)
    reply.renderRoot.querySelector<HTMLElement>('[part=send]')!.click()
    await until(() => reply.renderRoot.textContent.includes('Écrivez au moins quelques mots.'))
    expect(focused()?.localName).to.equal('textarea')
  })
})

describe('edit box', () => {
  beforeEach(() => localStorage.clear())

  it('opens with the text and the title as they were written', async () => {
    const client = build()
    const edit = editOf(client)
    expect((await area(edit)).value).to.contain('Elle ne voit pas de problème.')
    await expectAria(edit, 'edit')
    await expectAccessible(edit)
    expect(Object.keys(localStorage), 'not a draft before something changes').to.deep.equal([])
  })

  it('sends the change, with the title of a discussion it opens', async () => {
    const client = build()
    const edit = editOf(client)
    fill(await area(edit), 'Le texte nouveau.')
    fill(edit.renderRoot.querySelector('input')!, 'Le titre nouveau')
    const sent = new Promise<Edited>((done) => {
      edit.addEventListener('cercle-edit-sent', (event) => done((event as CustomEvent<Edited>).detail))
    })
    edit.renderRoot.querySelector<HTMLElement>('[part=send]')!.click()
    expect((await sent).title).to.equal('Le titre nouveau')
    expect(client.world.threads[0]!.title).to.equal('Le titre nouveau')
  })

  it('brings back what one had begun to change, until it is given up', async () => {
    const client = build()
    const before = editOf(client)
    fill(await area(before), 'Un début de changement')
    before.remove()
    const after = editOf(client)
    expect((await area(after)).value).to.equal('Un début de changement')
    expect(after.renderRoot.textContent).to.contain('Votre brouillon est là')
    pressable(after.renderRoot, 'Ne rien changer')!.click()
    expect(Object.keys(localStorage)).to.deep.equal([])
  })

  it('says when the text cannot be opened, and tries again', async () => {
    const client = build()
    client.fail('unavailable')
    const edit = editOf(client)
    const again = await until(() => pressable(edit.renderRoot, 'Essayer de nouveau'))
    expect(edit.renderRoot.textContent).to.contain('Votre texte n’a pas pu être ouvert.')
    await expectAccessible(edit)
    client.fail()
    again.click()
    await area(edit)
  })
})
