import type { Meta, StoryObj } from '@storybook/web-components-vite'
import type { ClientErrorCode } from '@cercle/sdk'
import { html } from 'lit'
import { buildCommunity, buildId, buildSpace, buildViewer, now } from '../../test/factories.ts'
import { buildCharter, buildSignature } from '../../test/fake-charters.ts'
import { fakeClient } from '../../test/fake-client.ts'
import { buildPasskey } from '../../test/fake-passkeys.ts'
import { buildSite } from '../../test/fake-sites.ts'
import { buildAnswer, buildHelp } from '../../test/fake-help.ts'
import { buildInvitation, buildRequest } from '../../test/fake-joining.ts'
import { buildGroup, buildPerson } from '../../test/fake-spaces.ts'
import type { DeskRoom } from './rooms.ts'
import './register.ts'

const lumen = { id: buildId(), name: 'Maison Lumen' }
const laval = buildGroup({ name: 'Laval', kind: 'social', hidden: true })
const sector = buildGroup({ name: 'Maisons d’hébergement', byInvitation: false, mine: false })
const inGroups = [laval, sector].map(({ id, name, byInvitation }) => ({ id, name, byInvitation }))

function desk(room: DeskRoom, { facilitates = true, fails }: { facilitates?: boolean; fails?: ClientErrorCode } = {}) {
  const client = fakeClient({
    community: buildCommunity(),
    viewer: buildViewer({ facilitates, name: 'Sophie' }),
    organisations: [lumen],
    groups: [laval, sector],
    people: [
      buildPerson({ name: 'Fatou', organisation: lumen, groups: inGroups }),
      buildPerson({ name: 'Denise', organisation: null }),
      buildPerson({ name: 'Kim', organisation: lumen, until: now.toISOString(), ended: true }),
    ],
    spaces: [
      buildSpace({ slug: 'accueil', name: 'Accueil', level: 'public', readers: 12 }),
      buildSpace({ slug: 'entraide', name: 'Entraide', level: 'members', readers: 12 }),
      buildSpace({ slug: 'laval', name: 'Groupe Laval', level: 'restricted', readers: 4, groups: ['Laval'] }),
    ],
  })
  client.world.sites = [
    buildSite(),
    buildSite({ name: 'La Rive', origins: ['https://rive.example', 'https://www.rive.example'], organisation: null }),
  ]
  client.world.requests = [
    buildRequest({ ease: 'call', phone: '819 555-0142' }),
    buildRequest({ name: 'Nadia', status: 'asked' }),
  ]
  client.world.help = [
    buildHelp({ call: true, phone: '819 555-0142', mine: false }),
    buildHelp({ state: 'answered', turns: [buildAnswer()] }),
  ]
  client.world.invitations = [buildInvitation(), buildInvitation({ email: null, status: 'accepted', can: { withdraw: false } })]
  client.world.passkeys = [buildPasskey({ usedAt: now.toISOString() }), buildPasskey({ name: 'Clé de secours' })]
  client.world.charters = [buildCharter({ signatures: [buildSignature()] })]
  client.world.questions = [
    { id: buildId(), label: 'Qui vous a parlé de nous ?', required: false },
    { id: buildId(), label: 'Depuis quand faites-vous ce travail ?', required: true },
  ]
  client.world.signIns = { asked: 14, entered: 9, wrong: 1, silent: 2, unknown: 0, proofs: 0, proved: 0 }
  client.world.aims = ['Nous soutenir entre collègues.', 'Partager ce qui marche.']
  client.world.settings.accent = '#b5651d'
  if (fails) client.fail(fails)
  return html`<cercle-desk .client=${client} room=${room} .now=${now}></cercle-desk>`
}

const meta: Meta = { title: 'Desk/Desk', component: 'cercle-desk' }
export default meta

export const Requests: StoryObj = { render: () => desk('requests') }
export const Invitations: StoryObj = { render: () => desk('invitations') }
export const People: StoryObj = { render: () => desk('people') }
export const Groups: StoryObj = { render: () => desk('groups') }
export const Spaces: StoryObj = { render: () => desk('spaces') }
/** Another name for a space. */
export const Renaming: StoryObj = {
  render: () =>
    html`<cercle-desk-rename .client=${fakeClient()} .space=${buildSpace({ name: 'Entraide' })}></cercle-desk-rename>`,
}
export const Sites: StoryObj = { render: () => desk('sites') }
export const Charter: StoryObj = { render: () => desk('charter') }
export const Help: StoryObj = { render: () => desk('help') }
export const Work: StoryObj = { render: () => desk('work') }
export const Key: StoryObj = { render: () => desk('key') }
/** What is asked of whoever wants to come in. */
export const Arrival: StoryObj = { render: () => desk('arrival') }
export const Look: StoryObj = { render: () => desk('look') }
export const Words: StoryObj = { render: () => desk('words') }
/** Opened by a step that wants a code. */
export const Proof: StoryObj = {
  render: () =>
    html`<cercle-desk-proof .client=${fakeClient({ viewer: buildViewer({ facilitates: true }) })}></cercle-desk-proof>`,
}
/** Beside the form of the page, before anybody is signed in. */
export const KeyEntry: StoryObj = {
  render: () => html`<cercle-desk-key-entry .client=${fakeClient()}></cercle-desk-key-entry>`,
}
export const NotHers: StoryObj = { render: () => desk('people', { facilitates: false }) }
export const Offline: StoryObj = { render: () => desk('people', { fails: 'offline' }) }
