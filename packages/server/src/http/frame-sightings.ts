import type { Request } from 'express'
import type { Pool } from 'pg'
import type { Clock } from '../clock.ts'
import type { LaterWork } from '../jobs/later.ts'
import { noteSighting } from '../organisations/sightings.service.ts'
import { readForCommunity } from './read-for-community.ts'

/** One origin is noted so often at most, ms. */
const EVERY = 60_000
/** Origins remembered by this process; more, and it begins anew. */
const MAX = 1000

/** Notes after the answer has left from where a frame was asked for, so that the desk can say whether a page is set up right. */
export function frameSightings(parts: { pool: Pool; clock: Clock; later: LaterWork }): (req: Request, slug: string) => void {
  const { clock, later } = parts
  const noted = new Map<string, number>()
  return (req, slug) => {
    const origin = originOf(req)
    if (origin === undefined) return
    const key = `${slug} ${origin}`
    const now = clock.now()
    if (now - (noted.get(key) ?? -Infinity) < EVERY) return
    if (noted.size >= MAX) noted.clear()
    noted.set(key, now)
    later.run(async () => {
      await readForCommunity(parts, slug, (db, id) => noteSighting(db, id, origin, new Date(now)), 'begin')
    })
  }
}

/** What the browser says of the page around the frame, where it is the page that the address names. */
function originOf(req: Request): string | undefined {
  const { site } = req.params as { site: string }
  const destination = req.get('sec-fetch-dest')
  const referrer = req.get('referer') ?? ''
  if (!URL.canParse(referrer) || (destination !== undefined && destination !== 'iframe')) return undefined
  const { origin, host } = new URL(referrer)
  return /^https?:/u.test(origin) && origin.length <= 300 && host === site.toLowerCase() ? origin : undefined
}
