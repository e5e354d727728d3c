import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server'
import type { AppRouter, Page } from '@cercle/server'
import type { Cercle, PagedList } from '../src/index.ts'

type Inputs = inferRouterInputs<AppRouter>
type Outputs = inferRouterOutputs<AppRouter>

type ResultOf<Method> = Method extends (...given: never) => infer Result
  ? Result extends PagedList<infer Item>
    ? Page<Item>
    : Awaited<Result>
  : never
type InputOf<Method> = Method extends (input: infer Input, options: never) => unknown ? NonNullable<Input> : never

/** What the SDK adds before it sends: an id, or the cursor of a page. */
type Sent<Method, Input> = Input extends { id: string } ? InputOf<Method> & { id: string } : InputOf<Method>

type Gives<Method, Output> = [Output] extends [ResultOf<Method>] ? true : 'other result'
type Takes<Method, Input> = [Input] extends [void] ? true : [Sent<Method, Input>] extends [Input] ? true : 'other input'

type Agreement = {
  [Feature in keyof Outputs]: {
    [Procedure in keyof Outputs[Feature]]: Feature extends keyof Cercle
      ? Procedure extends keyof Cercle[Feature]
        ? Gives<Cercle[Feature][Procedure], Outputs[Feature][Procedure]> &
            Takes<Cercle[Feature][Procedure], Inputs[Feature][Procedure & keyof Inputs[Feature]]>
        : 'not in the SDK'
      : 'not in the SDK'
  }
}

/** Compiled, never run: each procedure of the router is in the SDK, under its name and with its shapes. A new one makes this fail until it is. */
export const wire: Agreement = {
  charter: { list: true, read: true, sign: true, withdraw: true, proof: true, publish: true },
  communities: { current: true, settings: true, settle: true, aims: true, settleAims: true },
  groups: { list: true, create: true, invite: true, part: true },
  members: {
    profile: true,
    changeProfile: true,
    welcome: true,
    step: true,
    people: true,
    organisations: true,
    stand: true,
    place: true,
  },
  notifications: { list: true, unread: true, markRead: true, rhythms: true, setRhythm: true, setQuiet: true },
  help: { own: true, ask: true, add: true, see: true, erase: true, requests: true, answer: true, settle: true },
  joining: {
    form: true,
    settleForm: true,
    ask: true,
    request: true,
    answer: true,
    retract: true,
    requests: true,
    decide: true,
    invite: true,
    invitations: true,
    withdrawInvitation: true,
    invitation: true,
    accept: true,
  },
  pivots: { appoint: true, own: true, invite: true, invitations: true, withdraw: true },
  privacy: { journal: true, consents: true, setConsent: true, sayHelp: true },
  spaces: { list: true, audience: true, split: true, merge: true, rename: true, arrange: true, seenBy: true },
  discussions: {
    threads: true,
    thread: true,
    source: true,
    revisions: true,
    createThread: true,
    reply: true,
    react: true,
    edit: true,
    withdraw: true,
    restore: true,
    pin: true,
    markRead: true,
  },
  passkeys: {
    list: true,
    askToAdd: true,
    add: true,
    remove: true,
    askToProve: true,
    prove: true,
    askToSignIn: true,
    signIn: true,
  },
  organisations: { sites: true, addSite: true, setOrigins: true, setSignIn: true, switchSignIn: true },
  auth: {
    requestCode: true,
    signIn: true,
    requestProof: true,
    prove: true,
    askSite: true,
    enterBySite: true,
    refresh: true,
    signOut: true,
    devices: true,
    revoke: true,
    signIns: true,
  },
}
