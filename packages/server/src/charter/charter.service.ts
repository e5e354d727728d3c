import { createHash } from 'node:crypto'
import { writeText } from '../discussions/discussions.service.ts'
import type { NodeTree } from '../discussions/node-tree.schema.ts'
import { requireProof } from '../auth/proof.service.ts'
import { CercleError } from '../errors.ts'
import { appendActivity, type ActivityKind } from '../live/live.service.ts'
import { instantOf, type MemberScope, type SigningScope } from '../scope.ts'
import { spaceBySlug } from '../spaces/spaces.service.ts'
import { charterPolicy } from './charter.policy.ts'
import * as rows from './charter.repository.ts'
import type {
  AskedCharter,
  CharterList,
  CharterProof,
  CharterView,
  PublishCharter,
  SignatureView,
  SignCharter,
} from './charter.schema.ts'

/** A charter's text as it is stored: its tree, and what a signature holds of it. */
export function writeCharter(source: string): { source: string; body: NodeTree; hash: Buffer } {
  return { source, body: writeText(source).body, hash: createHash('sha256').update(source).digest() }
}

const signatureOf = ({ id, version, signedAt, withdrawnAt }: rows.SignatureRow): SignatureView => ({
  id,
  version,
  signedAt: signedAt.toISOString(),
  withdrawnAt: withdrawnAt?.toISOString() ?? null,
})

/** What is said of a version, beside its text. */
function present(
  { id, version, language, publishedAt, spaceId, current }: rows.VersionRow,
  signatures: rows.SignatureRow[],
  names: Map<string, rows.SpaceName>,
) {
  const standing = signatures.find((one) => one.versionId === id && one.withdrawnAt === null)
  const state = { current, signed: standing !== undefined }
  return {
    id,
    version,
    language,
    publishedAt: publishedAt.toISOString(),
    space: (spaceId === null ? undefined : names.get(spaceId)) ?? null,
    current,
    signature: standing ? signatureOf(standing) : null,
    can: { sign: charterPolicy.sign(state), withdraw: charterPolicy.withdraw(state) },
  }
}

/** For other features: what the viewer is asked to sign next; `null`: nothing. */
export async function askedCharter({ db, viewer }: SigningScope): Promise<AskedCharter | null> {
  const row = await rows.findAsked(db, viewer)
  if (!row) return null
  const { id, version, publishedAt, spaceId } = row
  const space = spaceId === null ? null : ((await rows.listSpaceNames(db, viewer)).get(spaceId) ?? null)
  return { id, version, publishedAt: publishedAt.toISOString(), space }
}

/** The charters that concern the viewer, and her signatures under each. */
export async function charterList({ db, viewer }: SigningScope): Promise<CharterList> {
  const [versions, signatures, names] = await Promise.all([
    rows.listCurrent(db, viewer),
    rows.listSignatures(db, viewer),
    rows.listSpaceNames(db, viewer),
  ])
  return {
    items: versions.map((version) => {
      const view = present(version, signatures, names)
      const hers = signatures.filter((one) => one.spaceId === version.spaceId && one.id !== view.signature?.id)
      return { ...view, earlier: hers.map(signatureOf) }
    }),
  }
}

/** One version with its text. */
export async function charterView(scope: SigningScope, id: string): Promise<CharterView> {
  const { db, viewer } = scope
  const [version, signatures, names] = await Promise.all([
    rows.findVersion(db, viewer, id),
    rows.listSignatures(db, viewer),
    rows.listSpaceNames(db, viewer),
  ])
  if (!version) throw new CercleError('not_found')
  const { hash, source, body } = version
  return { ...present(version, signatures, names), hash, text: source, body }
}

const tellOf = (scope: SigningScope, kind: ActivityKind, { id, spaceId }: { id: string; spaceId: string | null }) =>
  appendActivity(scope.db, scope.viewer.communityId, {
    kind,
    actorId: scope.viewer.memberId,
    spaceId: spaceId ?? undefined,
    subjectId: id,
    at: instantOf(scope.clock),
  })

/** Signs what she read. `conflict` when that is not, or no longer, what is asked for; repeating it signs once. */
export async function signCharter(scope: SigningScope, { id, hash }: SignCharter): Promise<CharterView> {
  const { db, viewer, clock, newId } = scope
  const version = await rows.findVersion(db, viewer, id)
  if (!version) throw new CercleError('not_found')
  if (!version.current || version.hash !== hash) throw new CercleError('conflict')
  const fresh = await rows.insertSignature(db, viewer, newId(), version, instantOf(clock))
  if (fresh) await tellOf(scope, 'charter.signed', version)
  return charterView(scope, id)
}

/** Takes her signature of a version back; repeating it answers the same. */
export async function withdrawSignature(scope: SigningScope, id: string): Promise<CharterView> {
  const { db, viewer, clock } = scope
  const version = await rows.findVersion(db, viewer, id)
  if (!version) throw new CercleError('not_found')
  if (await rows.setWithdrawn(db, viewer, id, instantOf(clock))) await tellOf(scope, 'charter.withdrawn', version)
  return charterView(scope, id)
}

/** What is printed of one signature, standing or not. */
export async function charterProof({ db, viewer }: SigningScope, id: string): Promise<CharterProof> {
  const signature = await rows.findSignature(db, viewer, id)
  const [version, names] = await Promise.all([
    signature && rows.findVersion(db, viewer, signature.versionId),
    rows.listSpaceNames(db, viewer),
  ])
  if (!signature || !version) throw new CercleError('not_found')
  const { name, organisation, community, timeZone, signedAt, withdrawnAt } = signature
  return {
    id,
    member: { name, organisation },
    community: { name: community, timeZone },
    space: (version.spaceId === null ? undefined : names.get(version.spaceId)) ?? null,
    version: version.version,
    language: version.language,
    publishedAt: version.publishedAt.toISOString(),
    signedAt: signedAt.toISOString(),
    withdrawnAt: withdrawnAt?.toISOString() ?? null,
    hash: version.hash,
    text: version.source,
    body: version.body,
  }
}

/**
 * A new text, which everybody concerned is asked to sign, herself included. `conflict` when `replaces` is not what is asked for now, or the id
 * stands for another text.
 */
export async function publishCharter(scope: MemberScope, input: PublishCharter): Promise<CharterView> {
  const { db, viewer, clock } = scope
  const { id, language, replaces } = input
  const space = input.space === undefined ? undefined : await spaceBySlug(scope, input.space)
  if (space?.level === 'public') throw new CercleError('invalid', { fields: [{ path: 'space', reason: 'not_allowed' }] })
  const spaceId = space?.id ?? null
  const { source, body, hash } = writeCharter(input.text)
  const known = await rows.findVersion(db, viewer, id)
  if (known) {
    const isSame = known.spaceId === spaceId && known.language === language && known.hash === hash.toString('hex')
    if (!isSame) throw new CercleError('conflict')
    return charterView(scope, id)
  }
  await requireProof(scope)
  if ((await rows.findCurrentId(db, viewer, spaceId)) !== replaces) throw new CercleError('conflict')
  if (!(await rows.insertVersion(db, viewer, { id, spaceId, language, source, body, hash, at: instantOf(clock) })))
    throw new CercleError('conflict')
  await rows.setCurrent(db, viewer, spaceId, id)
  await tellOf(scope, 'charter.published', { id, spaceId })
  return charterView(scope, id)
}
