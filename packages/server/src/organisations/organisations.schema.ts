import { z } from 'zod'
import { Id, Instant, text } from '../wire.schema.ts'

/** One name, one address, or one of an IPv6: a policy of frames would take a star for all names. */
const HOST = /^https?:\/\/(?:[a-z0-9-]+(?:\.[a-z0-9-]+)*|\[[0-9a-f:]+\])(?::\d{1,5})?$/u
/** Exact: `https://site.example`, nothing behind it. */
const Origin = z
  .string()
  .max(300)
  .refine((value) => HOST.test(value) && URL.canParse(value) && new URL(value).origin === value)
const Origins = z.array(Origin).min(1).max(20)
/** Where a site publishes its keys. */
const KeysUrl = z.url({ protocol: /^https$/ }).max(500)

/** A key whose signature is taken. */
export const SiteKeyView = z.object({
  /** RFC 7638: what the key is, whatever it is called. */
  thumbprint: z.string(),
  /** Its `kid`. */
  name: z.string().nullable(),
  algorithm: z.enum(['EdDSA', 'ES256', 'RS256']),
  /** The key itself, a JWK as JSON: everybody may know it. */
  jwk: z.string(),
  addedAt: Instant,
  /** It was replaced, and serves until then. */
  endsAt: Instant.nullable(),
})
export type SiteKeyView = z.output<typeof SiteKeyView>

/** Whose word is taken for who a visitor of the site is. */
export const SiteSignInView = z.object({
  /** `iss` of its assertions. */
  issuer: z.string(),
  keysUrl: z.string().nullable(),
  /** Pasted ones; those published at `keysUrl` are read where they are. */
  keys: z.array(SiteKeyView),
  /** Off: nobody enters by it, and nobody is in by it. */
  enabled: z.boolean(),
})

/** A partner's site, as the desk shows it. */
export const SiteView = z.object({
  id: Id,
  name: z.string(),
  organisation: z.string().nullable(),
  origins: z.array(z.string()),
  signIn: SiteSignInView.nullable(),
})
export type SiteView = z.output<typeof SiteView>
/** From where a frame was asked for, and when last. */
export const SightingView = z.object({ origin: z.string(), at: Instant })
export type SightingView = z.output<typeof SightingView>
export const SiteList = z.object({
  items: z.array(SiteView),
  /** Pages that asked for a frame in the last 30 days, the newest first; also those of no site, where none opened. */
  seen: z.array(SightingView),
})
export type SiteList = z.output<typeof SiteList>

/** `organisations.addSite` */
export const AddSite = z.object({
  id: Id,
  name: text(120),
  /** Id of whose site it is. */
  organisation: Id.nullable().default(null),
  origins: Origins,
})
export type AddSite = z.output<typeof AddSite>

/** `organisations.setOrigins`: these and no others. */
export const SetOrigins = z.object({ site: Id, origins: Origins })
export type SetOrigins = z.output<typeof SetOrigins>

/** `organisations.setSignIn`: keys, or where they are published, or both. */
export const SetSignIn = z.object({
  site: Id,
  issuer: text(300),
  keysUrl: KeysUrl.nullable().default(null),
  /** Public keys as JWK, and no others: those left out serve 24 hours more. */
  keys: z.array(z.record(z.string(), z.unknown())).max(5).default([]),
  /** A key fell into other hands: those left out end now, and so does every session that the site opened. */
  atOnce: z.boolean().default(false),
})
export type SetSignIn = z.output<typeof SetSignIn>

/** `organisations.switchSignIn`: off ends every session that the site opened, at once. */
export const SwitchSignIn = z.object({ site: Id, on: z.boolean() })
export type SwitchSignIn = z.output<typeof SwitchSignIn>
