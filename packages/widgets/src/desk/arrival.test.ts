import { expect } from '@open-wc/testing'
import { expectAccessible } from '../../test/accessible.ts'
import { expectAria } from '../../test/aria-snapshot.ts'
import { asked, button, field, labelled, says, show, type, world } from '../../test/desk.ts'
import { buildId } from '../../test/factories.ts'
import { deep, focused, until, wordsOf } from '../../test/mount.ts'
import { press } from '../../test/runner.ts'

const who = { id: buildId(), label: 'Qui vous a parlé de nous ?', required: false }
const since = { id: buildId(), label: 'Depuis quand ?', required: true }
function asking() {
  const client = world()
  client.world.questions = structuredClone([who, since])
  return client
}

describe('the room of arrival', () => {
  for (const lang of ['fr', 'en']) {
    it(`lists what is asked, in order (${lang})`, async () => {
      const { desk } = await show('arrival', asking(), { lang })
      await field(desk, `[data-id="${who.id}"]`)
      await expectAria(desk, `desk-arrival${lang === 'fr' ? '' : '-en'}`)
      await expectAccessible(desk)
    })
  }

  it('adds, rewords, moves and takes out by the keyboard, saves, and takes it back', async () => {
    const client = asking()
    const { desk } = await show('arrival', client)
    ;(await button(desk, 'Ajouter une question')).focus()
    await press('Enter')
    await until(() => focused()?.matches('[data-id]') && (focused() as HTMLInputElement).value === '')
    type(focused() as HTMLInputElement, 'Dans quelle région ?')
    const added = focused()!.id
    ;(await labelled(desk, 'Monter la question 3')).focus()
    await press('Enter')
    await until(() => focused()?.getAttribute('aria-label') === 'Monter la question 2')
    await press('Enter')
    await until(() => focused()?.getAttribute('aria-label') === 'Monter la question 1')
    // the first goes no higher
    await press('Enter')
    ;(await labelled(desk, 'Retirer la question 2')).focus()
    await press('Enter')
    await until(() => focused()?.matches('.add'))
    type(await field<HTMLInputElement>(desk, `[data-id="${since.id}"]`), 'Depuis combien de temps ?')
    ;(await field<HTMLInputElement>(desk, `[data-required="${since.id}"]`)).click()
    ;(await button(desk, 'Enregistrer')).click()
    await says(desk, 'C’est enregistré.')
    expect(client.world.questions).to.deep.equal([
      { id: added, label: 'Dans quelle région ?', required: false },
      { id: since.id, label: 'Depuis combien de temps ?', required: false },
    ])
    ;(await button(desk, 'Annuler')).click()
    await says(desk, 'C’est annulé.')
    expect(client.world.questions).to.deep.equal([who, since])
    await until(() => deep<HTMLInputElement>(desk.renderRoot, '[data-id]')?.value === who.label)
  })

  it('shows the form as it will be read, and nothing of it can be filled in', async () => {
    const { desk } = await show('arrival', asking())
    type(await field<HTMLInputElement>(desk, `[data-id="${who.id}"]`), 'Par qui êtes-vous là ?')
    ;(await field<HTMLElement>(desk, 'summary')).click()
    const form = await field<HTMLFieldSetElement>(desk, 'fieldset[disabled]')
    await until(() => form.textContent?.includes('Par qui êtes-vous là ?'))
    expect(form.textContent).to.include('Votre adresse courriel')
    expect(form.querySelector('textarea[name^="answers."]')?.matches(':disabled')).to.equal(true)
    await expectAccessible(desk)
  })

  it('says what is missing beside where it is, offers no sixth, and keeps what was written when it does not go', async () => {
    const client = asking()
    const { desk } = await show('arrival', client)
    for (const place of [3, 4, 5]) {
      ;(await button(desk, 'Ajouter une question')).click()
      await labelled(desk, `Retirer la question ${place}`)
    }
    await says(desk, 'Cinq questions au plus.')
    expect(deep(desk.renderRoot, '.add')).to.equal(undefined)
    ;(await button(desk, 'Enregistrer')).click()
    await until(() => focused()?.getAttribute('aria-invalid') === 'true')
    expect(asked(client, 'joining.settleForm')).to.deep.equal([])
    for (const place of [5, 4, 3]) (await labelled(desk, `Retirer la question ${place}`)).click()
    type(await field<HTMLInputElement>(desk, `[data-id="${who.id}"]`), 'Comment ?')
    client.fail('offline', { procedure: 'joining.settleForm' })
    ;(await button(desk, 'Enregistrer')).click()
    await says(desk, 'Pas de connexion en ce moment.')
    expect((await field<HTMLInputElement>(desk, `[data-id="${who.id}"]`)).value).to.equal('Comment ?')
  })

  it('says that nothing of its own is asked', async () => {
    const { desk } = await show('arrival')
    await says(desk, 'Aucune question à vous.')
    expect(wordsOf(desk.renderRoot)).to.include('Ajouter une question')
  })
})
