import { CercleClientError, type AskedCharter, type Cercle, type CharterView, type SignatureView } from '@cercle/sdk'
import { ago, buildId, now, treeOf } from './factories.ts'

/** A charter of the fake server, and the signatures of the one who looks. */
export interface FakeCharter extends CharterView {
  signatures: SignatureView[]
}

export function buildCharter(charter: Partial<FakeCharter> = {}): FakeCharter {
  const text = charter.text ?? 'Ce qui se dit ici reste ici.\n\nJe ne nomme jamais une personne que j’accompagne.'
  return {
    id: buildId(),
    version: 2,
    language: 'fr-CA',
    publishedAt: ago(60 * 24 * 79),
    space: null,
    current: true,
    signature: null,
    can: { sign: true, withdraw: false },
    hash: 'ab12'.repeat(16),
    text,
    body: treeOf(text),
    signatures: [],
    ...charter,
  }
}

export const buildSignature = (signature: Partial<SignatureView> = {}): SignatureView => ({
  id: buildId(),
  version: 2,
  signedAt: '2026-01-13T14:35:12.000Z',
  withdrawnAt: null,
  ...signature,
})

type Ask = <Out>(procedure: string, input: unknown, signal: AbortSignal | undefined, answer: () => Out) => Promise<Out>

/** What is asked to be signed next. */
export function nextOf(charters: readonly FakeCharter[]): AskedCharter | null {
  const next = charters.find((one) => one.current && !standing(one))
  return next ? { id: next.id, version: next.version, publishedAt: next.publishedAt, space: next.space } : null
}

const standing = ({ signatures, version }: FakeCharter): SignatureView | undefined =>
  signatures.find((one) => one.version === version && one.withdrawnAt === null)

function view(charter: FakeCharter): CharterView {
  const { signatures: _signatures, ...rest } = charter
  const signature = standing(charter) ?? null
  return { ...rest, signature, can: { sign: charter.current && !signature, withdraw: signature !== null } }
}

export function fakeCharters(ask: Ask, world: { charters: FakeCharter[] }): Cercle['charter'] {
  const find = (id: string): FakeCharter => {
    const found = world.charters.find((one) => one.id === id)
    if (!found) throw new CercleClientError('not_found')
    return found
  }
  return {
    list: (options) =>
      ask('charter.list', undefined, options?.signal, () => ({
        items: world.charters
          .filter(({ current }) => current)
          .map((charter) => {
            const { hash: _hash, text: _text, body: _body, ...summary } = view(charter)
            return { ...summary, earlier: charter.signatures.filter((one) => one !== standing(charter)) }
          }),
      })),
    read: ({ id }, options) => ask('charter.read', { id }, options?.signal, () => view(find(id))),
    sign: ({ id, hash }, options) =>
      ask('charter.sign', { id, hash }, options?.signal, () => {
        const charter = find(id)
        if (!charter.current || charter.hash !== hash) throw new CercleClientError('conflict')
        if (!standing(charter))
          charter.signatures.unshift(buildSignature({ version: charter.version, signedAt: now.toISOString() }))
        return view(charter)
      }),
    withdraw: ({ id }, options) =>
      ask('charter.withdraw', { id }, options?.signal, () => {
        const charter = find(id)
        const signature = standing(charter)
        if (signature) signature.withdrawnAt = now.toISOString()
        return view(charter)
      }),
    proof: ({ id }, options) =>
      ask('charter.proof', { id }, options?.signal, () => {
        const charter = world.charters.find(({ signatures }) => signatures.some((one) => one.id === id))
        const signature = charter?.signatures.find((one) => one.id === id)
        if (!charter || !signature) throw new CercleClientError('not_found')
        const { space, language, publishedAt, hash, text, body } = charter
        return {
          ...signature,
          member: { name: 'Nadia', organisation: 'Maison Lumen' },
          community: { name: 'Communauté Alizé', timeZone: 'America/Toronto' },
          space,
          language,
          publishedAt,
          hash,
          text,
          body,
        }
      }),
    publish: (input, options) =>
      ask('charter.publish', input, options?.signal, () => {
        const before = world.charters.find(({ current, space }) => current && space?.slug === input.space)
        if (before && before.id === input.id) return view(before)
        if ((before?.id ?? null) !== input.replaces) throw new CercleClientError('conflict')
        if (before) before.current = false
        const { id = buildId(), text } = input
        const space = before?.space ?? (input.space ? { id: buildId(), slug: input.space, name: input.space } : null)
        const charter = buildCharter({ id, text, space, version: (before?.version ?? 0) + 1 })
        world.charters.push(charter)
        return view(charter)
      }),
  }
}
