import { expect } from '@open-wc/testing'
import type { SiteView } from '@cercle/sdk'
import { expectAccessible } from '../../test/accessible.ts'
import { expectAria } from '../../test/aria-snapshot.ts'
import { asked, button, choose, field, labelled, lumen, says, show, type, world } from '../../test/desk.ts'
import { buildSite } from '../../test/fake-sites.ts'
import { deep, focused, until } from '../../test/mount.ts'
import { keysIn, serverOf, snippet } from './site-parts.ts'

const publicKey = { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo', kid: 'clef-1' }
const signIn: NonNullable<SiteView['signIn']> = {
  issuer: 'https://lumen.example',
  keysUrl: null,
  enabled: true,
  keys: [
    {
      thumbprint: 'abc',
      name: 'clef-1',
      algorithm: 'EdDSA',
      jwk: JSON.stringify(publicKey),
      addedAt: '2026-11-01T12:00:00.000Z',
      endsAt: null,
    },
  ],
}

async function showSites(
  sites: SiteView[] = [
    buildSite({ name: 'Maison Lumen', signIn }),
    buildSite({ name: 'La Rive', origins: ['https://rive.example'] }),
  ],
) {
  const client = world()
  client.world.sites = sites
  return show('sites', client)
}

describe('the room of partners and sites', () => {
  it('shows each with its addresses, and the lines for its pages', async () => {
    const { desk } = await showSites()
    const opener = await labelled(desk, 'Ouvrir Maison Lumen')
    await says(desk, 'https://lumen.example, le site dit qui est là')
    opener.click()
    const lines = await field<HTMLTextAreaElement>(desk, '#snippet')
    expect(lines.value).to.include('auth-endpoint="/cercle"').and.include('<cercle-feed community=')
    await expectAria(desk, 'desk-sites')
    await expectAccessible(desk)
  })

  it('adds a site with the keyboard, and opens it', async () => {
    const { client, desk } = await showSites([])
    await says(desk, 'Aucun site pour l’instant.')
    ;(await button(desk, 'Ajouter')).click()
    await says(desk, 'Écrivez quelque chose ici.')
    await until(() => focused()?.id === 'name')
    type(await field(desk, '#name'), 'La Rive')
    choose(await field(desk, '#organisation'), lumen.id)
    type(await field(desk, '#origins'), ' https://rive.example \n\nhttps://www.rive.example')
    ;(await button(desk, 'Ajouter')).click()
    await says(desk, 'La Rive est inscrit.')
    expect(asked(client, 'organisations.addSite')[0]!.input).to.deep.include({
      name: 'La Rive',
      organisation: lumen.id,
      origins: ['https://rive.example', 'https://www.rive.example'],
    })
    await field(desk, '#snippet')
  })

  it('says when an address is another site’s, and keeps what was written', async () => {
    const { client, desk } = await showSites()
    ;(await labelled(desk, 'Ouvrir La Rive')).click()
    const origins = await until(() => deep<HTMLInputElement>(desk.renderRoot, 'cercle-desk-site #origins, #origins[rows="3"]'))
    type(origins, 'https://lumen.example')
    ;(await button(desk, 'Enregistrer les adresses')).click()
    await says(desk, 'Un autre site de la communauté a déjà une de ces adresses.')
    expect(origins.value).to.equal('https://lumen.example')
    client.fail('invalid', { procedure: 'organisations.setOrigins', fields: [{ path: 'origins.0', reason: 'format' }] })
    ;(await button(desk, 'Enregistrer les adresses')).click()
    await says(desk, 'Une adresse ne convient pas')
  })

  it('takes the word of a site by its public key, and never keeps a secret one', async () => {
    const { client, desk } = await showSites()
    ;(await labelled(desk, 'Ouvrir La Rive')).click()
    type(await field(desk, '#issuer'), 'https://rive.example')
    ;(await until(() => deep<HTMLElement>(desk.renderRoot, '[aria-labelledby="word"] [type="submit"]'))).click()
    await says(desk, 'Il faut une clé, ou l’adresse où elles sont publiées.')
    await until(() => focused()?.id === 'keys')
    const send = async (keys: string) => {
      type(await field<HTMLInputElement>(desk, '#keys'), keys)
      ;(await until(() => deep<HTMLElement>(desk.renderRoot, '[aria-labelledby="word"] [type="submit"]'))).click()
    }
    await send('pas une clé')
    await says(desk, 'Une clé ne convient pas.')
    expect(asked(client, 'organisations.setSignIn')).to.deep.equal([])
    await send(JSON.stringify({ ...publicKey, d: 'secret' }))
    await says(desk, 'jamais la clé secrète')
    await send(JSON.stringify(publicKey, null, 2))
    await says(desk, 'C’est enregistré : La Rive peut dire qui est là.')
    await says(desk, 'https://rive.example, le site dit qui est là')
    await expectAccessible(desk)
  })

  it('stops a site at once, and starts it again', async () => {
    const { client, desk } = await showSites()
    ;(await labelled(desk, 'Ouvrir Maison Lumen')).click()
    ;(await button(desk, 'Arrêter tout de suite')).click()
    await says(desk, 'C’est arrêté. Qui était entré par Maison Lumen est sorti.')
    await says(desk, 'le site ne dit plus qui est là')
    ;(await button(desk, 'Remettre en marche')).click()
    await says(desk, 'Maison Lumen peut de nouveau dire qui est là.')
    expect(asked(client, 'organisations.switchSignIn').length).to.equal(2)
  })

  it('tells from which pages frames were asked for, those of no site too', async () => {
    const { client, desk } = await showSites()
    ;(await labelled(desk, 'Ouvrir La Rive')).click()
    await says(desk, 'https://rive.example rien n’en est venu depuis 30 jours')
    client.world.seen = [
      { origin: 'https://rive.example', at: '2026-11-28T15:00:00.000Z' },
      { origin: 'https://www.rive.example', at: '2026-11-28T14:00:00.000Z' },
    ]
    ;(await button(desk, 'Regarder')).click()
    await says(desk, 'quelqu’un y a ouvert le cadre le 28 novembre 2026')
    await says(desk, 'Des pages qui ne sont d’aucun site')
    await says(desk, 'https://www.rive.example')
    await expectAccessible(desk)
  })

  it('says what did not come', async () => {
    const client = world()
    client.fail('offline', { procedure: 'organisations.sites' })
    const { desk } = await show('sites', client)
    await says(desk, 'Pas de connexion en ce moment.')
  })
})

describe('what is pasted', () => {
  it('may be one key a line, one over several, or a whole JWKS', () => {
    expect(keysIn('')).to.deep.equal([])
    expect(keysIn('{"a":1}\n{"b":2}')).to.deep.equal([{ a: 1 }, { b: 2 }])
    expect(keysIn('{\n"a":1\n}')).to.deep.equal([{ a: 1 }])
    expect(keysIn('{"keys":[{"a":1},{"b":2}]}')).to.deep.equal([{ a: 1 }, { b: 2 }])
    expect(keysIn('{"a":1}\nx')).to.equal(undefined)
    expect(keysIn('[1]\n"x"')).to.equal(undefined)
  })

  it('goes to the server that the page is of', () => {
    expect(serverOf('https://cercle.example/c/a/desk#sites')).to.equal('https://cercle.example')
    expect(serverOf('https://org.example/cercle/c/a/desk')).to.equal('https://org.example/cercle')
    expect(snippet('https://cercle.example', 'a', false)).not.to.include('auth-endpoint')
  })
})
