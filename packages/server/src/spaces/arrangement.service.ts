import { requireProof } from '../auth/proof.service.ts'
import { CercleError } from '../errors.ts'
import { appendActivity } from '../live/live.service.ts'
import { memberNamed } from '../members/members.service.ts'
import { noteAccess } from '../privacy/journal.service.ts'
import { instantOf, type MemberScope } from '../scope.ts'
import { listSeenBy, mergeSpace, setSpaceName, setSpaceOrder, splitSpace } from './arrangement.repository.ts'
import type {
  ArrangeSpaces,
  MergeResult,
  MergeSpaces,
  RenameSpace,
  SeenView,
  SpaceList,
  SpaceView,
  SplitSpace,
} from './spaces.schema.ts'
import { spaceBySlug, viewerSpaces } from './spaces.service.ts'

/** `conflict`: id or slug are taken. `not_found`: a group or a discussion is not there for her. */
export async function divideSpace(scope: MemberScope, input: SplitSpace): Promise<SpaceView> {
  const whole = await spaceBySlug(scope, input.space)
  if (!(await splitSpace(scope.db, whole.id, input).catch(taken))) throw new CercleError('not_found')
  await tell(scope, input.id)
  const made = (await viewerSpaces(scope)).items.find(({ id }) => id === input.id)
  // of groups that she is not in herself: it is there, and not hers to read
  return (
    made ?? {
      ...whole,
      id: input.id,
      slug: input.slug,
      name: input.name,
      level: 'restricted',
      readers: null,
      groups: [],
      can: { write: false, pin: false },
    }
  )
}

function taken(error: unknown): never {
  throw (error as { code?: string }).code === '23505' ? new CercleError('conflict', { cause: error }) : error
}

/** `invalid`: a space cannot go into itself, or into what lies within it. `proof_needed`. */
export async function mergeSpaces(scope: MemberScope, { space, into }: MergeSpaces): Promise<MergeResult> {
  await requireProof(scope)
  const [part, whole] = [await spaceBySlug(scope, space), await spaceBySlug(scope, into)]
  const losing = await mergeSpace(scope.db, part.id, whole.id)
  if (losing === null) throw new CercleError('invalid', { fields: [{ path: 'into', reason: 'not_allowed' }] })
  if (losing === 0) await tell(scope, part.id)
  return { losing }
}

/** Its slug stays, and so do its links. */
export async function renameSpace(scope: MemberScope, { space, name }: RenameSpace): Promise<SpaceView> {
  const { id } = await spaceBySlug(scope, space)
  if (!(await setSpaceName(scope.db, id, name))) throw new CercleError('not_found')
  await tell(scope, id)
  return (await viewerSpaces(scope)).items.find((one) => one.id === id)!
}

/** `not_found`: one of them is not there for her. `conflict`: they are not all that she reads now, each once. */
export async function arrangeSpaces(scope: MemberScope, { order }: ArrangeSpaces): Promise<SpaceList> {
  const ids = new Map((await viewerSpaces(scope)).items.map(({ id, slug }) => [slug, id]))
  const wanted = order.map((slug) => ids.get(slug))
  if (!wanted.every((id) => id !== undefined)) throw new CercleError('not_found')
  if (!(await setSpaceOrder(scope.db, wanted))) throw new CercleError('conflict')
  await tell(scope, wanted[0]!)
  return viewerSpaces(scope)
}

/** What a member sees, of what the facilitator reads herself. The member finds in her journal that it was looked at. */
export async function seenBy(scope: MemberScope, memberId: string): Promise<SeenView> {
  const { db, viewer, clock } = scope
  const member = await memberNamed(scope, memberId)
  if (!member) throw new CercleError('not_found')
  const at = instantOf(clock)
  const rows = await listSeenBy(db, viewer, memberId)
  await noteAccess(scope, { kind: 'seen_by', memberId, at })
  return {
    at: at.toISOString(),
    name: member.name,
    items: rows.map(({ id, slug, name, level, sees, through }) => ({ space: { id, slug, name, level }, sees, through })),
  }
}

const tell = ({ db, viewer, clock }: MemberScope, spaceId: string): Promise<void> =>
  appendActivity(db, viewer.communityId, {
    kind: 'spaces.changed',
    actorId: viewer.memberId,
    subjectId: spaceId,
    at: instantOf(clock),
  })
