import { writeCharter } from '../charter/charter.service.ts'
import type { Db } from '../db/tables.ts'
import { uuidv7 } from '../ids.ts'
import type { CharterSeed } from './community-seed.ts'

const MINUTE = 60_000
/** Who signed did so this long after it was published. */
const READING = 30 * MINUTE

export interface CharterSeeding {
  db: Db
  communityId: string
  language: 'fr-CA' | 'en-CA'
  now: number
  spaceId(slug: string): string
  memberId(key: string): string
}

/** Writes the charters of a seed in its order, each the next version of its place, and the signatures that stand. */
export async function seedCharters(seeding: CharterSeeding, charters: CharterSeed[]): Promise<void> {
  const versions = new Map<string | null, { number: number; id: string }>()
  for (const charter of charters) {
    const spaceId = charter.space === undefined ? null : seeding.spaceId(charter.space)
    const version = { id: uuidv7(seeding.now), number: (versions.get(spaceId)?.number ?? 0) + 1 }
    versions.set(spaceId, version)
    await seedVersion(seeding, charter, spaceId, version)
  }
  for (const [spaceId, { id }] of versions) {
    await seeding.db
      .insertInto('charter')
      .values({ community_id: seeding.communityId, space_id: spaceId, version_id: id })
      .execute()
  }
}

async function seedVersion(
  { db, communityId, language, now, memberId }: CharterSeeding,
  { text, minutesAgo, signedBy }: CharterSeed,
  spaceId: string | null,
  { id, number }: { id: string; number: number },
): Promise<void> {
  const { source, body, hash } = writeCharter(text)
  const publishedAt = now - minutesAgo * MINUTE
  const version = { community_id: communityId, id, space_id: spaceId, number, language, source, hash }
  await db
    .insertInto('charter_version')
    .values({ ...version, body: JSON.stringify(body), published_at: new Date(publishedAt) })
    .execute()
  for (const key of signedBy) {
    await db
      .insertInto('charter_signature')
      .values({
        community_id: communityId,
        id: uuidv7(now),
        member_id: memberId(key),
        version_id: id,
        hash,
        signed_at: new Date(Math.min(publishedAt + READING, now)),
        withdrawn_at: null,
      })
      .execute()
  }
}
