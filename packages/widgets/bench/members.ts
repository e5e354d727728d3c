import { readFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import type { Chromium } from './chromium.ts'
import { MEMBER, type Served } from './served.ts'
import { measureVisit } from './strangers.ts'
import { Visit, type Visited } from './visit.ts'

export interface MemberFigures {
  /** Everything kept, session included. */
  returning: Visited[]
  /** The session is there, none of Cercle's files is. */
  first: Visited[]
  one: Memory[]
  four: Memory[]
  /** Live streams at once with four elements on the page. */
  streams: number
}

export interface Memory {
  /** Private memory of the processes of the page and its frames, in bytes; NaN where the system does not tell. */
  private: number
  /** What scripts hold after a garbage collection, in bytes. */
  heap: number
  processes: number
}

/** Signs a member in as she does it, with a quick line, and then measures her visits. */
export async function measureMember(chromium: Chromium, served: Served, rounds: number): Promise<MemberFigures> {
  await signIn(chromium, served)
  const figures: MemberFigures = { returning: [], first: [], one: [], four: [], streams: 0 }
  const visit = async () => {
    const seen = await measureVisit(chromium, `${served.site}/`)
    if (seen.frames !== 1) throw new Error(`The page of a member has ${seen.frames} frames`)
    return seen
  }
  await visit()
  for (let round = 0; round < rounds; round++) {
    figures.returning.push(await visit())
    await forgetFiles(chromium)
    figures.first.push(await visit())
    await visit() // files are kept again
  }
  for (let round = 0; round < Math.min(rounds, 3); round++) {
    figures.one.push(await memoryOf(chromium, served, '/', 1))
    while (served.streams.open) await setTimeout(20) // that of the tab that was just closed
    served.streams.most = served.streams.open
    figures.four.push(await memoryOf(chromium, served, '/four', 4))
    figures.streams = Math.max(figures.streams, served.streams.most)
  }
  return figures
}

async function signIn(chromium: Chromium, served: Served): Promise<void> {
  const visit = await Visit.open(chromium, { line: undefined })
  await visit.measure(`${served.site}/`)
  await visit.evaluate(`(${press.toString()})('[data-do="sign-in"]')`, visit.page)
  const form = await visit.frame()
  await visit.until(`deep('[name=email]')`, form)
  await visit.evaluate(`(${fill.toString()})('[name=email]', ${JSON.stringify(MEMBER)})`, form)
  await visit.until(`deep('[name=code]')`, form)
  await visit.evaluate(`(${press.toString()})('[name=keep]')`, form)
  // mails leave after the answer
  while (!served.code) await setTimeout(20)
  await visit.evaluate(`(${fill.toString()})('[name=code]', ${JSON.stringify(served.code)})`, form)
  // the page lets go of what a stranger saw, and knows from then on that somebody is signed in
  await visit.until(`!deep('cercle-feed-view')`)
  await visit.close()
}

/* Inside the page; `deep` is there beside them, see `Visit`. */
declare function deep(selector: string): HTMLElement | undefined
function press(selector: string): void {
  deep(selector)!.click()
}
function fill(selector: string, value: string): void {
  const input = deep(selector) as HTMLInputElement
  input.value = value
  input.dispatchEvent(new Event('input', { bubbles: true, composed: true }))
  input.form!.requestSubmit()
}

async function forgetFiles(chromium: Chromium): Promise<void> {
  const visit = await Visit.open(chromium, { line: undefined })
  await chromium.send('Network.clearBrowserCache', {}, visit.page)
  await visit.close()
}

async function memoryOf(chromium: Chromium, served: Served, path: string, elements: number): Promise<Memory> {
  const before = await renderers(chromium)
  const visit = await Visit.open(chromium, { line: undefined })
  await visit.go(`${served.site}${path}`)
  await visit.until(`document.querySelectorAll('[community][data-state=ready]').length === ${elements}`)
  if (visit.frames.length !== elements) throw new Error(`${path} has ${visit.frames.length} frames`)
  // keeping up comes after the list, and with it the stream
  while (!served.streams.open) await setTimeout(20)
  await setTimeout(3000) // what is fetched last is there, and a second stream would be
  // frames of one origin share one process, and one heap
  const sessions = [visit.page, visit.frames[0]!]
  for (const session of sessions) await chromium.send('HeapProfiler.collectGarbage', {}, session)
  const heaps = await Promise.all(sessions.map((one) => chromium.send<{ usedSize: number }>('Runtime.getHeapUsage', {}, one)))
  const pids = (await renderers(chromium)).filter((pid) => !before.includes(pid))
  const memory = {
    private: pids.reduce((sum, pid) => sum + privateMemory(pid), 0),
    heap: heaps.reduce((sum, { usedSize }) => sum + usedSize, 0),
    processes: pids.length,
  }
  await visit.close()
  return memory
}

async function renderers(chromium: Chromium): Promise<number[]> {
  const { processInfo } = await chromium.send<{ processInfo: { type: string; id: number }[] }>('SystemInfo.getProcessInfo')
  return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id)
}

function privateMemory(pid: number): number {
  try {
    const lines = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8').matchAll(/^Private_(?:Clean|Dirty): +(\d+) kB$/gm)
    return [...lines].reduce((sum, [, kilobytes]) => sum + Number(kilobytes) * 1024, 0)
  } catch {
    return NaN
  }
}
