import { expect, test, vi } from 'vitest'
import { cut, cutAfterWork, EnvelopeServer, Refusal, type Received } from '../../test/envelope-server.ts'
import { recordedSleep, refusalOf } from '../../test/recorded-sleep.ts'
import { createCercle, createSession, memoryStore, type Tokens } from '../index.ts'

/** The session of one person on the server: tokens rotate, and an old refresh token ends them all. */
function family() {
  const state = { number: 0, alive: false, accessIsOver: false }
  const next = (): Tokens => {
    state.number += 1
    state.accessIsOver = false
    const at = (ms: number) => new Date(Date.now() + ms).toISOString()
    const { number } = state
    return { access: `access-${number}`, accessExpiresAt: at(600_000), refresh: `refresh-${number}`, refreshExpiresAt: at(9e9) }
  }
  const signed =
    (value: unknown) =>
    (_: never, { headers }: Received) => {
      if (!state.alive || state.accessIsOver || headers.authorization !== `Bearer access-${state.number}`)
        throw new Refusal('unauthorized', 401)
      return value
    }
  const procedures = {
    'auth.requestCode': () => ({ loginId: 'login' }),
    'auth.signIn': ({ code }: { code: string }) => {
      if (code !== '1234 5678') throw new Refusal('invalid', 400, { fields: [{ path: 'code', reason: 'format' }] })
      state.alive = true
      return next()
    },
    'auth.refresh': ({ refresh }: { refresh: string }) => {
      state.alive &&= refresh === `refresh-${state.number}`
      if (!state.alive) throw new Refusal('unauthorized', 401)
      return { raced: false, tokens: next() }
    },
    'auth.signOut': () => {
      state.alive = false
      return { done: true }
    },
    'auth.devices': signed({ items: [] }),
    'auth.revoke': signed({ done: true }),
  }
  return { state, procedures }
}

async function start() {
  const { state, procedures } = family()
  const server = await EnvelopeServer.start(procedures)
  const store = memoryStore()
  const onEnded = vi.fn()
  const session = createSession({ store, refresh: (refresh) => cercle.auth.refresh({ refresh }), onEnded })
  const cercle = createCercle({ server: server.url, community: 'a', token: session, sleep: recordedSleep().sleep })
  const signIn = async (): Promise<void> => {
    const { loginId } = await cercle.auth.requestCode({ email: 'lea@a.example' })
    await session.begin(await cercle.auth.signIn({ loginId, code: '1234 5678', keep: true }))
  }
  return { state, server, store, session, cercle, onEnded, signIn, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() }
}

const pathsOf = ({ requests }: EnvelopeServer) => requests.map(({ paths }) => paths.join())

test('from a code to a session that renews itself, through the client that it serves', async () => {
  await using it = await start()
  await it.signIn()
  expect(await it.cercle.auth.devices()).toEqual({ items: [] })
  it.state.accessIsOver = true
  expect(await Promise.all([it.cercle.auth.devices(), it.cercle.auth.devices()])).toHaveLength(2)
  expect(pathsOf(it.server).slice(3)).toEqual(['auth.devices,auth.devices', 'auth.refresh', 'auth.devices,auth.devices'])
  expect(await it.store.read()).toMatchObject({ access: 'access-2' })
})

test('a wrong code says which field', async () => {
  await using it = await start()
  const error = await refusalOf(it.cercle.auth.signIn({ loginId: 'login', code: '0000 0000' }))
  expect(error).toMatchObject({ code: 'invalid', fields: [{ path: 'code', reason: 'format' }] })
})

test('a session ended elsewhere ends here at the next call', async () => {
  await using it = await start()
  await it.signIn()
  it.state.alive = false
  expect(await refusalOf(it.cercle.auth.devices())).toMatchObject({ code: 'unauthorized' })
  expect(it.onEnded).toHaveBeenCalledTimes(1)
  expect(await it.session.get()).toBeUndefined()
})

test('without a network the session stays, and serves again when it is back', async () => {
  await using it = await start()
  await it.signIn()
  it.state.accessIsOver = true
  it.server.interceptors.push(cut, cut, cut)
  expect(await refusalOf(it.cercle.auth.devices())).toMatchObject({ code: 'offline' })
  expect(it.onEnded).not.toHaveBeenCalled()
  expect(await it.cercle.auth.devices()).toEqual({ items: [] })
})

test('signing out and revoking set a state: a lost answer is asked for again', async () => {
  await using it = await start()
  await it.signIn()
  it.server.interceptors.push(cutAfterWork(it.server))
  expect(await it.cercle.auth.revoke()).toEqual({ done: true })
  it.server.interceptors.push(cutAfterWork(it.server))
  expect(await it.cercle.auth.signOut({ refresh: 'refresh-1' })).toEqual({ done: true })
  await it.session.end()
  expect(pathsOf(it.server).slice(2)).toEqual(['auth.revoke', 'auth.revoke', 'auth.signOut', 'auth.signOut'])
  expect(it.server.last.headers.authorization).toBe('Bearer access-1')
})

test('how coming in went is asked with a token', async () => {
  const signIns = { asked: 14, entered: 9, wrong: 1, silent: 2, unknown: 0, proofs: 0, proved: 0 }
  await using server = await EnvelopeServer.start({ 'auth.signIns': () => signIns })
  const { auth } = createCercle({ server: server.url, community: 'a', token: 'access-1' })
  expect(await auth.signIns()).toEqual(signIns)
  expect(server.last).toMatchObject({ method: 'POST', paths: ['auth.signIns'] })
})
