import { createTRPCClient } from '@trpc/client'
import { createCercle, type Cercle, type Credentials, type Target } from '../../src/index.ts'
import { pagedList } from '../../src/paged-list.ts'
import { asCercleError, cercleLink, type AppRouter } from '../../src/trpc.ts'

/** The calls that both transports have. */
export type Calls = Pick<Cercle, 'communities' | 'discussions' | 'auth'> & { spaces: Pick<Cercle['spaces'], 'list'> }

export interface Transport {
  name: string
  connect(options: Target & Credentials): Calls
}

/** A call of `@trpc/client`, with the errors of `createCercle`. That the shapes are the same is what `wire.ts` proves. */
const told = (call: (...given: never[]) => Promise<unknown>): never =>
  ((...given: never[]) =>
    call(...given).catch((error: unknown) => {
      throw asCercleError(error)
    })) as never

function overTrpc(options: Target & Credentials): Calls {
  const { auth, communities, discussions, spaces } = createTRPCClient<AppRouter>({ links: [cercleLink(options)] })
  return {
    communities: {
      current: told((given: never) => communities.current.query(undefined, given)),
      settings: told((given: never) => communities.settings.query(undefined, given)),
      settle: told(communities.settle.mutate),
      aims: told((given: never) => communities.aims.query(undefined, given)),
      settleAims: told(communities.settleAims.mutate),
    },
    spaces: { list: told((given: never) => spaces.list.query(undefined, given)) },
    discussions: {
      threads: (filter, given) =>
        pagedList(told((cursor: string) => discussions.threads.query({ ...filter, cursor }, given as never))),
      thread: told(discussions.thread.query),
      revisions: told(discussions.revisions.query),
      source: told(discussions.source.query),
      createThread: told(discussions.createThread.mutate),
      reply: told(discussions.reply.mutate),
      react: told(discussions.react.mutate),
      edit: told(discussions.edit.mutate),
      withdraw: told(discussions.withdraw.mutate),
      restore: told(discussions.restore.mutate),
      pin: told(discussions.pin.mutate),
      markRead: told(discussions.markRead.mutate),
    },
    auth: {
      requestCode: told(auth.requestCode.mutate),
      signIn: told(auth.signIn.mutate),
      requestProof: told((given: never) => auth.requestProof.mutate(undefined, given)),
      prove: told(auth.prove.mutate),
      askSite: told(auth.askSite.mutate),
      enterBySite: told(auth.enterBySite.mutate),
      refresh: told(auth.refresh.mutate),
      signOut: told((request: { refresh?: string } = {}, given: never) => auth.signOut.mutate(request, given)),
      devices: told((given: never) => auth.devices.query(undefined, given)),
      revoke: told((device: { id?: string } = {}, given: never) => auth.revoke.mutate(device, given)),
      signIns: told((given: never) => auth.signIns.query(undefined, given)),
    },
  }
}

export const transports: Transport[] = [
  { name: 'createCercle', connect: createCercle },
  { name: '@trpc/client', connect: overTrpc },
]
