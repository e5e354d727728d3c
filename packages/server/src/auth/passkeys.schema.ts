import { z } from 'zod'
import { Id, Instant, text } from '../wire.schema.ts'

/** Bytes as browsers write them in JSON, without padding. */
const bytes = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .regex(/^[\w-]+$/)

/** One of the viewer's own passkeys. */
export const PasskeyView = z.object({
  id: Id,
  /** As she calls it: « Mon téléphone ». */
  name: z.string(),
  addedAt: Instant,
  /** `null`: never yet. */
  usedAt: Instant.nullable(),
})
export type PasskeyView = z.output<typeof PasskeyView>
export const PasskeyList = z.object({ items: z.array(PasskeyView) })
export type PasskeyList = z.output<typeof PasskeyList>

const Known = z.object({ type: z.literal('public-key'), id: z.string(), transports: z.array(z.string()) })

/** `passkeys.askToAdd`: what the browser is asked, a `PublicKeyCredentialCreationOptionsJSON`. The challenge serves once, within 5 minutes. */
export const PasskeyCreation = z.object({
  rp: z.object({ id: z.string(), name: z.string() }),
  user: z.object({ id: z.string(), name: z.string(), displayName: z.string() }),
  challenge: z.string(),
  pubKeyCredParams: z.array(z.object({ type: z.literal('public-key'), alg: z.int() })),
  /** Milliseconds. */
  timeout: z.int(),
  /** She has these already. */
  excludeCredentials: z.array(Known),
  authenticatorSelection: z.object({
    residentKey: z.literal('required'),
    requireResidentKey: z.literal(true),
    userVerification: z.literal('required'),
  }),
  attestation: z.literal('none'),
})
export type PasskeyCreation = z.output<typeof PasskeyCreation>

/** `passkeys.askToProve`, `passkeys.askToSignIn`: a `PublicKeyCredentialRequestOptionsJSON`. The challenge serves once, within 5 minutes. */
export const PasskeyRequest = z.object({
  rpId: z.string(),
  challenge: z.string(),
  /** Milliseconds. */
  timeout: z.int(),
  /** Empty: whichever the person has for this server. */
  allowCredentials: z.array(Known),
  userVerification: z.literal('required'),
})
export type PasskeyRequest = z.output<typeof PasskeyRequest>

/** `passkeys.add`: of a `RegistrationResponseJSON` what is needed. Whatever is wrong with it: one and the same `invalid` on `answer`. */
export const AddPasskey = z.object({
  name: text(60),
  answer: z.object({
    id: bytes(1400),
    response: z.object({
      clientDataJSON: bytes(4000),
      attestationObject: bytes(20_000),
      transports: z
        .array(z.string().regex(/^[a-z-]{1,20}$/))
        .max(10)
        .default([]),
    }),
  }),
})
export type AddPasskey = z.output<typeof AddPasskey>

/** `passkeys.prove`, `passkeys.signIn`: of an `AuthenticationResponseJSON` what is needed. Whatever is wrong with it: one and the same `invalid` on `answer`. */
export const AnswerByPasskey = z.object({
  answer: z.object({
    id: bytes(1400),
    response: z.object({
      clientDataJSON: bytes(4000),
      authenticatorData: bytes(4000),
      signature: bytes(2000),
      userHandle: bytes(100).nullish(),
    }),
  }),
})
export type AnswerByPasskey = z.output<typeof AnswerByPasskey>

/** `passkeys.remove` */
export const RemovePasskey = z.object({ id: Id })
export type RemovePasskey = z.output<typeof RemovePasskey>
