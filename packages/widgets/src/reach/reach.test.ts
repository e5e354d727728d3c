import { expect } from '@open-wc/testing'
import { expectAccessible } from '../../test/accessible.ts'
import { expectAria } from '../../test/aria-snapshot.ts'
import { buildCommunity } from '../../test/factories.ts'
import { fakeClient } from '../../test/fake-client.ts'
import { mount, until, wordsOf, type Setting } from '../../test/mount.ts'
import { waysTo } from './ways.ts'
import './register.ts'

const contact = { name: 'Marie-Ève', email: 'animation@alize.example', phone: '819 555-0142, poste 3' }
const client = (change: Partial<typeof contact> | { name: null } | null = {}) =>
  fakeClient({ community: buildCommunity({ contact: change && { ...contact, ...change } }) })
const show = (given = client(), setting: Setting = {}, where: 'code' | 'join' = 'code') =>
  mount('cercle-reach', { client: given, where }, { lang: 'fr', ...setting })

describe('whom to reach', () => {
  for (const lang of ['fr', 'en'])
    it(`is said by name, with an address and a number to press (${lang})`, async () => {
      const line = show(client(), { lang })
      await until(() => wordsOf(line.renderRoot).includes('Marie-Ève'))
      await expectAria(line, `reach${lang === 'fr' ? '' : '-en'}`)
      await expectAccessible(line)
      const links = [...line.renderRoot.querySelectorAll('a')].map((link) => link.getAttribute('href'))
      expect(links).to.deep.equal(['mailto:animation@alize.example', 'tel:8195550142'])
    })

  it('is said without a name where none is given', async () => {
    const line = show(client({ name: null }), {}, 'join')
    await until(() => wordsOf(line.renderRoot).includes('Besoin d’aide pour entrer ? On peut vous aider :'))
  })

  it('is nothing where the community tells nobody, or cannot be asked', async () => {
    const cut = client()
    cut.fail('offline')
    for (const given of [client(null), cut]) {
      const line = show(given)
      await until(() => given.calls.some(({ procedure }) => procedure === 'communities.current'))
      await line.updateComplete
      expect(line.renderRoot.textContent.trim()).to.equal('')
    }
  })

  it('leads nowhere by what is no number', () => {
    expect(waysTo({ name: null, email: null, phone: 'le matin' })).to.deep.equal([{ words: 'le matin', address: undefined }])
  })
})
