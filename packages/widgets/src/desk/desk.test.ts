import { expect } from '@open-wc/testing'
import { expectAccessible } from '../../test/accessible.ts'
import { expectAria } from '../../test/aria-snapshot.ts'
import {
  asked,
  button,
  choose,
  committee,
  field,
  labelled,
  lumen,
  open,
  rive,
  says,
  sector,
  show,
  type,
  world,
} from '../../test/desk.ts'
import { buildCommunity, buildSpace, buildViewer, now } from '../../test/factories.ts'
import { fakeClient } from '../../test/fake-client.ts'
import { deep, focused, mount, pressable, settled, until, wordsOf } from '../../test/mount.ts'
import { press } from '../../test/runner.ts'
import type { Desk } from './desk.ts'
import './register.ts'

describe('the desk', () => {
  it('can not be used by who does not facilitate: she is told where hers is', async () => {
    const client = fakeClient({ community: buildCommunity(), viewer: buildViewer() })
    const { desk } = await show('people', client)
    await says(desk, 'Le bureau est pour les personnes qui animent')
    expect(client.calls.map(({ procedure }) => procedure)).to.deep.equal(['communities.current'])
    expect(deep(desk.renderRoot, 'nav')).to.equal(undefined)
    await expectAccessible(desk)
  })

  it('says why it did not open, and opens at another try', async () => {
    const client = world()
    client.fail('unavailable')
    const desk = mount('cercle-desk', { client, room: 'people', now }, { lang: 'fr' }) as Desk
    await settled(desk, 'error')
    client.fail()
    ;(await button(desk, 'Réessayer')).click()
    await says(desk, 'Fatou')
  })

  it('has the name of the room that is shown in sight, also where it is the last of a narrow line', async () => {
    const { desk } = await show('key', world(), { width: 390 })
    const place = await until(() => deep<HTMLElement>(desk.renderRoot, '.desk-nav [aria-current]'))
    const line = place.parentElement!.getBoundingClientRect()
    const inSight = () => place.getBoundingClientRect().right <= line.right && place.getBoundingClientRect().left >= line.left
    await until(inSight)
    expect(line.right).to.be.below(400)
    desk.room = 'work'
    await desk.updateComplete
    await until(() => deep<HTMLElement>(desk.renderRoot, '.desk-nav [aria-current]')!.getBoundingClientRect().left >= line.left)
  })

  it('asks whoever listens to end the session', async () => {
    const { desk } = await show('people')
    const left = new Promise((resolve) => desk.addEventListener('cercle-sign-out', resolve, { once: true }))
    ;(await button(desk, 'Se déconnecter')).click()
    await left
  })
})

describe('the room of people', () => {
  it('shows everybody with her groups, and each person by the keyboard in her place', async () => {
    const { desk } = await show('people')
    await says(desk, 'Denise')
    await expectAria(desk, 'desk-people')
    await open(desk, 'Fatou')
    await expectAccessible(desk)
    await says(desk, 'suit de son organisme ou de sa région')
  })

  it('finds by words and by group', async () => {
    const { desk } = await show('people')
    await says(desk, 'Denise')
    type(await field<HTMLInputElement>(desk, '#search'), 'rive')
    await until(() => !wordsOf(desk.renderRoot).includes('Fatou'))
    type(await field<HTMLInputElement>(desk, '#search'), '')
    await says(desk, 'Fatou')
    choose(await field<HTMLSelectElement>(desk, '#group'), sector.id)
    await until(() => !deep(desk.renderRoot, '[aria-label="Ouvrir la fiche de Denise"]'))
    type(await field<HTMLInputElement>(desk, '#search'), 'rive')
    await says(desk, 'Personne ne correspond')
  })

  it('goes on page by page, the keyboard on the first that came', async () => {
    const client = world()
    client.world.pageSize = 1
    const { desk } = await show('people', client)
    ;(await button(desk, 'Voir plus')).click()
    await until(() => focused()?.getAttribute('aria-label') === 'Ouvrir la fiche de Denise')
    expect(pressable(desk.renderRoot, 'Voir plus')).to.equal(undefined)
  })

  it('moves a person and takes it back, her end of membership with it', async () => {
    const { client, desk } = await show('people')
    await open(desk, 'Fatou')
    choose(await field<HTMLSelectElement>(desk, '#organisation'), rive.id)
    ;(await field<HTMLInputElement>(desk, '#until')).value = '2030-05-01'
    ;(await button(desk, 'Enregistrer')).click()
    await says(desk, 'La place de Fatou est à jour.')
    const end = new Date('2030-05-01T23:59:59.000').toISOString()
    const fatou = client.world.people.find(({ name }) => name === 'Fatou')!
    expect([fatou.organisation?.name, fatou.until]).to.deep.equal(['La Rive', end])
    await says(desk, 'Jusqu’au')
    ;(await button(desk, 'Annuler')).click()
    await says(desk, 'C’est annulé.')
    expect([fatou.organisation?.name, fatou.until]).to.deep.equal(['Maison Lumen', null])
  })

  it('adds to a group and takes out of it, each with its way back', async () => {
    const { client, desk } = await show('people')
    await open(desk, 'Fatou')
    const fatou = client.world.people.find(({ name }) => name === 'Fatou')!
    const names = () => fatou.groups.map(({ name }) => name).sort()
    ;(await button(desk, 'Ajouter')).click()
    expect(asked(client, 'groups.invite')).to.deep.equal([])
    choose(await field<HTMLSelectElement>(desk, '#invite'), committee.id)
    ;(await button(desk, 'Ajouter')).click()
    await says(desk, 'Fatou est dans Comité.')
    expect(names()).to.deep.equal(['Comité', 'Hébergement'])
    const out = await labelled(desk, 'Retirer de Comité')
    out.focus()
    await press('Enter')
    await says(desk, 'Fatou n’est plus dans Comité.')
    expect(names()).to.deep.equal(['Hébergement'])
    ;(await button(desk, 'Annuler')).click()
    await says(desk, 'C’est annulé.')
    expect(names()).to.deep.equal(['Comité', 'Hébergement'])
    expect(deep(desk.renderRoot, '[aria-label="Retirer de Hébergement"]')).to.equal(undefined)
  })

  it('shows what she reads only when asked, and says before that she will know', async () => {
    const spaces = [
      buildSpace({ slug: 'accueil', name: 'Accueil', level: 'public' }),
      buildSpace({ slug: 'comite', name: 'Comité', level: 'restricted', groups: [] }),
    ]
    const { client, desk } = await show('people', world(spaces))
    await open(desk, 'Fatou')
    await says(desk, 'Fatou verra dans son compte que vous avez regardé.')
    expect(asked(client, 'spaces.seenBy')).to.deep.equal([])
    ;(await button(desk, 'Regarder')).click()
    await says(desk, 'Comité, ne lit pas')
    await until(() => focused()?.classList.contains('seen'))
    await expectAccessible(desk)
  })

  it('keeps what was written when it does not work, and says why', async () => {
    const { client, desk } = await show('people')
    await open(desk, 'Fatou')
    client.fail('offline', { procedure: 'members.place' })
    const until_ = await field<HTMLInputElement>(desk, '#until')
    until_.value = '2030-05-01'
    ;(await button(desk, 'Enregistrer')).click()
    await says(desk, 'Pas de connexion en ce moment.')
    expect(until_.value).to.equal('2030-05-01')
    client.fail()
    ;(await button(desk, 'Enregistrer')).click()
    await says(desk, 'La place de Fatou est à jour.')
  })
})

describe('the room of groups', () => {
  it('lists them, and makes one that follows from an organisation', async () => {
    const { client, desk } = await show('groups')
    await says(desk, 'Comité')
    await expectAria(desk, 'desk-groups')
    await expectAccessible(desk)
    ;(await button(desk, 'Créer le groupe')).click()
    await says(desk, 'Écrivez quelque chose ici.')
    expect(focused()?.id).to.equal('name')
    ;(await field<HTMLInputElement>(desk, '#name')).value = 'Équipe de Lumen'
    choose(await field<HTMLSelectElement>(desk, '#kind'), 'workplace')
    choose(await field<HTMLSelectElement>(desk, '#follows'), lumen.id)
    ;(await button(desk, 'Créer le groupe')).click()
    await says(desk, 'Le groupe « Équipe de Lumen » est créé.')
    expect(asked(client, 'groups.create')[0]!.input).to.deep.include({
      name: 'Équipe de Lumen',
      kind: 'workplace',
      organisation: lumen.id,
      hidden: false,
    })
    await until(() => pressable(desk.renderRoot, 'Voir qui y est (Équipe de Lumen)'))
  })

  it('makes a hidden one by a fact', async () => {
    const { client, desk } = await show('groups')
    ;(await field<HTMLInputElement>(desk, '#name')).value = 'Laval'
    choose(await field<HTMLSelectElement>(desk, '#kind'), 'region')
    ;(await field<HTMLInputElement>(desk, '#follows')).value = 'Laval'
    ;(await field<HTMLInputElement>(desk, '#hidden')).click()
    ;(await button(desk, 'Créer le groupe')).click()
    await says(desk, 'est créé')
    expect(asked(client, 'groups.create')[0]!.input).to.deep.include({ kind: 'region', fact: 'Laval', hidden: true })
  })
})
