import { strict as assert } from 'node:assert'
import { until, type Tab } from './engine.ts'
import { press, type } from './pressing.ts'

/** How often the Tab key is pressed inside the frame: past the window's lower edge. */
const STOPS = 32

/** px: a window in which the feed does not fit. */
const LOW = 900

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
  await type(tab, 'frame', '[name=email]', email)
  await press(tab, 'frame', 'button', 'Recevoir un code')
  await type(tab, 'frame', '[name=code]', await code(cercle, email, before))
  await press(tab, 'frame', 'button', 'Entrer')
  await signedIn(tab)
}

const signedIn = (tab: Tab): Promise<void> =>
  until('the feed of a member', () => tab.run<boolean>('frame', `return Boolean(find('[part~=compose]'))`))

/** By whom they are: nobody is named, in the words of each community. */
async function read(tab: Tab, { url }: World): Promise<void> {
  await tab.goto(url)
  await until('three public discussions', () =>
    tab.run<boolean>(
      'page',
      `return document.querySelector('cercle-feed')?.dataset.state === 'ready' && (words().match(/Une personne de la communauté|Une voix du cercle/gu) ?? []).length >= 3`,
    ),
  )
}

/** What the rest rests on: the two sites are really two, and what the frame keeps is kept for this partner alone. */
async function crossSite(tab: Tab, { cercle, url }: World): Promise<void> {
  const out = await tab.run<{ origin: string; isBlind: boolean }>(
    'frame',
    `let isBlind = false
    try { void parent.document.body } catch { isBlind = true }
    localStorage.setItem('probe', '1')
    document.cookie = 'probe=1; SameSite=None; Secure; Max-Age=600'
    return { origin: location.origin, isBlind }`,
  )
  assert.equal(out.origin, new URL(cercle).origin)
  assert.notEqual(new URL(cercle).hostname, new URL(url).hostname)
  assert.ok(out.isBlind)
  await tab.goto(`${cercle}/dev/mail`)
  const own = await tab.run<string[]>('page', `return [location.origin, localStorage.getItem('probe') ?? '', document.cookie]`)
  assert.deepEqual(own, [out.origin, '', ''])
  await tab.goto(url)
  await signedIn(tab)
}

async function height(tab: Tab): Promise<void> {
  await until('the frame as tall as what it shows', async () => {
    const wanted = await tab.run<number>(
      'frame',
      `return Math.ceil(document.querySelector('main').getBoundingClientRect().height)`,
    )
    const given = await tab.run<number>('page', `return Math.round(frame().getBoundingClientRect().height)`)
    return Math.abs(wanted - given) <= 1
  })
}

/**
 * By keyboard alone: into the frame and far down in it, and what has the focus is in sight. Asked only at the end: WebDriver in WebKit moves
 * the focus when it goes from one document to another.
 */
async function focus(tab: Tab): Promise<void> {
  await tab.run('frame', `window.stops = []; document.addEventListener('keyup', () => stops.push(focused()))`)
  await tab.run('page', `scrollTo({ top: 0, behavior: 'instant' }); document.querySelector('a').focus()`)
  await until('the focus inside the frame', async () => {
    await tab.key('Tab')
    return tab.run<boolean>('page', `return document.activeElement?.localName === 'cercle-feed'`)
  })
  for (const _ of Array.from({ length: STOPS })) await tab.key('Tab')
  const middle = async (): Promise<number> =>
    (await tab.run<number>('page', `return frame().getBoundingClientRect().top`)) +
    (await tab.run<number>('frame', `const box = stops.at(-1).getBoundingClientRect(); return (box.top + box.bottom) / 2`))
  const stops = await tab.run<number>('frame', `return new Set(stops).size`)
  assert.ok(stops > STOPS / 2, `the Tab key goes on inside the frame: ${stops} of ${STOPS}`)
  const inside = await tab.run<number>('page', `return innerHeight`)
  await until('in sight: what has the focus', async () => (await middle()) > 0 && (await middle()) < inside)
  assert.ok((await tab.run<number>('page', `return scrollY`)) > 0, 'far enough down to need the page moved')
}

async function post(tab: Tab, title: string): Promise<void> {
  await press(tab, 'frame', 'button', 'Une question')
  await type(tab, 'frame', '[name=title]', title)
  await type(tab, 'frame', '[name=body]', 'Quelques mots suffisent.')
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
  await tab.run('frame', `window.before = focused()`)
  await post(other, title)
  await until('the word that something arrived', () => tab.run<boolean>('frame', `return Boolean(find('button', 'afficher'))`))
  assert.ok(await tab.run<boolean>('frame', `return before === focused()`), 'the focus stays')
  await press(tab, 'frame', 'button', 'afficher')
  await until('what arrived', () => tab.run<boolean>('frame', `return Boolean(find('article', ${JSON.stringify(title)}))`))
}

async function larger(tab: Tab): Promise<void> {
  await tab.resize(LOW)
  await press(tab, 'frame', 'button', 'Une question')
  await press(tab, 'frame', 'button', 'Plus grand')
  await until('the frame over the whole window', () =>
    tab.run<boolean>(
      'page',
      `const box = frame().getBoundingClientRect(); return box.top === 0 && Math.abs(box.height - innerHeight) <= 1`,
    ),
  )
  const before = await tab.run<number>('page', `return scrollY`)
  await type(tab, 'frame', '[name=title]', 'Un titre qui reste')
  await tab.key('Escape')
  await until('the frame back in its place', () =>
    tab.run<boolean>('page', `return !frame().closest('dialog').matches(':modal')`),
  )
  assert.equal(await tab.run<string>('frame', `return find('[name=title]').value`), 'Un titre qui reste')
  const after = await tab.run<number>('page', `return scrollY`)
  assert.ok(Math.abs(after - before) < 400, `the page does not jump: from ${before} to ${after}`)
  await until('in sight: what was being written', async () => {
    const top = await tab.run<number>('page', `return frame().getBoundingClientRect().top`)
    const box = await tab.run<{ top: number; bottom: number }>(
      'frame',
      `const { top, bottom } = find('[name=title]').getBoundingClientRect(); return { top, bottom }`,
    )
    const inside = await tab.run<number>('page', `return innerHeight`)
    return top + box.bottom > 0 && top + box.top < inside
  })
}

/** The browser forgets: a new code, never an error, and the public view meanwhile. */
async function storage(tab: Tab, world: World): Promise<void> {
  await tab.reload()
  await signedIn(tab)
  // WebKit tells no names of databases inside a frame of another site: the session's is noted in sessionStorage too
  const forget = () =>
    tab.run(
      'frame',
      `const listed = ((await indexedDB.databases?.()) ?? []).map(({ name }) => name)
    for (const name of new Set([...listed, ...Object.keys(sessionStorage)])) await new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase(name)
      request.onsuccess = resolve
      request.onerror = request.onblocked = () => reject(new Error('not deleted: ' + name))
    })
    for (const name of await caches.keys()) await caches.delete(name)
    localStorage.clear()
    sessionStorage.clear()`,
    )
  // What is being read at that moment blocks, and is tried again. A frame that finds its session gone meanwhile leaves, and takes the script
  // along; what follows shows that all was forgotten.
  const isOver = (error: unknown) => !String(error).includes('not deleted')
  await until('what the browser keeps is deleted', () => forget().then(() => true, isOver))
  await tab.reload()
  await until('the public view again', () => tab.run<boolean>('page', `return Boolean(find('[data-do="sign-in"]'))`))
  await signIn(tab, world, world.reader)
}

/** One thing that a person does, by its name. */
export type Journey = readonly [name: string, go: (tab: Tab) => Promise<void>]

/** The journeys in order; each goes on where the one before stopped. */
export const journeys = (world: World): readonly Journey[] => {
  const title = `Question ${Math.random().toString(36).slice(2, 8)}`
  return [
    ['reads as a stranger', (tab) => read(tab, world)],
    ['signs in by code in the frame', (tab) => signIn(tab, world, world.reader)],
    ['frame and page are two sites, and nothing is kept across', (tab) => crossSite(tab, world)],
    ['the frame is as tall as what it shows', (tab) => height(tab)],
    ['writes, told who will read', (tab) => post(tab, title)],
    [
      'hears another member without a reload, the focus stays',
      async (tab) => {
        await using other = await tab.another()
        await other.goto(world.url)
        await signIn(other, world, world.writer)
        await live(tab, other, `${title} bis`)
      },
    ],
    ['the larger view opens, keeps what is written, and closes', (tab) => larger(tab)],
    ['the keyboard goes into the frame, and what has the focus is in sight', (tab) => focus(tab)],
    ['stays signed in over a reload, and finds its way when the browser forgot', (tab) => storage(tab, world)],
  ]
}
