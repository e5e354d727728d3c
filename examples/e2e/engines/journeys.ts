import { strict as assert } from 'node:assert'
import { press, until, type Tab } from './engine.ts'

/** What the journeys need of the demo that runs. */
export interface World {
  cercle: string
  /** Partner page of community A. */
  url: string
  /** Two members of A. */
  writer: string
  reader: string
}

async function code(cercle: string, email: string, after: number): Promise<string> {
  let mails: { code: string }[] = []
  await until(`a mail to ${email}`, async () => {
    mails = (await (await fetch(`${cercle}/dev/mail.json?to=${encodeURIComponent(email)}`)).json()) as { code: string }[]
    return mails.length > after
  })
  return mails[0]!.code
}

const count = async (cercle: string, email: string): Promise<number> =>
  ((await (await fetch(`${cercle}/dev/mail.json?to=${encodeURIComponent(email)}`)).json()) as unknown[]).length

export async function signIn(tab: Tab, { cercle }: World, email: string): Promise<void> {
  const before = await count(cercle, email)
  await press(tab, 'page', '[data-do="sign-in"]')
  await until('the form', () => tab.run<boolean>('frame', `return Boolean(find('[name=email]'))`))
  await tab.type('frame', '[name=email]', email)
  await press(tab, 'frame', 'button', 'Recevoir un code')
  await until('the field of the code', () => tab.run<boolean>('frame', `return Boolean(find('[name=code]'))`))
  await tab.type('frame', '[name=code]', await code(cercle, email, before))
  await press(tab, 'frame', 'button', 'Entrer')
  await signedIn(tab)
}

const signedIn = (tab: Tab): Promise<void> =>
  until('the feed of a member', () => tab.run<boolean>('frame', `return Boolean(find('[part~=compose]'))`))

async function read(tab: Tab, { url }: World): Promise<void> {
  await tab.goto(url)
  await until('three public discussions', () =>
    tab.run<boolean>(
      'page',
      `return document.querySelector('cercle-feed')?.dataset.state === 'ready' && (words().match(/Une personne de la communauté/gu) ?? []).length >= 3`,
    ),
  )
}

/** What the rest rests on: the two sites are really two. */
async function crossSite(tab: Tab, { cercle }: World): Promise<void> {
  const out = await tab.run<{ origin: string; blind: boolean }>(
    'frame',
    `let blind = false; try { void parent.document.body } catch { blind = true } return { origin: location.origin, blind }`,
  )
  assert.equal(out.origin, new URL(cercle).origin)
  assert.equal(out.blind, true)
}

async function height(tab: Tab): Promise<void> {
  await until('the frame as tall as what it shows', async () => {
    const wanted = await tab.run<number>(
      'frame',
      `return Math.ceil(document.querySelector('main').getBoundingClientRect().height)`,
    )
    const given = await tab.run<number>(
      'page',
      `return Math.round(document.querySelector('cercle-feed').shadowRoot.querySelector('iframe').getBoundingClientRect().height)`,
    )
    return Math.abs(wanted - given) <= 1
  })
}

async function focus(tab: Tab): Promise<void> {
  await tab.run('page', `document.querySelector('a')?.focus()`)
  await until('the focus inside the frame', async () => {
    await tab.press('Tab')
    return tab.run<boolean>('page', `return document.activeElement?.localName === 'cercle-feed'`)
  })
}

async function post(tab: Tab, title: string): Promise<void> {
  await press(tab, 'frame', 'button', 'Une question')
  await until('the field of the title', () => tab.run<boolean>('frame', `return Boolean(find('[name=title]'))`))
  await tab.type('frame', '[name=title]', title)
  await tab.type('frame', '[name=body]', 'Quelques mots suffisent.')
  assert.match(
    await tab.run<string>('frame', `return find('[part~=audience]').textContent.replace(/\\s+/gu, ' ')`),
    /Qui lira ceci.*\d/u,
  )
  await press(tab, 'frame', '[part~=send]')
  await until('the new discussion in the list', () =>
    tab.run<boolean>('frame', `return Boolean(find('article', ${JSON.stringify(title)}))`),
  )
}

/** Another member's words come without a reload, and leave the focus where it is. */
async function live(tab: Tab, other: Tab, title: string): Promise<void> {
  await post(other, title)
  await until('the word that something arrived', () => tab.run<boolean>('frame', `return Boolean(find('button', 'afficher'))`))
  await press(tab, 'frame', 'button', 'afficher')
  await until('what arrived', () => tab.run<boolean>('frame', `return Boolean(find('article', ${JSON.stringify(title)}))`))
}

async function larger(tab: Tab): Promise<void> {
  const before = await tab.run<number>('page', `return scrollY`)
  await press(tab, 'frame', 'button', 'Une question')
  await press(tab, 'frame', 'button', 'Plus grand')
  await until('the frame over the whole window', () =>
    tab.run<boolean>(
      'page',
      `const box = document.querySelector('cercle-feed').shadowRoot.querySelector('iframe').getBoundingClientRect(); return box.top === 0 && Math.abs(box.height - innerHeight) <= 1`,
    ),
  )
  await tab.type('frame', '[name=title]', 'Un titre qui reste')
  await tab.press('Escape')
  await until('the frame back in its place', () =>
    tab.run<boolean>(
      'page',
      `return !document.querySelector('cercle-feed').shadowRoot.querySelector('dialog').matches(':modal')`,
    ),
  )
  assert.equal(await tab.run<string>('frame', `return find('[name=title]').value`), 'Un titre qui reste')
  assert.ok(Math.abs((await tab.run<number>('page', `return scrollY`)) - before) < 400)
}

/** The browser forgets: a new code, never an error, and the public view meanwhile. */
async function storage(tab: Tab, world: World): Promise<void> {
  await tab.reload()
  await signedIn(tab)
  await tab.run(
    'frame',
    `for (const { name } of (await indexedDB.databases?.()) ?? []) indexedDB.deleteDatabase(name)
    for (const name of await caches.keys()) await caches.delete(name)
    localStorage.clear()`,
  )
  await tab.reload()
  await until('the public view again', () => tab.run<boolean>('page', `return Boolean(find('[data-do="sign-in"]'))`))
  await signIn(tab, world, world.reader)
}

/** The journeys in order; each goes on where the one before stopped. */
export const journeys = (world: World, open: () => Promise<Tab & AsyncDisposable>) => {
  const title = `Question ${Math.random().toString(36).slice(2, 8)}`
  return [
    ['reads as a stranger', (tab: Tab) => read(tab, world)],
    ['signs in by code in the frame', (tab: Tab) => signIn(tab, world, world.reader)],
    ['frame and page are two sites', (tab: Tab) => crossSite(tab, world)],
    ['the frame is as tall as what it shows', (tab: Tab) => height(tab)],
    ['writes, told who will read', (tab: Tab) => post(tab, title)],
    [
      'hears another member without a reload',
      async (tab: Tab) => {
        await using other = await open()
        await other.goto(world.url)
        await signIn(other, world, world.writer)
        await live(tab, other, `${title} bis`)
      },
    ],
    ['the larger view opens, keeps what is written, and closes', (tab: Tab) => larger(tab)],
    ['the keyboard goes into the frame', (tab: Tab) => focus(tab)],
    ['stays signed in over a reload, and finds its way when the browser forgot', (tab: Tab) => storage(tab, world)],
  ] as const
}
