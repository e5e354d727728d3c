import { z } from 'zod'
import { NodeTreeSchema } from '../discussions/node-tree.schema.ts'
import { Id, Instant, Slug, text } from '../wire.schema.ts'

export const CHARTER_MAX = 20_000

/** SHA-256 of the exact text in UTF-8, as 64 lower-case hexadecimal digits. */
export const CharterHash = z.string().regex(/^[0-9a-f]{64}$/)
const Language = z.enum(['fr-CA', 'en-CA'])
/** Which space a charter opens; `null`: the charter of the whole community. */
const CharterSpace = z.object({ id: Id, slug: Slug, name: z.string() }).nullable()

/** The charter that the viewer is asked to sign next: that of the community first, then those of her spaces. */
export const AskedCharter = z.object({
  /** Of the version. */
  id: Id,
  /** 1, 2, 3… */
  version: z.int(),
  publishedAt: Instant,
  space: CharterSpace,
})
export type AskedCharter = z.output<typeof AskedCharter>

/** One signature of the viewer. */
export const SignatureView = z.object({
  id: Id,
  /** Which version she signed. */
  version: z.int(),
  signedAt: Instant,
  /** When she took it back; `null`: it stands. */
  withdrawnAt: Instant.nullable(),
})
export type SignatureView = z.output<typeof SignatureView>

const summary = {
  ...AskedCharter.shape,
  language: Language,
  /** It is the version that is asked for now. */
  current: z.boolean(),
  /** Her standing signature of this very version; `null`: not signed, or taken back. */
  signature: SignatureView.nullable(),
  can: z.object({ sign: z.boolean(), withdraw: z.boolean() }),
}

/** A charter that concerns the viewer, without its text. */
export const CharterSummary = z.object({
  ...summary,
  /** Her other signatures under this charter, newest first: of earlier versions, or taken back. */
  earlier: z.array(SignatureView),
})
export type CharterSummary = z.output<typeof CharterSummary>

/** `charter.list`: that of the community first. Empty where there is none. */
export const CharterList = z.object({ items: z.array(CharterSummary) })
export type CharterList = z.output<typeof CharterList>

/** One version, with its text. */
export const CharterView = z.object({
  ...summary,
  hash: CharterHash,
  /** The Markdown as it was written: what `hash` is the hash of. */
  text: z.string(),
  body: NodeTreeSchema,
})
export type CharterView = z.output<typeof CharterView>

/** All that a printed proof says. */
export const CharterProof = z.object({
  /** Of the signature. */
  id: Id,
  member: z.object({ name: z.string(), organisation: z.string().nullable() }),
  community: z.object({ name: z.string(), timeZone: z.string() }),
  space: CharterSpace,
  version: z.int(),
  language: Language,
  publishedAt: Instant,
  signedAt: Instant,
  withdrawnAt: Instant.nullable(),
  hash: CharterHash,
  text: z.string(),
  body: NodeTreeSchema,
})
export type CharterProof = z.output<typeof CharterProof>

/** Of a version, or of a signature for `charter.proof`. */
export const CharterRef = z.object({ id: Id })
export type CharterRef = z.output<typeof CharterRef>

/** `hash`: of the text that she read, so that nobody signs another one. */
export const SignCharter = z.object({ id: Id, hash: CharterHash })
export type SignCharter = z.output<typeof SignCharter>

export const PublishCharter = z.object({
  /** Of the new version, made by the caller: sending it again publishes once. */
  id: Id,
  /** Slug; absent: the charter of the community. */
  space: Slug.optional(),
  language: Language,
  /** Markdown, 1 to 20,000 code points. */
  text: text(CHARTER_MAX),
  /** Id of the version that it takes the place of; `null`: there is none. */
  replaces: Id.nullable(),
})
export type PublishCharter = z.output<typeof PublishCharter>
