import { cutConnections } from '../test/drills/cuts.ts'
import { killUnderLoad, restartPostgres, stopUnderLoad, type CrashFigures } from '../test/drills/crashes.ts'
import { backupWithoutRoom, makeSmallDisk, writeWithoutRoom } from '../test/drills/disk-full.ts'
import { fuzz, procedures } from '../test/drills/fuzz.ts'
import { overload } from '../test/drills/overload.ts'
import { makePlace, startServer, type Engine } from '../test/drills/place.ts'
import { thread, call } from '../test/drills/writers.ts'
import { grantSession } from '../test/order/sessions.ts'
import { ownerDb } from '../src/db/migrate.ts'
import { uuidv7 } from '../src/ids.ts'
import { Agent } from 'node:http'

/*
 * Everything that may go wrong around the server, at length, each with its figure against what is promised. About ten minutes on a machine
 * of its own. Choose by name: `npm run drill -- faults`; `DRILL=kill,fuzz` takes some of them.
 */
interface Row {
  drill: string
  seen: string
  promised: string
  kept: boolean
}
const rows: Row[] = []
const chosen = process.env.DRILL?.split(',')

async function drill(name: string, work: () => Promise<Omit<Row, 'drill'>[]>, label = name): Promise<void> {
  if (chosen && !chosen.includes(name)) return
  const from = performance.now()
  const told = await work().catch((error: unknown) => [{ seen: String(error), promised: 'to end', kept: false }])
  for (const row of told) {
    rows.push({ drill: label, ...row })
    console.log(`${row.kept ? '✓' : '✗'} ${label}: ${row.seen}`)
  }
  console.log(`  ${((performance.now() - from) / 1000).toFixed(0)} s`)
}

const isWhole = ({ lost, doubled, wrong, faults, journal }: CrashFigures) =>
  lost + doubled + wrong + faults === 0 && journal === 'whole'
const counted = ({ acknowledged, crashes, lost, doubled, wrong, faults, journal }: CrashFigures) =>
  `${acknowledged} acknowledged, ${crashes} crashes: ${lost} lost, ${doubled} doubled, ${wrong} wrong, ${faults} × 500, journal ${journal}`
const limits: Record<Engine, number> = { postgres: 3_000, pglite: 5_000 }

for (const engine of ['postgres', 'pglite'] as const) {
  await drill(
    'kill',
    async () => {
      await using place = await makePlace(engine)
      const figures = await killUnderLoad(place, { crashes: 10, acknowledged: 2_000 })
      return [
        {
          seen: counted(figures),
          promised: '≥ 2,000 acknowledged, 0 lost, 0 doubled',
          kept: isWhole(figures) && figures.acknowledged >= 2_000,
        },
        {
          seen: `ready after ${figures.ready.toFixed(0)} ms at most`,
          promised: `≤ ${limits[engine]} ms`,
          kept: figures.ready <= limits[engine],
        },
      ]
    },
    `kill -9 (${engine})`,
  )
  await drill(
    'stop',
    async () => {
      await using place = await makePlace(engine)
      const { answered, unanswered, lost, code, took } = await stopUnderLoad(place, { acknowledged: 200 })
      const seen = `${answered} answered, ${unanswered} written and not answered, ${lost} lost; code ${code} after ${took.toFixed(0)} ms`
      return [{ seen, promised: '0, code 0, ≤ 10 s', kept: unanswered + lost === 0 && code === 0 && took <= 10_000 }]
    },
    `SIGTERM (${engine})`,
  )
  await drill(
    'overload',
    async () => {
      await using place = await makePlace(engine)
      const { capacity, rounds } = await overload(place, { seconds: 5, times: [2, 5] })
      return rounds.map(({ times, goodput, p99, refused, odd }) => ({
        seen: `${times} × ${capacity.toFixed(0)}/s: goodput ${((100 * goodput) / capacity).toFixed(0)} %, accepted p99 ${p99.toFixed(0)} ms, ${refused} refused, ${odd} otherwise`,
        promised: '≥ 80 %, ≤ 1 s, 503 + Retry-After',
        kept: goodput >= 0.8 * capacity && p99 <= 1_000 && odd === 0,
      }))
    },
    `overload (${engine})`,
  )
}

await drill('restart', async () => {
  await using place = await makePlace('postgres')
  const figures = await restartPostgres(place, { crashes: 20, each: 50 })
  return [
    {
      seen: `${counted(figures)}; back within ${figures.ready.toFixed(0)} ms`,
      promised: '0 lost in 20 restarts',
      kept: isWhole(figures),
    },
  ]
})

await drill('cut', async () => {
  await using place = await makePlace('postgres')
  const { cuts, read, back, leaked, ...figures } = await cutConnections(place, { rounds: 10, each: 30 })
  const kept = isWhole({ ...figures, crashes: cuts, ready: 0 }) && leaked === 0
  const seen = `${counted({ ...figures, crashes: cuts, ready: 0 })}; ${read} read, ${leaked} leaked, back within ${back.toFixed(0)} ms`
  return [{ seen, promised: '0 wrong, 0 leaked, no restart', kept }]
})

await drill('fuzz', async () => {
  await using place = await makePlace('postgres')
  const tokens = async () => {
    await using database = await place.open()
    const { id, community_id } = await ownerDb(database)
      .selectFrom('member')
      .select(['id', 'community_id'])
      .executeTakeFirstOrThrow()
    return await grantSession(ownerDb(database), community_id, id)
  }
  await using running = await startServer(place)
  const id = uuidv7(Date.now())
  await call(running.url, place, thread(id), { agent: new Agent() })
  const target = { url: running.url, community: place.community, known: [id, 'entraide', 'accueil', 'thanks'], token: tokens }
  let [sent, slowest, done] = [0, 0, 0]
  const faults: string[] = []
  for (const procedure of procedures) {
    const figures = await fuzz(target, procedure, 2_000)
    sent += figures.sent
    done += figures.statuses[200] ?? 0
    slowest = Math.max(slowest, figures.slowest)
    faults.push(...figures.faults)
  }
  for (const fault of faults.slice(0, 20)) console.log(`  ${fault}`)
  const seen = `${sent} inputs to ${procedures.length} procedures (${done} taken): ${faults.length} faults, slowest ${slowest.toFixed(0)} ms`
  return [{ seen, promised: 'no 500, no hang, no trace', kept: faults.length === 0 }]
})

await drill('disk', async () => {
  await using disk = await makeSmallDisk(256)
  if (!disk) return [{ seen: 'skipped: only root may make a small disk', promised: 'refused in words', kept: true }]
  const { acknowledged, refused, odd, ...kept } = await writeWithoutRoom(disk)
  await using place = await makePlace('postgres')
  await using database = await place.open()
  const { said, left } = await backupWithoutRoom(disk, database)
  return [
    {
      seen: `${acknowledged} acknowledged, ${refused} refused, ${odd} otherwise: ${kept.lost} lost, ${kept.doubled} doubled, journal ${kept.journal}`,
      promised: 'refused, 0 lost, serves again',
      kept: odd + kept.lost + kept.doubled === 0 && kept.journal === 'whole',
    },
    {
      seen: `a backup: ${said.includes('no room') ? 'refused in words' : said}, ${left.length} left behind`,
      promised: 'in words, 0',
      kept: left.length === 0,
    },
  ]
})

console.log(`\n| drill | seen | promised | |\n| --- | --- | --- | --- |`)
for (const { drill: name, seen, promised, kept } of rows) console.log(`| ${name} | ${seen} | ${promised} | ${kept ? '✓' : '✗'} |`)
if (rows.some(({ kept }) => !kept)) process.exitCode = 1
