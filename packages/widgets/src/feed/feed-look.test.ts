import { expect } from '@open-wc/testing'
import { expectAccessible } from '../../test/accessible.ts'
import { expectAria } from '../../test/aria-snapshot.ts'
import { bellTold } from '../../test/bell.ts'
import { fakeClient, type FakeClient, type FakeWorld } from '../../test/fake-client.ts'
import { ago, buildSpace, buildThread, buildViewer, now } from '../../test/factories.ts'
import { mount, settled, until, type Setting } from '../../test/mount.ts'
import { emulate } from '../../test/runner.ts'
import type { FeedView } from './feed.ts'
import './register.ts'

interface Case {
  state: string
  world?: Partial<FakeWorld>
  before?: (client: FakeClient) => void
  after?: (feed: FeedView) => void
}

const hall = buildSpace({ readers: 37 })
const group = buildSpace({
  slug: 'laval',
  name: 'Groupe Laval',
  level: 'restricted',
  readers: 14,
  retentionDays: 30,
  can: { write: true, pin: false },
})
const threads = [
  buildThread({
    space: group,
    pinned: true,
    unread: true,
    reactions: [{ key: 'recognise', count: 3, mine: false }],
    replies: [{ createdAt: ago(90) }],
  }),
  buildThread({
    space: hall,
    kind: 'tool',
    title: 'Le plan de sécurité en images, pour les personnes qui lisent peu',
    author: null,
    createdAt: ago(60 * 72),
  }),
]
const member = { viewer: buildViewer(), spaces: [hall, group], threads }
const cases: Record<string, Case> = {
  loading: { state: 'loading', before: (client) => client.hold() },
  'ready-stranger': { state: 'ready', world: { spaces: [hall], threads, pageSize: 1 } },
  'ready-member': { state: 'ready', world: member },
  'one-space-member': { state: 'ready', world: { ...member, spaces: [group] } },
  'empty-member': { state: 'empty', world: { ...member, spaces: [group], threads: [] } },
  'empty-stranger': { state: 'empty', world: { spaces: [hall] } },
  error: { state: 'error', before: (client) => client.fail('internal') },
  offline: { state: 'offline', before: (client) => client.fail('offline') },
  'offline-kept': { state: 'offline', world: member, after: () => dispatchEvent(new Event('offline')) },
}

async function show(name: string, setting: Setting, properties: Partial<FeedView> = {}): Promise<FeedView> {
  const { state, world = {}, before, after } = cases[name]!
  const client = fakeClient(world)
  before?.(client)
  const feed = mount('cercle-feed-view', { client, now, ...properties }, setting)
  if (after) await settled(feed, 'ready')
  after?.(feed)
  // its words may come a little later than its state
  await until(() => feed.renderRoot.querySelector('section'))
  await settled(feed, state)
  await bellTold(feed)
  return feed
}

/** Black on white or the like, as a contrast of what is painted; the surfaces under the words are opaque. */
const isDark = (feed: FeedView) => feed.renderRoot.querySelector('.cercle')!.getAttribute('data-theme') === 'dark'

describe('feed in every state', () => {
  afterEach(() => emulate())

  for (const name of Object.keys(cases)) {
    it(`${name}: is told to a screen reader in French and in English`, async () => {
      await expectAria(await show(name, { lang: 'fr' }), `feed/${name}.fr`)
      await expectAria(await show(name, { lang: 'en' }), `feed/${name}.en`)
    })

    it(`${name}: axe finds nothing, light and dark`, async () => {
      await expectAccessible(
        await show(name, {
          lang: 'fr',
          host: { '--cercle-accent': '#6d3f9c', '--cercle-ground': '#fbf7f1', background: '#fbf7f1' },
        }),
      )
      const dark = { '--cercle-accent': '#ff8a3d', '--cercle-ground': '#141110', '--cercle-radius': '0px', background: '#141110' }
      const feed = await show(name, { lang: 'fr', host: dark })
      expect(isDark(feed)).to.equal(true)
      await expectAccessible(feed)
    })

    it(`${name}: fits 320 px without a sideways scroll, and everything pressed is 44 px`, async () => {
      const feed = await show(name, { lang: 'fr', width: 320 })
      expect(feed.scrollWidth, 'width of the element').to.be.at.most(320)
      for (const button of feed.renderRoot.querySelectorAll('button:not(.cover)')) {
        const { height, width } = button.getBoundingClientRect()
        expect(Math.min(height, width), button.textContent).to.be.at.least(44)
      }
      for (const row of feed.renderRoot.querySelectorAll('.row, .c-empty, .c-banner')) {
        expect(row.getBoundingClientRect().right, row.className).to.be.at.most(feed.getBoundingClientRect().right)
      }
    })
  }

  it('takes the ground behind it for dark, and the word of the host before that', async () => {
    expect(isDark(await show('ready-member', { host: { background: 'rgb(20, 17, 16)' } }))).to.equal(true)
    expect(isDark(await show('ready-member', { host: { background: 'oklch(0.97 0.01 80)' } }))).to.equal(false)
    expect(isDark(await show('ready-member', { host: { '--cercle-ground': 'oklch(0.2 0.01 80)' } }))).to.equal(true)
    expect(isDark(await show('ready-member', { host: { background: '#000' } }, { theme: 'light' }))).to.equal(false)
  })

  it('follows the page when it turns dark', async () => {
    const feed = await show('ready-member', {})
    expect(isDark(feed)).to.equal(false)
    document.body.style.background = '#111'
    await until(() => isDark(feed))
    document.body.style.background = ''
  })

  it('keeps a shape for every state in forced colours', async () => {
    await emulate({ 'forced-colors': 'active' })
    const feed = await show('ready-member', { lang: 'fr' })
    expect(matchMedia('(forced-colors: active)').matches).to.equal(true)
    const chosen = getComputedStyle(feed.renderRoot.querySelector('.c-chip[aria-pressed=true]')!)
    expect(chosen.outlineStyle).to.equal('solid')
    const other = getComputedStyle(feed.renderRoot.querySelector('.c-chip[aria-pressed=false]')!)
    expect(other.outlineStyle).to.equal('none')
    expect(getComputedStyle(feed.renderRoot.querySelector('.c-badge')!).borderStyle).to.equal('solid')
    expect(getComputedStyle(feed.renderRoot.querySelector('[data-tab=""]')!).borderBottomColor).not.to.equal(
      getComputedStyle(feed.renderRoot.querySelector('[data-tab=laval]')!).borderBottomColor,
    )
  })

  it('moves nothing for who asked for less motion', async () => {
    await emulate({ 'prefers-reduced-motion': 'reduce' })
    const feed = await show('ready-member', { lang: 'fr' })
    expect(getComputedStyle(feed.renderRoot.querySelector('.c-btn, .c-chip')!).transitionDuration).to.equal('0s')
  })
})
