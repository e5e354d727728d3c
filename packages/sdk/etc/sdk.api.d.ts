// app-router.d.ts

import type { TRPCBuiltRouter, TRPCMutationProcedure, TRPCQueryProcedure, TRPC_ERROR_CODE_NUMBER } from '@trpc/server'
import type { AccessNote, AudienceView, CharterList, CharterProof, CharterView, CodeRequested, CommunityAims, CommunitySettings, ConsentKind, Consents, CurrentView, DeviceView, Ease, ErrorCode, FieldError, GroupKind, GroupList, GroupView, HelpRequestView, HelpView, InvitationMade, InvitationView, JoinForm, JoinRequestView, MailRhythms, MemberPlace, MergeResult, NotificationView, OpenInvitation, OrganisationList, OwnHelp, OwnPivot, OwnRequest, PasskeyCreation, PasskeyList, PasskeyRequest, PasskeyView, PersonView, PostSource, PostView, Profile, ReactionState, Refreshed, RevisionList, Rhythm, SeenView, SignIns, SiteAsked, SiteEntered, SiteList, SiteView, SpaceList, SpaceView, Standing, ThreadKind, ThreadPage, ThreadView, Tokens, UnreadCount, Vocabulary, Welcome, Withdrawal } from './server-types.js'

interface ErrorShape {
  message: ErrorCode
  code: TRPC_ERROR_CODE_NUMBER
  data: { code: ErrorCode; httpStatus: number; path: string | undefined; fields?: FieldError[]; retryAfter?: number }
}
interface Root {
  ctx: object
  meta: object
  errorShape: ErrorShape
  transformer: false
}
/** Every procedure of a Cercle server, for `createTRPCClient`. */
export type AppRouter = TRPCBuiltRouter<Root, {
  auth: {
    /** Mails a code to a member; the same answer for everybody. `rate_limited` past 5 an hour for an address. */
    requestCode: TRPCMutationProcedure<{
      input: {
        email: string
      }
      output: CodeRequested
      meta: object
      errorShape: ErrorShape
    }>
    /** A session for the right code; otherwise one and the same `invalid` on `code`. Five tries. */
    signIn: TRPCMutationProcedure<{
      input: {
        loginId: string
        code: string
        /** « C'est mon appareil »: the session outlives the browser. */
        keep?: boolean | undefined
        /** For the desk: the session ends after 30 minutes unused, and 12 hours after signing in. */
        desk?: boolean | undefined
        /** From `auth.enterBySite`: from now on the partner's site knows whose account this is. */
        link?: string | undefined
      }
      output: Tokens
      meta: object
      errorShape: ErrorShape
    }>
    /** Mails a code to the viewer, whose address nobody has to type; `unauthorized` without a session. */
    requestProof: TRPCMutationProcedure<{
      input: void
      output: CodeRequested
      meta: object
      errorShape: ErrorShape
    }>
    /** What answered `proof_needed` works for 10 minutes after the right code, and what is restricted opens for 30 days to a session that a site's word opened; otherwise `invalid` on `code`. */
    prove: TRPCMutationProcedure<{
      input: {
        loginId: string
        code: string
      }
      output: {
        done: true
      }
      meta: object
      errorShape: ErrorShape
    }>
    /** A nonce for the partner's site to sign; `invalid` on `assertion` where its word is not taken. */
    askSite: TRPCMutationProcedure<{
      input: {
        /** Exact origin of the page that the frame lies in: `https://site.example`. */
        origin: string
      }
      output: SiteAsked
      meta: object
      errorShape: ErrorShape
    }>
    /** A session on the word of the partner's site, or what a code has to confirm first; otherwise one and the same `invalid` on `assertion`. */
    enterBySite: TRPCMutationProcedure<{
      input: {
        ticket: string
        assertion: string
      }
      output: SiteEntered
      meta: object
      errorShape: ErrorShape
    }>
    /** New tokens for a refresh token. An old one ends the session: `unauthorized`. */
    refresh: TRPCMutationProcedure<{
      input: {
        refresh: string
      }
      output: Refreshed
      meta: object
      errorShape: ErrorShape
    }>
    /** Ends this session. `unauthorized` when no token given leads to one. */
    signOut: TRPCMutationProcedure<{
      input: {
        refresh?: string | undefined
      }
      output: {
        done: true
      }
      meta: object
      errorShape: ErrorShape
    }>
    /** The viewer's sessions; `unauthorized` without one. */
    devices: TRPCQueryProcedure<{
      input: void
      output: {
        items: DeviceView[]
      }
      meta: object
      errorShape: ErrorShape
    }>
    /** Ends one of the viewer's sessions, or all but this one; `not_found` for any other. */
    revoke: TRPCMutationProcedure<{
      input: {
        id?: string | undefined
      }
      output: {
        done: true
      }
      meta: object
      errorShape: ErrorShape
    }>
    /** How coming in by a code went lately, for who facilitates: numbers, of nobody. */
    signIns: TRPCQueryProcedure<{
      input: void
      output: SignIns
      meta: object
      errorShape: ErrorShape
    }>
  }
  charter: {
    list: TRPCQueryProcedure<{
      input: void
      output: CharterList
      meta: object
      errorShape: ErrorShape
    }>
    /** One version, by its id. */
    read: TRPCQueryProcedure<{
      input: {
        id: string
      }
      output: CharterView
      meta: object
      errorShape: ErrorShape
    }>
    /** `conflict` when the text is not the one that is asked for now: it is to be read again. */
    sign: TRPCMutationProcedure<{
      input: {
        id: string
        hash: string
      }
      output: CharterView
      meta: object
      errorShape: ErrorShape
    }>
    /** Of a version, by its id. What it opened is closed at the next call. */
    withdraw: TRPCMutationProcedure<{
      input: {
        id: string
      }
      output: CharterView
      meta: object
      errorShape: ErrorShape
    }>
    /** Of a signature of the viewer's own, by its id. */
    proof: TRPCQueryProcedure<{
      input: {
        id: string
      }
      output: CharterProof
      meta: object
      errorShape: ErrorShape
    }>
    /** `conflict` when another version came in between, or the id is taken. */
    publish: TRPCMutationProcedure<{
      input: {
        /** Of the new version, made by the caller: sending it again publishes once. */
        id: string
        language: 'fr-CA' | 'en-CA'
        /** Markdown, 1 to 20,000 code points. */
        text: string
        /** Id of the version that it takes the place of; `null`: there is none. */
        replaces: string | null
        /** Slug; absent: the charter of the community. */
        space?: string | undefined
      }
      output: CharterView
      meta: object
      errorShape: ErrorShape
    }>
  }
  communities: {
    /** The community, and the viewer or `null`. */
    current: TRPCQueryProcedure<{
      input: void
      output: CurrentView
      meta: object
      errorShape: ErrorShape
    }>
    /** How it is called, greets, is found, is left in a hurry, and its gestures in words. */
    settings: TRPCQueryProcedure<{
      input: void
      output: CommunitySettings
      meta: object
      errorShape: ErrorShape
    }>
    /** Replaces them whole. */
    settle: TRPCMutationProcedure<{
      input: {
        name: string
        /** What is said to who comes in; `null`: our own words. */
        greeting: string | null
        /** Where « Quitter rapidement » leads; `null`: the weather. */
        exitUrl: string | null
        /** Search engines may keep the public pages. */
        indexable: boolean
        vocabulary: Vocabulary
        /** Of Cercle's own pages, and of frames where the page around gives none; `null`: ours. */
        accent: string | null
        /** Of Cercle's own pages; `null`: as each device prefers. */
        scheme: 'light' | 'dark' | null
        /** Shown to anybody; all its parts `null` is none. A name by itself reaches nobody. */
        contact: {
          /** First name, in most cases. */
          name: string | null
          email: string | null
          phone: string | null
        } | null
        /** Gestures in words, in order, each key once. What was made of one that goes is kept, and shown again if it comes back. */
        reactions: {
          key: string
          label: string
        }[]
      }
      output: CommunitySettings
      meta: object
      errorShape: ErrorShape
    }>
    /** What it wants to do together, for whoever thinks of joining. */
    aims: TRPCQueryProcedure<{
      input: void
      output: CommunityAims
      meta: object
      errorShape: ErrorShape
    }>
    /** Replaces them whole. */
    settleAims: TRPCMutationProcedure<{
      input: {
        aims: string[]
      }
      output: CommunityAims
      meta: object
      errorShape: ErrorShape
    }>
  }
  discussions: {
    threads: TRPCQueryProcedure<{
      input: {
        cursor?: string | undefined
        limit?: number | undefined
        /** Only this space. Absent: all that the viewer can read. */
        space?: string | undefined
        kind?: ThreadKind | undefined
      }
      output: ThreadPage
      meta: object
      errorShape: ErrorShape
    }>
    thread: TRPCQueryProcedure<{
      input: {
        id: string
        cursor?: string | undefined
        limit?: number | undefined
      }
      output: ThreadView
      meta: object
      errorShape: ErrorShape
    }>
    /** `forbidden` where the viewer only reads; `conflict` when the id is taken. */
    createThread: TRPCMutationProcedure<{
      input: {
        /** Made by the caller, UUID version 7. */
        id: string
        space: string
        kind: ThreadKind
        title: string
        /** Markdown: paragraphs, strong, emphasis, lists, links, line breaks. */
        body: string
        /** Fewer than all who read the space; never more. Absent: all. */
        audience?: {
          groups?: string[] | undefined
          members?: string[] | undefined
        } | undefined
      }
      output: ThreadView
      meta: object
      errorShape: ErrorShape
    }>
    /** `forbidden` where the viewer only reads; `conflict` when the id is taken. */
    reply: TRPCMutationProcedure<{
      input: {
        id: string
        threadId: string
        body: string
      }
      output: PostView
      meta: object
      errorShape: ErrorShape
    }>
    /** `forbidden` under one's own text. */
    react: TRPCMutationProcedure<{
      input: {
        postId: string
        key: string
        on: boolean
      }
      output: ReactionState
      meta: object
      errorShape: ErrorShape
    }>
    /** `forbidden` for another's text. */
    edit: TRPCMutationProcedure<{
      input: {
        id: string
        body: string
        title?: string | undefined
      }
      output: PostView
      meta: object
      errorShape: ErrorShape
    }>
    /** `forbidden` for another's text. */
    source: TRPCQueryProcedure<{
      input: {
        id: string
      }
      output: PostSource
      meta: object
      errorShape: ErrorShape
    }>
    /** `forbidden` for another's text. */
    withdraw: TRPCMutationProcedure<{
      input: {
        id: string
      }
      output: Withdrawal
      meta: object
      errorShape: ErrorShape
    }>
    /** `forbidden` for another's text; `conflict` when it is too late. */
    restore: TRPCMutationProcedure<{
      input: {
        id: string
      }
      output: PostView
      meta: object
      errorShape: ErrorShape
    }>
    revisions: TRPCQueryProcedure<{
      input: {
        id: string
      }
      output: RevisionList
      meta: object
      errorShape: ErrorShape
    }>
    pin: TRPCMutationProcedure<{
      input: {
        id: string
        pinned: boolean
      }
      output: {
        id: string
        pinned: boolean
      }
      meta: object
      errorShape: ErrorShape
    }>
    markRead: TRPCMutationProcedure<{
      input: {
        id: string
      }
      output: {
        done: true
      }
      meta: object
      errorShape: ErrorShape
    }>
  }
  groups: {
    /** Those that the viewer may know of. */
    list: TRPCQueryProcedure<{
      input: void
      output: GroupList
      meta: object
      errorShape: ErrorShape
    }>
    /** `conflict` when the id is taken. */
    create: TRPCMutationProcedure<{
      input: {
        id: string
        name: string
        kind: GroupKind
        hidden?: boolean | undefined
        organisation?: string | undefined
        fact?: string | undefined
      }
      output: GroupView
      meta: object
      errorShape: ErrorShape
    }>
    invite: TRPCMutationProcedure<{
      input: {
        group: string
        member: string
        until?: string | undefined | null
      }
      output: {
        done: true
      }
      meta: object
      errorShape: ErrorShape
    }>
    part: TRPCMutationProcedure<{
      input: {
        group: string
        member: string
      }
      output: {
        done: true
      }
      meta: object
      errorShape: ErrorShape
    }>
  }
  help: {
    own: TRPCQueryProcedure<{
      input: void
      output: OwnHelp
      meta: object
      errorShape: ErrorShape
    }>
    /** `conflict` when the id stands for something else, or five of hers wait already. */
    ask: TRPCMutationProcedure<{
      input: {
        /** Made by the caller: sending it again asks once. */
        id: string
        text: string
        place?: string | undefined | null
        call?: boolean | undefined
        phone?: string | undefined | null
      }
      output: {
        done: true
      }
      meta: object
      errorShape: ErrorShape
    }>
    /** A word after the first. */
    add: TRPCMutationProcedure<{
      input: {
        id: string
        help: string
        text: string
      }
      output: HelpView
      meta: object
      errorShape: ErrorShape
    }>
    /** She has looked at it. */
    see: TRPCMutationProcedure<{
      input: {
        id: string
      }
      output: {
        done: true
      }
      meta: object
      errorShape: ErrorShape
    }>
    /** Hers, with all that was answered. */
    erase: TRPCMutationProcedure<{
      input: {
        id: string
      }
      output: {
        done: true
      }
      meta: object
      errorShape: ErrorShape
    }>
    requests: TRPCQueryProcedure<{
      input: {
        cursor?: string | undefined
        limit?: number | undefined
        state?: 'waiting' | 'answered' | 'settled' | undefined
      }
      output: {
        items: HelpRequestView[]
        cursor?: string | undefined
      }
      meta: object
      errorShape: ErrorShape
    }>
    answer: TRPCMutationProcedure<{
      input: {
        id: string
        help: string
        text: string
      }
      output: HelpRequestView
      meta: object
      errorShape: ErrorShape
    }>
    settle: TRPCMutationProcedure<{
      input: {
        id: string
        settled: boolean
      }
      output: HelpRequestView
      meta: object
      errorShape: ErrorShape
    }>
  }
  joining: {
    form: TRPCQueryProcedure<{
      input: void
      output: JoinForm
      meta: object
      errorShape: ErrorShape
    }>
    /** Replaces what is asked, whole. */
    settleForm: TRPCMutationProcedure<{
      input: {
        questions: {
          id: string
          label: string
          required: boolean
        }[]
      }
      output: JoinForm
      meta: object
      errorShape: ErrorShape
    }>
    /** The same answer for every address; the rest goes by mail. */
    ask: TRPCMutationProcedure<{
      input: {
        /** Made by the caller: sending it again asks once. */
        id: string
        name: string
        email: string
        /** 1 to 2,000 code points. */
        reason: string
        organisation?: string | undefined
        role?: string | undefined
        region?: string | undefined
        answers?: {
          question: string
          answer: string
        }[] | undefined
        equipment?: {
          computer?: 'yes' | 'no' | 'unsure' | undefined
          microphone?: 'yes' | 'no' | 'unsure' | undefined
          camera?: 'yes' | 'no' | 'unsure' | undefined
          /** `yes`: good enough to see and hear · `no`: none of her own · `unsure`: it comes and goes. */
          connection?: 'yes' | 'no' | 'unsure' | undefined
        } | undefined
        ease?: Ease | undefined
        /** Asked where `ease` is `call`. */
        phone?: string | undefined
      }
      output: {
        done: true
      }
      meta: object
      errorShape: ErrorShape
    }>
    request: TRPCMutationProcedure<{
      input: {
        token: string
      }
      output: OwnRequest
      meta: object
      errorShape: ErrorShape
    }>
    /** `conflict` when nothing waits for an answer. */
    answer: TRPCMutationProcedure<{
      input: {
        token: string
        text: string
      }
      output: OwnRequest
      meta: object
      errorShape: ErrorShape
    }>
    /** `conflict` once it is decided. */
    retract: TRPCMutationProcedure<{
      input: {
        token: string
      }
      output: {
        done: true
      }
      meta: object
      errorShape: ErrorShape
    }>
    requests: TRPCQueryProcedure<{
      input: {
        cursor?: string | undefined
        limit?: number | undefined
        state?: 'open' | 'decided' | undefined
        /** Only who would rather be called. */
        call?: boolean | undefined
        /** This one alone, whatever its state. */
        id?: string | undefined
      }
      output: {
        items: JoinRequestView[]
        cursor?: string | undefined
      }
      meta: object
      errorShape: ErrorShape
    }>
    /** `conflict` when it is decided already: of two at once, one decides. */
    decide: TRPCMutationProcedure<{
      input: {
        id: string
        decision: 'approve'
        text?: string | undefined
        /** Groups by invitation. */
        groups?: string[] | undefined
        /** Restricted spaces; with one, those around it. Members' spaces are open to every member. */
        spaces?: string[] | undefined
        organisation?: string | undefined | null
        /** True of her as a member: it may put her into groups. */
        region?: string | undefined | null
      } | {
        id: string
        decision: 'refuse'
        text: string
      } | {
        id: string
        decision: 'askBack'
        text: string
      }
      output: JoinRequestView
      meta: object
      errorShape: ErrorShape
    }>
    invite: TRPCMutationProcedure<{
      input: {
        id: string
        /** Groups by invitation. */
        groups?: string[] | undefined
        /** Restricted spaces; with one, those around it. Members' spaces are open to every member. */
        spaces?: string[] | undefined
        email?: string | undefined
        /** How long it is good for. */
        days?: number | undefined
      }
      output: InvitationMade
      meta: object
      errorShape: ErrorShape
    }>
    invitations: TRPCQueryProcedure<{
      input: {
        cursor?: string | undefined
        limit?: number | undefined
      }
      output: {
        items: InvitationView[]
        cursor?: string | undefined
      }
      meta: object
      errorShape: ErrorShape
    }>
    /** `conflict` once it was accepted. */
    withdrawInvitation: TRPCMutationProcedure<{
      input: {
        id: string
      }
      output: InvitationView
      meta: object
      errorShape: ErrorShape
    }>
    invitation: TRPCMutationProcedure<{
      input: {
        token: string
      }
      output: OpenInvitation
      meta: object
      errorShape: ErrorShape
    }>
    accept: TRPCMutationProcedure<{
      input: {
        token: string
        name: string
        email?: string | undefined
      }
      output: {
        done: true
      }
      meta: object
      errorShape: ErrorShape
    }>
  }
  members: {
    /** Who greets the viewer, in what words, and how many are in her region. */
    welcome: TRPCQueryProcedure<{
      input: void
      output: Welcome
      meta: object
      errorShape: ErrorShape
    }>
    /** One of the viewer's first steps is taken, or they pass for good. */
    step: TRPCMutationProcedure<{
      input: {
        step: 'hello' | 'read' | 'pass'
      }
      output: {
        done: true
      }
      meta: object
      errorShape: ErrorShape
    }>
    /** What is said of the viewer herself, whole, for her alone. */
    profile: TRPCQueryProcedure<{
      input: void
      output: Profile
      meta: object
      errorShape: ErrorShape
    }>
    changeProfile: TRPCMutationProcedure<{
      input: {
        name?: string | undefined
        organisationShown?: boolean | undefined
        availability?: string | undefined | null
        language?: 'fr-CA' | 'en-CA' | undefined | null
      }
      output: Profile
      meta: object
      errorShape: ErrorShape
    }>
    /** Suspends, removes, takes back, shares the role of who facilitates. `not_found` for no member, `invalid` for oneself. */
    stand: TRPCMutationProcedure<{
      input: {
        member: string
        standing?: Standing | undefined
        facilitates?: boolean | undefined
      }
      output: {
        done: true
      }
      meta: object
      errorShape: ErrorShape
    }>
    /** Members with their groups, a page at a time. `not_found` for a group that is absent or hidden. */
    people: TRPCQueryProcedure<{
      input: {
        cursor?: string | undefined
        limit?: number | undefined
        search?: string | undefined
        group?: string | undefined
        member?: string | undefined
        standing?: Standing | undefined
        /** quiet: who has written nothing that the viewer reads, of those who accept to be offered a hand · ending: whose membership ends within 30 days, or has ended. */
        only?: 'quiet' | 'ending' | undefined
      }
      output: {
        items: PersonView[]
        cursor?: string | undefined
      }
      meta: object
      errorShape: ErrorShape
    }>
    organisations: TRPCQueryProcedure<{
      input: void
      output: OrganisationList
      meta: object
      errorShape: ErrorShape
    }>
    /** `not_found` for who is no member of this community. */
    place: TRPCMutationProcedure<{
      input: {
        member: string
        organisation?: string | undefined | null
        until?: string | undefined | null
      }
      output: MemberPlace
      meta: object
      errorShape: ErrorShape
    }>
  }
  organisations: {
    sites: TRPCQueryProcedure<{
      input: void
      output: SiteList
      meta: object
      errorShape: ErrorShape
    }>
    /** `conflict`: the id is taken, or another site has one of the origins. */
    addSite: TRPCMutationProcedure<{
      input: {
        id: string
        name: string
        origins: string[]
        /** Id of whose site it is. */
        organisation?: string | undefined | null
      }
      output: SiteView
      meta: object
      errorShape: ErrorShape
    }>
    /** `conflict`: another site has one of them. */
    setOrigins: TRPCMutationProcedure<{
      input: {
        site: string
        origins: string[]
      }
      output: SiteView
      meta: object
      errorShape: ErrorShape
    }>
    /** `invalid` on `keys`: none is given and none is published, or one is no public key of the kinds that are taken. */
    setSignIn: TRPCMutationProcedure<{
      input: {
        site: string
        issuer: string
        keysUrl?: string | undefined | null
        /** Public keys as JWK, and no others: those left out serve 24 hours more. */
        keys?: {
          [key: string]: unknown
        }[] | undefined
        /** A key fell into other hands: those left out end now, and so does every session that the site opened. */
        atOnce?: boolean | undefined
      }
      output: SiteView
      meta: object
      errorShape: ErrorShape
    }>
    /** `not_found` also where nothing was set yet. Off wants no code. */
    switchSignIn: TRPCMutationProcedure<{
      input: {
        site: string
        on: boolean
      }
      output: SiteView
      meta: object
      errorShape: ErrorShape
    }>
  }
  notifications: {
    /** What happened that concerns her, grouped, as far as she may know of it now. */
    list: TRPCQueryProcedure<{
      input: {
        cursor?: string | undefined
        limit?: number | undefined
      }
      output: {
        items: NotificationView[]
        cursor?: string | undefined
      }
      meta: object
      errorShape: ErrorShape
    }>
    unread: TRPCQueryProcedure<{
      input: void
      output: UnreadCount
      meta: object
      errorShape: ErrorShape
    }>
    /** `not_found`: none of hers has this id. */
    markRead: TRPCMutationProcedure<{
      input: {
        id?: string | undefined
      }
      output: {
        done: true
      }
      meta: object
      errorShape: ErrorShape
    }>
    /** When mail tells her of it. */
    rhythms: TRPCQueryProcedure<{
      input: void
      output: MailRhythms
      meta: object
      errorShape: ErrorShape
    }>
    /** In general, or for a space: `not_found` when she does not read it. */
    setRhythm: TRPCMutationProcedure<{
      input: {
        /** `null`, of a space: as in general. */
        rhythm: Rhythm | null
        /** Absent: in general. */
        space?: string | undefined
        days?: number[] | undefined
      }
      output: MailRhythms
      meta: object
      errorShape: ErrorShape
    }>
    setQuiet: TRPCMutationProcedure<{
      input: {
        quiet: {
          from: number
          until: number
        } | null
      }
      output: MailRhythms
      meta: object
      errorShape: ErrorShape
    }>
  }
  passkeys: {
    /** The viewer's own. */
    list: TRPCQueryProcedure<{
      input: void
      output: PasskeyList
      meta: object
      errorShape: ErrorShape
    }>
    /** `proof_needed` without a recent code; `conflict` past 20. */
    askToAdd: TRPCMutationProcedure<{
      input: void
      output: PasskeyCreation
      meta: object
      errorShape: ErrorShape
    }>
    /** `conflict`: the community has this key already. */
    add: TRPCMutationProcedure<{
      input: {
        name: string
        answer: {
          id: string
          response: {
            clientDataJSON: string
            attestationObject: string
            transports?: string[] | undefined
          }
        }
      }
      output: PasskeyView
      meta: object
      errorShape: ErrorShape
    }>
    /** `not_found` for any but the viewer's own; `proof_needed` without a recent code or key. */
    remove: TRPCMutationProcedure<{
      input: {
        id: string
      }
      output: {
        done: true
      }
      meta: object
      errorShape: ErrorShape
    }>
    /** `not_found` for who has none; `unauthorized` without a session. */
    askToProve: TRPCMutationProcedure<{
      input: void
      output: PasskeyRequest
      meta: object
      errorShape: ErrorShape
    }>
    /** In place of the code of `auth.prove`. */
    prove: TRPCMutationProcedure<{
      input: {
        answer: {
          id: string
          response: {
            clientDataJSON: string
            authenticatorData: string
            signature: string
            userHandle?: string | undefined | null
          }
        }
      }
      output: {
        done: true
      }
      meta: object
      errorShape: ErrorShape
    }>
    /** The same for everybody. */
    askToSignIn: TRPCMutationProcedure<{
      input: void
      output: PasskeyRequest
      meta: object
      errorShape: ErrorShape
    }>
    /** In place of an address and a code, at the desk. */
    signIn: TRPCMutationProcedure<{
      input: {
        answer: {
          id: string
          response: {
            clientDataJSON: string
            authenticatorData: string
            signature: string
            userHandle?: string | undefined | null
          }
        }
      }
      output: Tokens
      meta: object
      errorShape: ErrorShape
    }>
  }
  pivots: {
    /** Makes a member the pivot of a group, or of none. */
    appoint: TRPCMutationProcedure<{
      input: {
        member: string
        group: string | null
      }
      output: {
        done: true
      }
      meta: object
      errorShape: ErrorShape
    }>
    own: TRPCQueryProcedure<{
      input: void
      output: OwnPivot
      meta: object
      errorShape: ErrorShape
    }>
    invite: TRPCMutationProcedure<{
      input: {
        id: string
        /** Groups by invitation. */
        groups?: string[] | undefined
        /** Restricted spaces; with one, those around it. Members' spaces are open to every member. */
        spaces?: string[] | undefined
        email?: string | undefined
        /** How long it is good for. */
        days?: number | undefined
      }
      output: InvitationMade
      meta: object
      errorShape: ErrorShape
    }>
    /** Her own, the newest first. */
    invitations: TRPCQueryProcedure<{
      input: {
        cursor?: string | undefined
        limit?: number | undefined
      }
      output: {
        items: InvitationView[]
        cursor?: string | undefined
      }
      meta: object
      errorShape: ErrorShape
    }>
    /** Of her own. `conflict` once it was accepted. */
    withdraw: TRPCMutationProcedure<{
      input: {
        id: string
      }
      output: InvitationView
      meta: object
      errorShape: ErrorShape
    }>
  }
  privacy: {
    /** Who looked at what is private of the viewer's. */
    journal: TRPCQueryProcedure<{
      input: {
        cursor?: string | undefined
        limit?: number | undefined
      }
      output: {
        items: AccessNote[]
        cursor?: string | undefined
      }
      meta: object
      errorShape: ErrorShape
    }>
    /** What the viewer accepts: hers to see and to take back whether or not she has signed a charter. */
    consents: TRPCQueryProcedure<{
      input: void
      output: Consents
      meta: object
      errorShape: ErrorShape
    }>
    setConsent: TRPCMutationProcedure<{
      input: {
        kind: ConsentKind
        given: boolean
        words: number
      }
      output: Consents
      meta: object
      errorShape: ErrorShape
    }>
    /** `conflict` for who does not accept that it is kept. */
    sayHelp: TRPCMutationProcedure<{
      input: {
        equipment: {
          computer?: 'yes' | 'no' | 'unsure' | undefined
          microphone?: 'yes' | 'no' | 'unsure' | undefined
          camera?: 'yes' | 'no' | 'unsure' | undefined
          /** `yes`: good enough to see and hear · `no`: none of her own · `unsure`: it comes and goes. */
          connection?: 'yes' | 'no' | 'unsure' | undefined
        }
        ease: Ease | null
        phone: string | null
      }
      output: Consents
      meta: object
      errorShape: ErrorShape
    }>
  }
  spaces: {
    /** The spaces that the viewer can read, in the community's order. */
    list: TRPCQueryProcedure<{
      input: void
      output: SpaceList
      meta: object
      errorShape: ErrorShape
    }>
    /** Who will read what she is about to send, by groups and, where they may be told, by name. */
    audience: TRPCQueryProcedure<{
      input: {
        space: string
        groups?: string[] | undefined
        members?: string[] | undefined
      } | {
        thread: string
      }
      output: AudienceView
      meta: object
      errorShape: ErrorShape
    }>
    /** `conflict` when the id or the name in addresses is taken. */
    split: TRPCMutationProcedure<{
      input: {
        id: string
        space: string
        slug: string
        name: string
        groups?: string[] | undefined
        /** Discussions that move. */
        threads?: string[] | undefined
      }
      output: SpaceView
      meta: object
      errorShape: ErrorShape
    }>
    /** `invalid` for a space into itself, or into what lies within it. */
    merge: TRPCMutationProcedure<{
      input: {
        space: string
        into: string
      }
      output: MergeResult
      meta: object
      errorShape: ErrorShape
    }>
    /** Its slug stays, and so do its links. */
    rename: TRPCMutationProcedure<{
      input: {
        space: string
        name: string
      }
      output: SpaceView
      meta: object
      errorShape: ErrorShape
    }>
    /** `conflict` when these are not the spaces that she reads now, each once. */
    arrange: TRPCMutationProcedure<{
      input: {
        order: string[]
      }
      output: SpaceList
      meta: object
      errorShape: ErrorShape
    }>
    /** A mutation, for it is noted in the member's journal. */
    seenBy: TRPCMutationProcedure<{
      input: {
        member: string
      }
      output: SeenView
      meta: object
      errorShape: ErrorShape
    }>
  }
}>

// auth/auth-client.d.ts

import type { CodeRequested, DeviceView, Refreshed, SignIns, SiteAsked, SiteEntered, Tokens } from '../server-types.js';
import type { Call, CallOptions } from '../transport.js';
export interface SignInAttempt {
    /** From `requestCode`. */
    loginId: string;
    /** Eight digits; spaces anywhere are forgiven. */
    code: string;
    /** The person said that the device is hers: the session outlives the browser. */
    keep?: boolean | undefined;
    /** For the desk: the session ends after 30 minutes unused, and 12 hours after signing in. */
    desk?: boolean | undefined;
    /** From `enterBySite`: from now on the partner's site knows whose account this is. */
    link?: string | undefined;
}
export interface AuthClient {
    /**
     * Mails a code of eight digits. The answer is the same whether the address is known or not. Never repeated by the SDK.
     * `rate_limited` with `retryAfter`: too many codes asked for.
     */
    requestCode(request: {
        email: string;
    }, options?: CallOptions): Promise<CodeRequested>;
    /** Exchanges a code for tokens: five tries. `invalid` with the field `code`: wrong, used or expired. Never repeated by the SDK. */
    signIn(attempt: SignInAttempt, options?: CallOptions): Promise<Tokens>;
    /** Mails a code to the viewer's own address: what answered `proof_needed` wants one. Never repeated by the SDK. */
    requestProof(options?: CallOptions): Promise<CodeRequested>;
    /** The session goes on; what answered `proof_needed` works for 10 minutes. One that a partner's site opened is confirmed for 30 days: what is restricted opens. `invalid` with the field `code`: wrong, used or expired. Never repeated by the SDK. */
    prove(attempt: {
        loginId: string;
        code: string;
    }, options?: CallOptions): Promise<{
        done: true;
    }>;
    /** A nonce for the partner's site to sign, and the ticket that goes with its answer. `invalid`: its word is not taken. Never repeated by the SDK. */
    askSite(page: {
        origin: string;
    }, options?: CallOptions): Promise<SiteAsked>;
    /** Enters on the word of the partner's site. `invalid` with `assertion`: refused, for whatever reason. Never repeated by the SDK. */
    enterBySite(word: {
        ticket: string;
        assertion: string;
    }, options?: CallOptions): Promise<SiteEntered>;
    /** New tokens for a refresh token. Left to `createSession`, which does it once at a time. `unauthorized`: the session is over. Never repeated by the SDK. */
    refresh(request: {
        refresh: string;
    }, options?: CallOptions): Promise<Refreshed>;
    /** Ends this session at once. Give `refresh` so that it works even when the access token is over. */
    signOut(request?: {
        refresh?: string | undefined;
    }, options?: CallOptions): Promise<{
        done: true;
    }>;
    /** The viewer's own sessions. */
    devices(options?: CallOptions): Promise<{
        items: DeviceView[];
    }>;
    /** Ends one of them, or all but this one when `id` is absent. */
    revoke(device?: {
        id?: string | undefined;
    }, options?: CallOptions): Promise<{
        done: true;
    }>;
    /** For who facilitates: how coming in by a code went on the last seven days that are over. */
    signIns(options?: CallOptions): Promise<SignIns>;
}
export declare const authClient: (call: Call) => AuthClient;

// auth/session.d.ts

import type { Refreshed, Tokens } from '../server-types.js';
import type { TokenSource } from '../signed-exchange.js';
import { type Sleep } from '../transport.js';
/** Tokens as they are stored: with a name of the session that is made here at sign-in and stays through renewals. */
export interface KeptTokens extends Tokens {
    session?: string | undefined;
}
/** Where tokens lie between two calls. Neither function may reject: a browser that refuses storage means a store in memory. */
export interface SessionStore {
    read(): Promise<KeptTokens | undefined>;
    /** Keeps the whole object. `undefined` erases. */
    write(tokens: KeptTokens | undefined): Promise<void>;
}
/** Forgets with the page, or with the process. */
export declare function memoryStore(tokens?: KeptTokens): SessionStore;
export interface SessionOptions {
    store: SessionStore;
    /** `(refresh) => cercle.auth.refresh({ refresh })` */
    refresh(refreshToken: string): Promise<Refreshed>;
    /** Runs one at a time among all who share the store. In browsers: `(fn) => navigator.locks.request(name, fn)`, the site being part of the name. */
    lock?: (<Out>(fn: () => Promise<Out>) => Promise<Out>) | undefined;
    /** Told once when the server has ended the session; not told of `end()`. */
    onEnded?: (() => void) | undefined;
    /** Milliseconds since 1970; `Date.now` unless given. */
    now?: (() => number) | undefined;
    /** Waits between two looks at the store; a timer unless given. */
    sleep?: Sleep | undefined;
}
/** A `TokenSource` that keeps itself going. */
export interface Session extends TokenSource {
    /** Keeps what `auth.signIn` gave. */
    begin(tokens: Tokens): Promise<void>;
    /** Forgets the tokens here. To end the session on the server too, call `auth.signOut` before. */
    end(): Promise<void>;
    session(): Promise<string | undefined>;
}
export declare function createSession({ store, refresh, lock, onEnded, now, sleep, }: SessionOptions): Session;

// charter/charter-client.d.ts

import type { CharterList, CharterProof, CharterView } from '../server-types.js';
import type { Call, CallOptions } from '../transport.js';
export interface CharterRef {
    /** Of a version; for `proof`, of a signature. */
    id: string;
}
export interface CharterSigning {
    /** Of the version that was read. */
    id: string;
    /** Its `hash`: nobody signs a text that she did not read. */
    hash: string;
}
export interface NewCharter {
    /** Slug of the space that it opens; absent: the charter of the community. */
    space?: string | undefined;
    language: 'fr-CA' | 'en-CA';
    /** Markdown, 1 to 20,000 code points. */
    text: string;
    /** Id of the version that it takes the place of; `null`: there is none. */
    replaces: string | null;
    /** From `newId()`: sending it again publishes once. Absent: one is made for this call. */
    id?: string | undefined;
}
/**
 * What members commit themselves to. For members, signed or not; may reject with `unauthorized`, `forbidden` (no member) and `not_found`. Each
 * call is safe to send again.
 */
export interface CharterClient {
    /** The charters that concern the viewer, that of the community first, and her signatures. */
    list(options?: CallOptions): Promise<CharterList>;
    /** One version with its text. */
    read(charter: CharterRef, options?: CallOptions): Promise<CharterView>;
    /** Signs. `conflict`: another text is asked for by now; read it first. */
    sign(charter: CharterSigning, options?: CallOptions): Promise<CharterView>;
    /** Takes the signature of a version back. What it opened is closed at once, everywhere. */
    withdraw(charter: CharterRef, options?: CallOptions): Promise<CharterView>;
    /** All that a printed proof of one signature says; also of one that was taken back. */
    proof(signature: CharterRef, options?: CallOptions): Promise<CharterProof>;
    /** A new text, which everybody concerned has to sign. For facilitators. `conflict`: another version came in between. */
    publish(charter: NewCharter, options?: CallOptions): Promise<CharterView>;
}
export declare const charterClient: (call: Call) => CharterClient;

// client.d.ts

import { type AuthClient } from './auth/auth-client.js';
import { type CharterClient } from './charter/charter-client.js';
import { type MemberCommunitiesClient } from './communities/member-communities-client.js';
import { type DiscussionsClient } from './discussions/discussions-client.js';
import { type HelpClient } from './help/help-client.js';
import { type JoiningClient } from './joining/joining-client.js';
import { type PivotsClient } from './joining/pivots-client.js';
import { type GroupsClient, type MembersClient } from './members/members-client.js';
import { type OrganisationsClient } from './organisations/organisations-client.js';
import { type NotificationsClient } from './notifications/notifications-client.js';
import { type PasskeysClient } from './passkeys/passkeys-client.js';
import { type PrivacyClient } from './privacy/privacy-client.js';
import { type MemberSpacesClient } from './spaces/member-spaces-client.js';
import type { Target } from './exchange.js';
import { type LiveClient } from './live/live-client.js';
import { type Credentials } from './signed-exchange.js';
import { type Sleep } from './transport.js';
/** A community, as one caller may see it. Calls made in the same tick travel in one request; every failure is a `CercleClientError`. */
export interface Cercle {
    communities: MemberCommunitiesClient;
    spaces: MemberSpacesClient;
    discussions: DiscussionsClient;
    charter: CharterClient;
    groups: GroupsClient;
    help: HelpClient;
    joining: JoiningClient;
    members: MembersClient;
    organisations: OrganisationsClient;
    notifications: NotificationsClient;
    passkeys: PasskeysClient;
    pivots: PivotsClient;
    privacy: PrivacyClient;
    auth: AuthClient;
    live: LiveClient;
}
export interface CercleOptions extends Target, Credentials {
    /** Waits between two tries; a timer unless given. */
    sleep?: Sleep | undefined;
}
/**
 * A client of one community. Sends nothing by itself.
 *
 * Reads, and writes that name their id or set a state, are repeated at most twice when the network fails or the server is busy;
 * asking for a code, signing in and refreshing never are.
 */
export declare function createCercle(options: CercleOptions): Cercle;

// communities/communities-client.d.ts

import type { CurrentView } from '../server-types.js';
import type { Call, CallOptions } from '../transport.js';
export interface CommunitiesClient {
    /** The community, and who calls: `viewer` is `null` for a stranger. */
    current(options?: CallOptions): Promise<CurrentView>;
}
export declare const communitiesClient: (call: Call) => CommunitiesClient;

// communities/member-communities-client.d.ts

import type { CommunityAims, CommunitySettings } from '../server-types.js';
import type { Call, CallOptions } from '../transport.js';
import { type CommunitiesClient } from './communities-client.js';
/** What a page for strangers does without. */
export interface MemberCommunitiesClient extends CommunitiesClient {
    /** For who facilitates: how it is called, greets, is found, is left in a hurry, its gestures, its own words, its colour, and whom to reach for who cannot come in. */
    settings(options?: CallOptions): Promise<CommunitySettings>;
    /** Replaces them whole. */
    settle(settings: CommunitySettings, options?: CallOptions): Promise<CommunitySettings>;
    /** What it wants to do together, for anybody. */
    aims(options?: CallOptions): Promise<CommunityAims>;
    /** For who facilitates: replaces them whole. */
    settleAims(aims: CommunityAims, options?: CallOptions): Promise<CommunityAims>;
}
export declare const memberCommunitiesClient: (call: Call) => MemberCommunitiesClient;

// discussions/discussions-client.d.ts

import type { PostSource, PostView, ReactionState, ThreadKind, ThreadView, Withdrawal } from '../server-types.js';
import type { SmallerAudience } from '../spaces/member-spaces-client.js';
import type { Call, CallOptions } from '../transport.js';
import { type DiscussionsReading, type PostId } from './discussions-reading.js';
export interface NewThread {
    /** Slug of the space. */
    space: string;
    kind: ThreadKind;
    /** 1 to 160 code points, without line breaks. */
    title: string;
    /** Markdown, 1 to 20,000 code points: paragraphs, strong, emphasis, lists, links, line breaks. */
    body: string;
    /** Fewer than all who read the space, never more; absent: all. Replies are read by the same. */
    audience?: SmallerAudience | undefined;
    /** From `newId()`, made when the draft was begun: sending the draft again then never writes twice. Absent: one is made for this call. */
    id?: string | undefined;
}
export interface NewReply {
    threadId: string;
    /** Markdown, 1 to 20,000 code points. */
    body: string;
    /** As in `NewThread`. */
    id?: string | undefined;
}
export interface Reaction {
    postId: string;
    /** One of the community's reaction words. */
    key: string;
    /** `true` makes the gesture, `false` takes it back. */
    on: boolean;
}
export interface PostEdit {
    id: string;
    /** Only for the opening of a thread. Absent: unchanged. */
    title?: string | undefined;
    /** Markdown, 1 to 20,000 code points. */
    body: string;
}
export interface ThreadPin {
    id: string;
    pinned: boolean;
}
/**
 * All may reject with `unauthorized` (no session), `forbidden` (what `can` says no to), `not_found`, `invalid` with `fields`,
 * `rate_limited` with `retryAfter`. Each is safe to send again: it names its id or sets a state.
 */
export interface DiscussionsClient extends DiscussionsReading {
    /** Opens a discussion. `conflict`: the id is taken by something else. */
    createThread(thread: NewThread, options?: CallOptions): Promise<ThreadView>;
    /** Answers in a thread. `conflict`: the id is taken by something else. */
    reply(reply: NewReply, options?: CallOptions): Promise<PostView>;
    /** Makes or takes back one gesture under a text. */
    react(reaction: Reaction, options?: CallOptions): Promise<ReactionState>;
    /** The Markdown of a text that the viewer may edit. */
    source(post: PostId, options?: CallOptions): Promise<PostSource>;
    /** Changes a text; the one before stays as a revision. */
    edit(edit: PostEdit, options?: CallOptions): Promise<PostView>;
    /** Takes a text back. Within 20 s of being written nothing stays in its place (`gone`). */
    withdraw(post: PostId, options?: CallOptions): Promise<Withdrawal>;
    /** Brings a withdrawn text back, until the `restorableUntil` of its withdrawal. */
    restore(post: PostId, options?: CallOptions): Promise<PostView>;
    /** Keeps a thread at the top of its space, or no longer. For facilitators. */
    pin(pin: ThreadPin, options?: CallOptions): Promise<ThreadPin>;
    /** The viewer has seen everything up to now in this thread. */
    markRead(thread: PostId, options?: CallOptions): Promise<{
        done: true;
    }>;
}
export declare const discussionsClient: (call: Call) => DiscussionsClient;

// discussions/discussions-reading.d.ts

import type { RevisionList, ThreadKind, ThreadSummary, ThreadView } from '../server-types.js';
import { type PagedList } from '../paged-list.js';
import type { Call, CallOptions } from '../transport.js';
/** Which threads to list. */
export interface ThreadFilter {
    /** Slug of one space; absent: all that the viewer can read. */
    space?: string | undefined;
    kind?: ThreadKind | undefined;
    /** Items in a page, 1 to 50; 20 unless told. */
    limit?: number | undefined;
}
/** Which thread, and which page of its replies. */
export interface ThreadQuery {
    id: string;
    /** From `replies.cursor` of the page before; absent: the oldest replies. */
    cursor?: string | undefined;
    /** Replies in a page, 1 to 50; 20 unless told. */
    limit?: number | undefined;
}
/** A text, by its id. The opening of a thread has the id of the thread. */
export interface PostId {
    id: string;
}
/** What anybody may call; a stranger is shown what is public. */
export interface DiscussionsReading {
    /** Threads by newest activity; with `space`, its pinned ones at the top of the first page. */
    threads(filter?: ThreadFilter, options?: CallOptions): PagedList<ThreadSummary>;
    /** A thread, its opening, and one page of its replies, oldest first. `not_found`: absent, or not for this viewer. */
    thread(query: ThreadQuery, options?: CallOptions): Promise<ThreadView>;
    /** Earlier texts of an edited post, newest first. */
    revisions(post: PostId, options?: CallOptions): Promise<RevisionList>;
}
export declare const discussionsReading: (call: Call) => DiscussionsReading;

// errors.d.ts

import type { ErrorCode, FieldError } from './server-types.js';
/** The server's codes, and two that only a client can know: the server was not reached, or the caller gave up. */
export type ClientErrorCode = ErrorCode | 'offline' | 'aborted';
export interface ClientErrorDetails {
    fields?: FieldError[] | undefined;
    retryAfter?: number | undefined;
    status?: number | undefined;
    cause?: unknown;
}
/**
 * The only error a call rejects with. Decide by `code`, never by `message`, which is not meant to be read by people.
 *
 * `offline`: no answer came (no network, server down, address wrong, answer cut). `aborted`: the caller's signal fired; its reason is the `cause`.
 * `internal` with a `status`: something that is not Cercle answered, such as a proxy's own page.
 */
export declare class CercleClientError extends Error {
    readonly code: ClientErrorCode;
    /** What to mend, when `code` is `invalid`; else empty. */
    readonly fields: FieldError[];
    /** Seconds to wait before trying again, when the server says so. */
    readonly retryAfter?: number | undefined;
    /** HTTP status of this call's answer (in a batch: its own, not that of the whole); absent when none came. */
    readonly status?: number | undefined;
    constructor(code: ClientErrorCode, { fields, retryAfter, status, cause }?: ClientErrorDetails);
}

// exchange.d.ts

import type { ErrorCode, FieldError } from './server-types.js';
import { CercleClientError } from './errors.js';
/**
 * `read`: a query. `write`: a mutation that names its id or sets a state, so that sending it twice changes nothing.
 * `once`: a call about signing in, which travels without a token and is never repeated. `once signed`: with one, and never repeated either.
 */
export type Mode = 'read' | 'write' | 'once' | 'once signed';
export interface Question {
    path: string;
    input: unknown;
    mode: Mode;
}
export interface Outcome {
    data?: unknown;
    error?: CercleClientError;
    /** The server itself failed this call, perhaps only because of its neighbours in the request. */
    spoiled?: boolean;
}
/** One HTTP request with questions of one mode, and what became of each. Rejects when none of them was answered. */
export type Exchange = (questions: Question[], signal: AbortSignal) => Promise<Outcome[]>;
/** Which community to ask, and how. */
export interface Target {
    /** Where Cercle runs, with a path if it has one: `https://cercle.example.org`. */
    server: string;
    /** Slug of the community. */
    community: string;
    /** `globalThis.fetch` unless given. */
    fetch?: typeof globalThis.fetch | undefined;
}
/** One call's part of an answer, in tRPC's envelope; nothing where the answer is not Cercle's. */
type Answer = {
    result?: {
        data?: unknown;
    };
    error?: {
        data: Failure;
    };
} | null | undefined;
interface Failure {
    code: ErrorCode;
    httpStatus: number;
    fields?: FieldError[] | undefined;
    retryAfter?: number | undefined;
}
export declare function outcomeOf(answer: Answer, response: Response): Outcome;
export declare const inputOf: (questions: Question[]) => string;
/** `query` comes after `?batch=1`. Rejects with `offline` when no whole answer came. */
export declare function request(target: Target, questions: Question[], query: string, init: RequestInit): Promise<Outcome[]>;
/** A stranger's queries: GETs without any header of ours, so that they need no preflight and caches may serve the crowd. */
export declare const asStranger: (target: Target) => Exchange;
export {};

// help/help-client.d.ts

import type { HelpRequestView, HelpView, OwnHelp } from '../server-types.js';
import { type PagedList } from '../paged-list.js';
import type { Call, CallOptions } from '../transport.js';
export interface NewHelp {
    /** 1 to 2,000 characters. */
    text: string;
    /** Where she is, in words that she sees; at most 120 characters. */
    place?: string | null | undefined;
    /** She would rather be called. */
    call?: boolean | undefined;
    /** At most 40 characters. */
    phone?: string | null | undefined;
    /** From `newId()`: sending it again with the same id asks once. Absent: one is made for this call. */
    id?: string | undefined;
}
/** Something said in a request for help. */
export interface HelpWord {
    /** Id of the request. */
    help: string;
    /** 1 to 2,000 characters. */
    text: string;
    /** From `newId()`: sending it again with the same id says it once. Absent: one is made for this call. */
    id?: string | undefined;
}
export interface HelpFilter {
    /** `waiting` (unless told), `answered` or `settled`. */
    state?: HelpView['state'] | undefined;
    /** Items in a page, 1 to 50. */
    limit?: number | undefined;
}
/** Between whoever is signed in, pending people included, and who facilitates, whom nobody else reads. `requests`, `answer` and `settle` are for facilitators. */
export interface HelpClient {
    /** Who would read what she asks, and what she has asked, the newest first. */
    own(options?: CallOptions): Promise<OwnHelp>;
    /** `conflict`: five of hers wait already, and nothing was asked; or the id stands for something else. */
    ask(help: NewHelp, options?: CallOptions): Promise<{
        done: true;
    }>;
    /** A word of hers after the first; it opens what was settled. */
    add(word: HelpWord, options?: CallOptions): Promise<HelpView>;
    /** She has looked at it. */
    see(help: {
        id: string;
    }, options?: CallOptions): Promise<{
        done: true;
    }>;
    /** Nothing of it is kept, what was answered included. */
    erase(help: {
        id: string;
    }, options?: CallOptions): Promise<{
        done: true;
    }>;
    /** Who has waited longest first. */
    requests(filter?: HelpFilter, options?: CallOptions): PagedList<HelpRequestView>;
    /** She is told that there is an answer: among what concerns her, and by a mail without a word of it. */
    answer(word: HelpWord, options?: CallOptions): Promise<HelpRequestView>;
    /** `false`: it is not settled after all. */
    settle(help: {
        id: string;
        settled: boolean;
    }, options?: CallOptions): Promise<HelpRequestView>;
}
export declare const helpClient: (call: Call) => HelpClient;

// ids.d.ts

/**
 * A new UUID version 7: the millisecond it was made in, then 74 random bits. Make one before a send and keep it with the draft:
 * sending again with the same id can never write twice.
 *
 * Works in pages on plain `http` too, where `crypto.randomUUID` does not exist.
 */
export declare function newId(): string;

// index.d.ts

export { createCercle, type Cercle, type CercleOptions } from './client.js';
export { createReader, type CercleReader } from './reader.js';
export type { Target } from './exchange.js';
export type { Credentials, TokenSource } from './signed-exchange.js';
export type { CallOptions, Sleep } from './transport.js';
export { CercleClientError, type ClientErrorCode, type ClientErrorDetails } from './errors.js';
export { newId } from './ids.js';
export type { PagedList } from './paged-list.js';
export { createSession, memoryStore, type Session, type SessionOptions, type KeptTokens, type SessionStore, } from './auth/session.js';
export type { AuthClient, SignInAttempt } from './auth/auth-client.js';
export type { LiveClient, LiveEventOf, LiveState } from './live/live-client.js';
export type { CharterClient, CharterRef, CharterSigning, NewCharter } from './charter/charter-client.js';
export type { CommunitiesClient } from './communities/communities-client.js';
export type { MemberCommunitiesClient } from './communities/member-communities-client.js';
export type { SpacesClient } from './spaces/spaces-client.js';
export type { AudienceQuestion, MemberSpacesClient, SmallerAudience, SpaceSplit } from './spaces/member-spaces-client.js';
export type { GroupInvitation, GroupsClient, MemberPlacing, MembersClient, MemberStanding, ProfileChange, NewGroup, PeopleFilter, } from './members/members-client.js';
export type { NewSite, OrganisationsClient, SiteSignIn } from './organisations/organisations-client.js';
export type { NotificationsClient, RhythmChoice } from './notifications/notifications-client.js';
export type { Decision, InvitationAcceptance, JoiningClient, LinkedAnswer, NewInvitation, NewRequest, RequestFilter, } from './joining/joining-client.js';
export type { NewPasskeyAnswer, PasskeyAnswer, PasskeysClient } from './passkeys/passkeys-client.js';
export type { HelpClient, HelpFilter, HelpWord, NewHelp } from './help/help-client.js';
export type { PivotAppointment, PivotsClient } from './joining/pivots-client.js';
export type { PrivacyClient } from './privacy/privacy-client.js';
export type { DiscussionsReading, PostId, ThreadFilter, ThreadQuery } from './discussions/discussions-reading.js';
export type { DiscussionsClient, NewReply, NewThread, PostEdit, Reaction, ThreadPin } from './discussions/discussions-client.js';
export type { AccessNote, AskedCharter, AudienceView, AuthorView, Block, CharterList, CharterProof, CharterSummary, CharterView, CircleView, CodeRequested, CommunityAims, CommunitySettings, Contact, Term, Vocabulary, CommunityView, CurrentView, DeviceView, Ease, Equipment, ErrorCode, FieldError, FirstStep, GroupKind, GroupList, GroupView, HelpRequestView, HelpTurn, HelpView, Inline, InvitationMade, InvitationView, JoinForm, JoinRequestView, LiveEvent, MailRhythms, MemberPlace, MergeResult, NodeTree, NotificationView, OpenInvitation, OrganisationList, OwnHelp, OwnPivot, OwnRequest, Page, PasskeyCreation, PasskeyList, PasskeyRequest, PasskeyView, PersonView, Profile, ConsentKind, Consents, ConsentView, HelpFacts, SayHelp, SetConsent, PostSource, PostView, QuietHours, ReactionCount, ReactionState, ReactionWord, Refreshed, RequestWords, RevisionList, RevisionView, Rhythm, SeenView, SightingView, SignIns, SignatureView, SiteAsked, SiteEntered, SiteKeyView, SiteList, SiteView, SpaceLevel, SpaceList, SpaceView, Standing, ThreadKind, ThreadPage, ThreadSummary, ThreadView, Tokens, UnreadCount, ViewerView, Welcome, Withdrawal, } from './server-types.js';

// joining/joining-client.d.ts

import type { Ease, Equipment, InvitationMade, InvitationView, JoinForm, JoinRequestView, OpenInvitation, OwnRequest } from '../server-types.js';
import { type PagedList } from '../paged-list.js';
import type { Call, CallOptions } from '../transport.js';
export interface NewRequest {
    /** 1 to 80 code points: a first name is enough. */
    name: string;
    email: string;
    /** 1 to 2,000 code points. */
    reason: string;
    organisation?: string | undefined;
    role?: string | undefined;
    region?: string | undefined;
    /** To the questions of `form`, by their ids. */
    answers?: {
        question: string;
        answer: string;
    }[] | undefined;
    equipment?: Equipment | undefined;
    /** `call` needs a `phone`. */
    ease?: Ease | undefined;
    phone?: string | undefined;
    /** From `newId()`: sending it again asks once. Absent: one is made for this call. */
    id?: string | undefined;
}
export interface LinkedAnswer {
    /** Of the link in the mail: `/c/<community>/join/r/<token>`. */
    token: string;
    /** 1 to 900 code points. */
    text: string;
}
export interface RequestFilter {
    /** Those that wait, the oldest first (unless told), or those that were decided, the newest first. */
    state?: 'open' | 'decided' | undefined;
    /** Only who would rather be called. */
    call?: boolean | undefined;
    /** This one alone, whatever its state. */
    id?: string | undefined;
    /** Items in a page, 1 to 50. */
    limit?: number | undefined;
}
/** What is written goes to the person by mail, as it stands; at most 900 code points. */
export type Decision = {
    id: string;
    decision: 'approve';
    /** Id of where she works. */
    organisation?: string | null | undefined;
    /** True of her as a member: it may put her into groups. */
    region?: string | null | undefined;
    /** Ids of groups by invitation. */
    groups?: string[] | undefined;
    /** Slugs of restricted spaces; with one, those around it. */
    spaces?: string[] | undefined;
    text?: string | undefined;
} | {
    id: string;
    decision: 'refuse' | 'askBack';
    text: string;
};
export interface NewInvitation {
    /** Absent: a link is made, to hand over. */
    email?: string | undefined;
    /** How long it is good for, 1 to 60; 14 unless told. */
    days?: number | undefined;
    groups?: string[] | undefined;
    spaces?: string[] | undefined;
    id?: string | undefined;
}
export interface InvitationAcceptance {
    /** Of the link: `/c/<community>/join/i/<token>`. */
    token: string;
    name: string;
    /** Where the invitation names none. */
    email?: string | undefined;
}
/**
 * The way in. `form` and `ask` are for anybody, what takes a `token` is for the holder of a link (`not_found` for any other), the rest is for
 * facilitators.
 */
export interface JoiningClient {
    /** What this community asks beside name, address and reason. */
    form(options?: CallOptions): Promise<JoinForm>;
    /** For facilitators: replaces it whole, in this order; at most 5 questions, each id from `newId()`. Requests keep the questions as they were put. */
    settleForm(form: JoinForm, options?: CallOptions): Promise<JoinForm>;
    /** The same answer for every address: whether it is a member's or has asked already is told by mail. */
    ask(request: NewRequest, options?: CallOptions): Promise<{
        done: true;
    }>;
    /** Her own request, as it stands. */
    request(link: {
        token: string;
    }, options?: CallOptions): Promise<OwnRequest>;
    /** `conflict`: nothing waits for an answer. */
    answer(answer: LinkedAnswer, options?: CallOptions): Promise<OwnRequest>;
    /** Takes it back: nothing of it is kept. `conflict`: it is decided. */
    retract(link: {
        token: string;
    }, options?: CallOptions): Promise<{
        done: true;
    }>;
    requests(filter?: RequestFilter, options?: CallOptions): PagedList<JoinRequestView>;
    /** `conflict`: it is decided already. `proof_needed` to approve. */
    decide(decision: Decision, options?: CallOptions): Promise<JoinRequestView>;
    /** `token` of the link, told this once; `null`: it went by mail. `proof_needed`. */
    invite(invitation: NewInvitation, options?: CallOptions): Promise<InvitationMade>;
    /** The newest first. */
    invitations(filter?: {
        limit?: number | undefined;
    }, options?: CallOptions): PagedList<InvitationView>;
    /** Opens nothing any more. `conflict`: it was accepted. */
    withdrawInvitation(invitation: {
        id: string;
    }, options?: CallOptions): Promise<InvitationView>;
    /** What the holder of a link is told of it. */
    invitation(link: {
        token: string;
    }, options?: CallOptions): Promise<OpenInvitation>;
    /** Makes a member of her, once; she then signs in by code. */
    accept(acceptance: InvitationAcceptance, options?: CallOptions): Promise<{
        done: true;
    }>;
}
export declare const joiningClient: (call: Call) => JoiningClient;

// joining/pivots-client.d.ts

import type { InvitationMade, InvitationView, OwnPivot } from '../server-types.js';
import { type PagedList } from '../paged-list.js';
import type { Call, CallOptions } from '../transport.js';
import type { NewInvitation } from './joining-client.js';
export interface PivotAppointment {
    member: string;
    /** Id of a group of a workplace, a region or a sector; `null`: of none any more. */
    group: string | null;
}
/** Members who bring in people of one workplace, region or sector. `appoint` is for facilitators, the rest for who is a pivot (`forbidden` for others). */
export interface PivotsClient {
    /** At once, in the place of the group before. `invalid`: a group of another kind. `proof_needed`. */
    appoint(appointment: PivotAppointment, options?: CallOptions): Promise<{
        done: true;
    }>;
    /** The viewer's own group, and how many of her invitations are open and were accepted. */
    own(options?: CallOptions): Promise<OwnPivot>;
    /**
     * Into her own group in any case, and into `groups` that she is in and `spaces` that she reads. `token` of the link, told this once; `null`: it
     * went by mail. `proof_needed`.
     */
    invite(invitation: NewInvitation, options?: CallOptions): Promise<InvitationMade>;
    /** Her own, the newest first. */
    invitations(filter?: {
        limit?: number | undefined;
    }, options?: CallOptions): PagedList<InvitationView>;
    /** Of her own: opens nothing any more. `conflict`: it was accepted. */
    withdraw(invitation: {
        id: string;
    }, options?: CallOptions): Promise<InvitationView>;
}
export declare const pivotsClient: (call: Call) => PivotsClient;

// live/live-client.d.ts

import type { LiveEvent } from '../server-types.js';
import type { Target } from '../exchange.js';
import type { Credentials } from '../signed-exchange.js';
/** What is heard under one name; `*` stands for all. */
export type LiveEventOf<Type extends LiveEvent['type'] | '*'> = Type extends '*' ? LiveEvent : LiveEvent & {
    type: Type;
};
/**
 * `idle`: nobody listens. `connecting`, `open`. `waiting`: cut, and tried again by itself. `hidden`: closed until the page is shown.
 * `ended`: no session, or it is over. `refused`: not for this member, or not here. After those two the next `on` tries again.
 */
export type LiveState = 'idle' | 'connecting' | 'open' | 'waiting' | 'hidden' | 'ended' | 'refused';
export interface LiveClient {
    readonly state: LiveState;
    /**
     * Hears what happens in the viewer's spaces, ids only, once and in order, until the function it returns is called. `state`: how the
     * stream is doing.
     *
     * The first listener opens the one stream that all frames and tabs of a browser share, the last one to go closes it. Cuts are mended
     * without a loss; where too much was missed comes `resync`: read again what is shown. `ended`: the session is over.
     */
    on(type: 'state', listener: (state: LiveState) => void): () => void;
    on<Type extends LiveEvent['type'] | '*'>(type: Type, listener: (event: LiveEventOf<Type>) => void): () => void;
}
/** The stream's code is loaded by the first listener: few scripts listen, and no stranger does. */
export declare function liveClient(options: Target & Credentials): LiveClient;

// live/live-connection.d.ts

import type { LiveEvent } from '../server-types.js';
import type { Target } from '../exchange.js';
import type { Credentials } from '../signed-exchange.js';
import type { LiveState } from './live-client.js';
/** Calls `act` in `ms`, unless what it returns is called before. */
export type Timer = (ms: number, act: () => void) => () => void;
export declare const timer: Timer;
export interface ConnectionOptions {
    of: Target & Credentials;
    /** Where to go on from. */
    after(): number | undefined;
    heard(event: LiveEvent): void;
    changed(state: LiveState): void;
    timer: Timer;
    random(): number;
}
/** Keeps one stream open, through cuts, until it is closed or the server says that it is over. */
export declare class LiveConnection {
    #private;
    constructor(options: ConnectionOptions);
    /** Tries now, if it is waiting. */
    wake(): void;
    close(): void;
}

// live/live-sharing.d.ts

import type { LiveEvent } from '../server-types.js';
import type { LiveState } from './live-client.js';
import { type ConnectionOptions } from './live-connection.js';
import type { LiveTrail } from './live-trail.js';
/** What a page offers for sharing. Either may throw, or be missing, where storage is blocked or on plain `http`. */
export interface LiveSharing {
    locks?: LiveLocks | undefined;
    channel?: ((name: string) => LiveChannel) | undefined;
}
/** `navigator.locks`, as far as it is used. */
export interface LiveLocks {
    request(name: string, options: {
        signal?: AbortSignal;
    }, act: () => unknown): Promise<unknown>;
}
/** A `BroadcastChannel`, as far as it is used. */
export interface LiveChannel {
    postMessage(message: unknown): void;
    addEventListener(type: 'message', listener: (event: {
        data: unknown;
    }) => void): void;
    close(): void;
}
export interface SeatOptions extends LiveSharing {
    /** Same for all who share. */
    name: string;
    trail: LiveTrail;
    connect: Omit<ConnectionOptions, 'after' | 'heard' | 'changed'>;
    heard(event: LiveEvent): void;
    changed(state: LiveState): void;
}
/**
 * One document among those that share a stream. The one that holds the lock leads: it reads the stream and tells the others. When it goes,
 * the next in line has the lock and goes on from the highest `seq` that it heard. Nothing is lost, since whoever hears of an event that does not
 * follow its own cursor asks for what lies between; nothing is doubled, since each takes only what is beyond its cursor.
 */
export declare class LiveSeat {
    #private;
    constructor(options: SeatOptions);
    wake(): void;
    leave(): void;
}

// live/live-trail.d.ts

import type { LiveEvent } from '../server-types.js';
export type LiveNews = Extract<LiveEvent, {
    seq: number;
}>;
/** What one document has heard: how far, and the last of it, so that it can tell others. */
export declare class LiveTrail {
    #private;
    /** Highest `seq` that was heard; `undefined` before the first. */
    cursor: number | undefined;
    /** Whether this is news; what was heard before is not. */
    take(event: LiveNews): boolean;
    /** All that came after `after`, then word that the stream is open; a `resync` where that is not known any more. Nothing before the first event. */
    since(after?: number | undefined): LiveNews[];
}

// members/members-client.d.ts

import type { FirstStep, GroupKind, GroupList, GroupView, MemberPlace, OrganisationList, PersonView, Profile, Standing, Welcome } from '../server-types.js';
import { type PagedList } from '../paged-list.js';
import type { Call, CallOptions } from '../transport.js';
export interface NewGroup {
    name: string;
    kind: GroupKind;
    /** Neither its name nor who is in it exists for others. */
    hidden?: boolean | undefined;
    /** Of a workplace: everybody who works there is in it. Id. */
    organisation?: string | undefined;
    /** Of a region or a sector: everybody for whom this is true is in it. */
    fact?: string | undefined;
    /** From `newId()`. Absent: one is made for this call. */
    id?: string | undefined;
}
export interface GroupInvitation {
    group: string;
    member: string;
    /** ISO 8601 with milliseconds: the place ends then, by itself. `null` or absent: it stays. */
    until?: string | null | undefined;
}
/** Groups that make audiences. `list` is for members, the rest for facilitators; what they change holds at the next call of anybody. */
export interface GroupsClient {
    /** Those that the viewer may know of, by name. */
    list(options?: CallOptions): Promise<GroupList>;
    create(group: NewGroup, options?: CallOptions): Promise<GroupView>;
    /** Puts a member into a group. `invalid`: the group follows from facts and takes no invitation. */
    invite(invitation: GroupInvitation, options?: CallOptions): Promise<{
        done: true;
    }>;
    /** Takes a member out of it. */
    part(place: {
        group: string;
        member: string;
    }, options?: CallOptions): Promise<{
        done: true;
    }>;
}
export declare const groupsClient: (call: Call) => GroupsClient;
export interface MemberPlacing {
    member: string;
    /** Id of where she works; `null`: nowhere. Absent: unchanged. */
    organisation?: string | null | undefined;
    /** When her membership ends, by itself (ISO 8601 with milliseconds); `null`: it stays. Absent: unchanged. */
    until?: string | null | undefined;
}
export interface MemberStanding {
    member: string;
    /** Absent: unchanged. */
    standing?: Standing | undefined;
    /** Absent: unchanged. */
    facilitates?: boolean | undefined;
}
export interface PeopleFilter {
    /** Words of their name or of where they work, whatever accents and capitals. At most 120 characters. */
    search?: string | undefined;
    /** Id: only who is in it. */
    group?: string | undefined;
    /** `active` (unless told), `suspended` or `removed`. */
    standing?: Standing | undefined;
    /** `quiet`: who has written nothing that the viewer reads. `ending`: whose membership ends within 30 days, or has ended. */
    only?: 'quiet' | 'ending' | undefined;
    /** Id: her alone, whatever her standing. */
    member?: string | undefined;
    /** Items in a page, 1 to 50. */
    limit?: number | undefined;
}
export interface ProfileChange {
    /** How she is called, 1 to 80 characters. Absent: unchanged. */
    name?: string | undefined;
    /** Whether where she works is read beside her name; who facilitates sees it at the desk all the same. Absent: unchanged. */
    organisationShown?: boolean | undefined;
    /** When she can be reached, in her own words, 1 to 80 characters; `null`: nothing is said of it. Absent: unchanged. */
    availability?: string | null | undefined;
    /** In which Cercle speaks to her, everywhere and by mail; `null`: as the page around. Absent: unchanged. */
    language?: 'fr-CA' | 'en-CA' | null | undefined;
}
/** For facilitators, unless told. */
export interface MembersClient {
    /** Members with their groups, the newest first. */
    people(filter?: PeopleFilter, options?: CallOptions): PagedList<PersonView>;
    /** Where members may work, by name. */
    organisations(options?: CallOptions): Promise<OrganisationList>;
    /** Suspends, removes, takes back, shares the role of who facilitates; at once. `invalid`: of oneself. */
    stand(standing: MemberStanding, options?: CallOptions): Promise<{
        done: true;
    }>;
    place(placing: MemberPlacing, options?: CallOptions): Promise<MemberPlace>;
    /** For members: what is said of the viewer herself. */
    profile(options?: CallOptions): Promise<Profile>;
    /** For members: of herself. A new name stands at once beside all that she wrote. */
    changeProfile(change: ProfileChange, options?: CallOptions): Promise<Profile>;
    /** Who greets the viewer, in what words, and how many are in her region. */
    welcome(options?: CallOptions): Promise<Welcome>;
    /** One of the viewer's first steps is taken; `pass`: no more of it, for good. */
    step(input: {
        step: Exclude<FirstStep, 'react'> | 'pass';
    }, options?: CallOptions): Promise<{
        done: true;
    }>;
}
export declare const membersClient: (call: Call) => MembersClient;

// notifications/notifications-client.d.ts

import type { MailRhythms, NotificationView, QuietHours, Rhythm, UnreadCount } from '../server-types.js';
import { type PagedList } from '../paged-list.js';
import type { Call, CallOptions } from '../transport.js';
export interface RhythmChoice {
    /** Slug. Absent: in general. */
    space?: string | undefined;
    /** `null`, of a space: as in general. */
    rhythm: Rhythm | null;
    /** Of the rhythm `days`: ISO, 1 is Monday. */
    days?: number[] | undefined;
}
/** What happened that concerns the viewer, and when mail tells her of it. For members, whether or not they have signed the charter. */
export interface NotificationsClient {
    /** Grouped by what it happened to, the newest first. `limit`: items in a page, 1 to 50. */
    list(filter?: {
        limit?: number | undefined;
    }, options?: CallOptions): PagedList<NotificationView>;
    /** How many she has not looked at; 99 stands for more. */
    unread(options?: CallOptions): Promise<UnreadCount>;
    /** One of them, or all when there is no `id`. */
    markRead(mark?: {
        id?: string | undefined;
    }, options?: CallOptions): Promise<{
        done: true;
    }>;
    rhythms(options?: CallOptions): Promise<MailRhythms>;
    setRhythm(choice: RhythmChoice, options?: CallOptions): Promise<MailRhythms>;
    /** Mail waits until these hours of the community's clock are over; `null`: there are none. */
    setQuiet(hours: {
        quiet: QuietHours | null;
    }, options?: CallOptions): Promise<MailRhythms>;
}
export declare const notificationsClient: (call: Call) => NotificationsClient;

// organisations/organisations-client.d.ts

import type { SiteList, SiteView } from '../server-types.js';
import type { Call, CallOptions } from '../transport.js';
export interface NewSite {
    name: string;
    /** Id of whose site it is. */
    organisation?: string | null | undefined;
    /** Exact: `https://site.example`, nothing behind it. */
    origins: string[];
    /** From `newId()`. Absent: one is made for this call. */
    id?: string | undefined;
}
export interface SiteSignIn {
    /** Id. */
    site: string;
    /** `iss` of its assertions. */
    issuer: string;
    /** `https:` address of its JWKS. */
    keysUrl?: string | null | undefined;
    /** Public keys as JWK, and no others: those left out serve 24 hours more. */
    keys?: Record<string, unknown>[] | undefined;
    /** A key fell into other hands: those left out end now, and so does every session that the site opened. */
    atOnce?: boolean | undefined;
}
/** The partners' sites, for facilitators. Each answers with the site as it is then; `not_found` for one that is none. */
export interface OrganisationsClient {
    /** By name; and from where frames were asked for in the last 30 days, also by pages of no site. */
    sites(options?: CallOptions): Promise<SiteList>;
    /** `conflict`: another site has one of the origins. */
    addSite(site: NewSite, options?: CallOptions): Promise<SiteView>;
    /** In whose pages frames may open: these origins and no others. */
    setOrigins(change: {
        site: string;
        origins: string[];
    }, options?: CallOptions): Promise<SiteView>;
    /** Whose word is taken for who a visitor is. `invalid` with `keys`: none, or one of no use. */
    setSignIn(signIn: SiteSignIn, options?: CallOptions): Promise<SiteView>;
    /** Off: nobody enters by it, and every session that it opened ends at once. */
    switchSignIn(change: {
        site: string;
        on: boolean;
    }, options?: CallOptions): Promise<SiteView>;
}
export declare const organisationsClient: (call: Call) => OrganisationsClient;

// outbox.d.ts

import type { Cercle } from './client.js';
import { type Timer } from './live/live-connection.js';
import type { LiveChannel, LiveLocks } from './live/live-sharing.js';
import { type OutboxEntry, type OutboxResult, type OutboxStore, type Unsent } from './outbox/queue.js';
export { memoryOutboxStore, type OutboxEntry, type OutboxResult, type OutboxState, type OutboxStore, type Queue, type Unsent, } from './outbox/queue.js';
export interface OutboxOptions {
    /** Sends, as the member. */
    cercle: {
        discussions: Pick<Cercle['discussions'], 'createThread' | 'reply' | 'react' | 'edit'>;
    };
    /** Whose queue it is: all four stand in the names of its database, lock and channel. */
    server: string;
    community: string;
    site?: string | undefined;
    /** Id of the member. */
    member: string;
    /** IndexedDB unless given. */
    store?: OutboxStore;
    locks?: LiveLocks | undefined;
    channel?: ((name: string) => LiveChannel) | undefined;
    /** Calls `wake` when the network is back; returns how to stop. The browser's event unless given. */
    online?(wake: () => void): () => void;
    timer?: Timer;
    /** 0 to 1. */
    random?(): number;
    /** ms since 1970. */
    now?(): number;
}
/** One entry as it is now. `result` comes with `sent`, in the tab that sent it. */
export interface OutboxChange {
    entry: OutboxEntry;
    result?: OutboxResult | undefined;
}
/** Things to send, kept until the server has them: through cuts, reloads and crashes each goes once, in order. */
export interface Outbox {
    /** Resolves once it is safely stored. An id is made for what is created, where none is given; the same one again gives the entry that has it. `conflict`: it has another text. */
    add(unsent: Unsent): Promise<OutboxEntry>;
    /** What was not sent yet, in the order it goes. */
    list(): Promise<OutboxEntry[]>;
    /** Told of each change, in other tabs too. Returns how to stop. */
    on(type: 'change', listener: (change: OutboxChange) => void): () => void;
    /** Sends a refused entry again as it is; one that waits goes now. */
    retry(id: string): Promise<void>;
    /** Takes an entry out. `false`: it was given to the network before, and may have been written. */
    cancel(id: string): Promise<boolean>;
    /**
     * Changes what is sent. A new text whose sending was tried is not changed under its id, for the server may have it already: an edit is queued
     * behind it, and returned. `conflict`: such an edit cannot say the change (another space, kind or thread). `not_found`: no longer in the list.
     */
    edit(id: string, input: Unsent['input']): Promise<OutboxEntry>;
    /** Sends now: call it when somebody has signed in. */
    flush(): void;
    /** Forgets everything: call it when she signs out of a shared computer. */
    clear(): Promise<void>;
    /** Whether entries outlive the page. `false`: the browser refuses storage; say so. */
    isDurable(): Promise<boolean>;
    /** Stops sending from this page; what waits stays stored. */
    close(): void;
}
/**
 * One member's outbox on one site. Starts at once with what an earlier page left. Repeating is safe since every entry names its id or sets a state;
 * an `edit` or a gesture that waited long may come after a newer one from another device, and then stands.
 */
export declare function createOutbox(options: OutboxOptions): Outbox;

// outbox/queue.d.ts

import type { FieldError, PostView, ReactionState, ThreadView } from '../server-types.js';
import type { NewReply, NewThread, PostEdit, Reaction } from '../discussions/discussions-client.js';
import type { ClientErrorCode } from '../errors.js';
/** What can wait to be sent: calls that name their id or set a state, so that sending one again changes nothing. */
export type Unsent = {
    type: 'createThread';
    input: NewThread;
} | {
    type: 'reply';
    input: NewReply;
} | {
    type: 'react';
    input: Reaction;
} | {
    type: 'edit';
    input: PostEdit;
};
/**
 * `waiting`: goes by itself when it can; `code` says why it could not so far (`unauthorized`: once somebody signs in). `sending`. `sent`: written by the
 * server; no longer in the list. `refused`: needs the person, `code` and `fields` say what for.
 */
export type OutboxState = 'waiting' | 'sending' | 'sent' | 'refused';
export type OutboxEntry = Unsent & {
    /** Of the entry; what is made by it has its own, in `input`. */
    id: string;
    state: OutboxState;
    /** ISO instant, by this computer's clock. */
    addedAt: string;
    /** How often it was given to the network. */
    tries: number;
    /** Goes up with each change of the input. */
    revision: number;
    code?: ClientErrorCode | undefined;
    fields?: FieldError[] | undefined;
};
export type OutboxResult = ThreadView | PostView | ReactionState;
/** All that waits, in the order it goes. */
export interface Queue {
    entries: OutboxEntry[];
    /** Who sends now, where the browser has no locks; `until` in ms since 1970. */
    lease?: {
        owner: string;
        until: number;
    } | undefined;
}
/** Where the queue lies. */
export interface OutboxStore {
    /** Reads the queue and writes what `change` makes of it, with no other change in between; resolves once that is safely stored. The same object: nothing is written. */
    update(change: (queue: Queue) => Queue): Promise<Queue>;
    /** Whether it outlives the page; known after the first `update`. */
    readonly durable: boolean;
    close(): void;
}
/** Forgets with the page. */
export declare function memoryOutboxStore(queue?: Queue): OutboxStore;
export declare const isCreate: (unsent: Unsent) => unsent is Extract<Unsent, {
    type: 'createThread' | 'reply';
}>;
/** The first that may go: strictly in order, but for what was refused and what builds on it. */
export declare function nextOf({ entries }: Queue): OutboxEntry | undefined;
/** What speaks of `before` speaks of `after`. */
export declare function repoint(entry: OutboxEntry, before: string, after: string): OutboxEntry;
/** Whether the server can have written it. It has not where nothing was ever sent, nor where the refusal depends on the input alone, which stayed the same in every try. */
export declare const mayBeWritten: ({ tries, state, code }: OutboxEntry) => boolean;

// paged-list.d.ts

import type { Page } from './server-types.js';
/** A list that comes in pages. Nothing is asked of the server until it is iterated or `page` is called. */
export interface PagedList<Item> extends AsyncIterable<Item> {
    /** One page: the first, or the one that `cursor` of the page before points to. `cursor` is absent on the last. */
    page(cursor?: string): Promise<Page<Item>>;
}
export declare const pagedList: <Item>(page: (cursor?: string) => Promise<Page<Item>>) => PagedList<Item>;

// passkeys/passkeys-client.d.ts

import type { PasskeyCreation, PasskeyList, PasskeyRequest, PasskeyView, Tokens } from '../server-types.js';
import type { Call, CallOptions } from '../transport.js';
/** What a browser made, as `RegistrationResponseJSON` has it; more than this is not read. */
export interface NewPasskeyAnswer {
    id: string;
    response: {
        clientDataJSON: string;
        attestationObject: string;
        transports?: string[] | undefined;
    };
}
/** What a key signed, as `AuthenticationResponseJSON` has it; more than this is not read. */
export interface PasskeyAnswer {
    id: string;
    response: {
        clientDataJSON: string;
        authenticatorData: string;
        signature: string;
        userHandle?: string | null | undefined;
    };
}
/**
 * Passkeys of who facilitates, on Cercle's own pages only. What is asked goes to `navigator.credentials`, and its answer serves once, within
 * 5 minutes. `invalid` with the field `answer`: refused, for whatever reason. No answer is ever repeated by the SDK.
 */
export interface PasskeysClient {
    /** The viewer's own, oldest first. */
    list(options?: CallOptions): Promise<PasskeyList>;
    /** For `navigator.credentials.create`. `proof_needed`; `conflict`: she has 20. */
    askToAdd(options?: CallOptions): Promise<PasskeyCreation>;
    /** `conflict`: the community has this key already. */
    add(key: {
        name: string;
        answer: NewPasskeyAnswer;
    }, options?: CallOptions): Promise<PasskeyView>;
    /** It opens nothing from now on. `not_found` for any but the viewer's own. */
    remove(key: {
        id: string;
    }, options?: CallOptions): Promise<{
        done: true;
    }>;
    /** For `navigator.credentials.get`. `not_found`: she has none. */
    askToProve(options?: CallOptions): Promise<PasskeyRequest>;
    /** What answered `proof_needed` works for 10 minutes, as after `auth.prove`. */
    prove(answer: {
        answer: PasskeyAnswer;
    }, options?: CallOptions): Promise<{
        done: true;
    }>;
    /** For `navigator.credentials.get`: no address is needed. */
    askToSignIn(options?: CallOptions): Promise<PasskeyRequest>;
    /** A session of the desk: it ends after 30 minutes unused, and 12 hours after signing in. */
    signIn(answer: {
        answer: PasskeyAnswer;
    }, options?: CallOptions): Promise<Tokens>;
}
export declare const passkeysClient: (call: Call) => PasskeysClient;

// privacy/privacy-client.d.ts

import type { AccessNote, Consents, SayHelp, SetConsent } from '../server-types.js';
import { type PagedList } from '../paged-list.js';
import type { Call, CallOptions } from '../transport.js';
export interface PrivacyClient {
    /** Who looked at what is private of the viewer's, newest first. For members. `limit`: items in a page, 1 to 50. */
    journal(filter?: {
        limit?: number | undefined;
    }, options?: CallOptions): PagedList<AccessNote>;
    /** What the viewer accepts, and since when; also for a member who has not signed the charter. */
    consents(options?: CallOptions): Promise<Consents>;
    /** Holds at once. Taking `help_facts` back erases what was kept by it. `words`: the version of the words that she read. */
    setConsent(consent: SetConsent, options?: CallOptions): Promise<Consents>;
    /** What helps her take part. `conflict`: she does not accept that it is kept. */
    sayHelp(facts: SayHelp, options?: CallOptions): Promise<Consents>;
}
export declare const privacyClient: (call: Call) => PrivacyClient;

// reader.d.ts

import { type CommunitiesClient } from './communities/communities-client.js';
import { type DiscussionsReading } from './discussions/discussions-reading.js';
import { type SpacesClient } from './spaces/spaces-client.js';
import { type Target } from './exchange.js';
/** The part of `Cercle` that a page needs to show a community to strangers. */
export interface CercleReader {
    communities: CommunitiesClient;
    spaces: SpacesClient;
    discussions: DiscussionsReading;
}
/** As `createCercle`, with reading alone: the lightest client for pages that anybody opens. */
export declare function createReader(target: Target): CercleReader;

// server-types.d.ts

/** One time that somebody looked at something private of the viewer's. */
export interface AccessNote {
  at: string
  /** `seen_by`: which spaces she reads. */
  kind: 'seen_by'
  /** Who looked. */
  by: string
}

/** The charter that the viewer is asked to sign next: that of the community first, then those of her spaces. */
export interface AskedCharter {
  /** Of the version. */
  id: string
  /** 1, 2, 3… */
  version: number
  publishedAt: string
  space: {
    id: string
    slug: string
    name: string
  } | null
}

export interface AudienceView {
  level: SpaceLevel
  /** Members who read it now. For `public`, anyone else on the Internet comes on top. */
  readers: number
  /** Who they are, by name, at most 200; `null` where names are not told: in public, or where a hidden group reads. */
  people: {
    memberId: string
    name: string
    organisation: string | null
  }[] | null
  /** Groups that a smaller audience may name here; of a discussion, none. */
  groups: {
    id: string
    name: string
    kind: GroupKind
    hidden: boolean
    readers: number
  }[]
}

/** Who wrote. Strangers are told no name: `null` stands for « une personne de la communauté ». */
export type AuthorView = {
  memberId: string
  name: string
  organisation: string | null
} | null

export type Block = ['p', ...Inline[]] | ['ul' | 'ol', ...Inline[][]]

/** `charter.list`: that of the community first. Empty where there is none. */
export interface CharterList {
  items: CharterSummary[]
}

/** All that a printed proof says. */
export interface CharterProof {
  /** Of the signature. */
  id: string
  member: {
    name: string
    organisation: string | null
  }
  community: {
    name: string
    timeZone: string
  }
  space: {
    id: string
    slug: string
    name: string
  } | null
  version: number
  language: 'fr-CA' | 'en-CA'
  publishedAt: string
  signedAt: string
  withdrawnAt: string | null
  hash: string
  text: string
  body: NodeTree
}

/** A charter that concerns the viewer, without its text. */
export interface CharterSummary {
  /** Her other signatures under this charter, newest first: of earlier versions, or taken back. */
  earlier: SignatureView[]
  language: 'fr-CA' | 'en-CA'
  /** It is the version that is asked for now. */
  current: boolean
  /** Her standing signature of this very version; `null`: not signed, or taken back. */
  signature: SignatureView | null
  can: {
    sign: boolean
    withdraw: boolean
  }
  /** Of the version. */
  id: string
  /** 1, 2, 3… */
  version: number
  publishedAt: string
  space: {
    id: string
    slug: string
    name: string
  } | null
}

/** One version, with its text. */
export interface CharterView {
  hash: string
  /** The Markdown as it was written: what `hash` is the hash of. */
  text: string
  body: NodeTree
  language: 'fr-CA' | 'en-CA'
  /** It is the version that is asked for now. */
  current: boolean
  /** Her standing signature of this very version; `null`: not signed, or taken back. */
  signature: SignatureView | null
  can: {
    sign: boolean
    withdraw: boolean
  }
  /** Of the version. */
  id: string
  /** 1, 2, 3… */
  version: number
  publishedAt: string
  space: {
    id: string
    slug: string
    name: string
  } | null
}

/** Who reads what is told to fewer than its space. */
export interface CircleView {
  /** How many members read it; `null` for whoever is not told. */
  readers: number | null
  /** Names of its groups, as far as the viewer may know them. */
  groups: string[]
  /** How many persons it is told to by name, the author included where no group of hers is. */
  people: number
}

export interface CodeRequested {
  /** The attempt; `auth.signIn` names it. */
  loginId: string
  /** 15 minutes from now. */
  expiresAt: string
}

/** `communities.aims`, `communities.settleAims`: what it wants to do together, in short sentences, in their order. Anybody may read them. */
export interface CommunityAims {
  aims: string[]
}

/** `communities.settings`, `communities.settle`: what who facilitates says of her community. */
export interface CommunitySettings {
  name: string
  /** What is said to who comes in; `null`: our own words. */
  greeting: string | null
  /** Where « Quitter rapidement » leads; `null`: the weather. */
  exitUrl: string | null
  /** Search engines may keep the public pages. */
  indexable: boolean
  vocabulary: Vocabulary
  /** Of Cercle's own pages, and of frames where the page around gives none; `null`: ours. */
  accent: string | null
  /** Of Cercle's own pages; `null`: as each device prefers. */
  scheme: 'light' | 'dark' | null
  /** Shown to anybody; all its parts `null` is none. A name by itself reaches nobody. */
  contact: Contact | null
  /** Gestures in words, in order, each key once. What was made of one that goes is kept, and shown again if it comes back. */
  reactions: {
    key: string
    label: string
  }[]
}

/** What anybody may know of a community. */
export interface CommunityView {
  id: string
  slug: string
  name: string
  /** BCP 47: `fr-CA` or `en-CA`. */
  language: 'fr-CA' | 'en-CA'
  /** IANA name: `America/Toronto`. */
  timeZone: string
  clock: [number, number][]
  reactions: ReactionWord[]
  /** What it says instead of our words, where it is shown in its own language. */
  vocabulary: Vocabulary
  /** For who cannot enter; `null`: nobody is told. */
  contact: Contact | null
}

/**
 * named: her first name is told to who comes in · accompany: who facilitates may offer her a hand while she has not written · help_facts: what she
 * says of her equipment, her ease and her telephone is kept.
 */
export type ConsentKind = 'named' | 'accompany' | 'help_facts'

/** One thing that the viewer accepts or not. */
export interface ConsentView {
  kind: ConsentKind
  /** It holds now. */
  given: boolean
  /** When she accepted it the last time; `null`: never. */
  givenAt: string | null
  /** When she took that back; `null`: she did not. */
  withdrawnAt: string | null
}

/** `privacy.consents`, `privacy.setConsent`, `privacy.sayHelp`: each of them, in one order. `help`: what is kept by `help_facts`; `null`: nothing. */
export interface Consents {
  items: ConsentView[]
  help: HelpFacts | null
}

/** Whom to reach for who cannot enter, where the community says so: anybody reads it. By an address, a telephone number, or both. */
export interface Contact {
  /** First name, in most cases. */
  name: string | null
  email: string | null
  phone: string | null
}

/** `communities.current`: the community, and the viewer or `null` for a stranger. */
export interface CurrentView {
  community: CommunityView
  viewer: ViewerView | null
}

/** One of the viewer's own sessions. */
export interface DeviceView {
  id: string
  site: string | null
  signedInAt: string
  lastUsedAt: string
  current: boolean
}

/** easy: at ease with computers · depends: some help is welcome · call: rather by telephone. */
export type Ease = 'easy' | 'depends' | 'call'

/** What she says that she has; what is absent was not said. */
export interface Equipment {
  computer?: 'yes' | 'no' | 'unsure' | undefined
  microphone?: 'yes' | 'no' | 'unsure' | undefined
  camera?: 'yes' | 'no' | 'unsure' | undefined
  /** `yes`: good enough to see and hear · `no`: none of her own · `unsure`: it comes and goes. */
  connection?: 'yes' | 'no' | 'unsure' | undefined
}

export type ErrorCode = 'invalid' | 'unauthorized' | 'forbidden' | 'proof_needed' | 'not_found' | 'conflict' | 'rate_limited' | 'too_large' | 'unavailable' | 'internal'

/** One thing to mend in an input: the path in the input (`title`, `audience.groupId`) and why, as a key for the catalogue of texts. */
export interface FieldError {
  path: string
  /** `required` · `too_long` · `too_short` · `format` · `not_allowed` */
  reason: string
}

/** hello: she said hello · read: she opened somebody's experience · react: a gesture of hers stands somewhere. */
export type FirstStep = 'hello' | 'read' | 'react'

/** workplace, region, sector: may follow from what is true of a person · social, committee: by invitation. */
export type GroupKind = 'workplace' | 'region' | 'sector' | 'social' | 'committee'

/** `groups.list`: by name. */
export interface GroupList {
  items: GroupView[]
}

/** A group that the viewer may know of. */
export interface GroupView {
  id: string
  name: string
  kind: GroupKind
  /** Neither its name nor who is in it exists for others. */
  hidden: boolean
  /** The viewer is in it. */
  mine: boolean
  /** Who is in it was invited; in the others, who is in it follows from facts. */
  byInvitation: boolean
}

/** What helps somebody take part, as she says it. */
export interface HelpFacts {
  equipment: Equipment
  ease: Ease | null
  phone: string | null
}

/** One request at the desk. */
export interface HelpRequestView {
  /** Who asks. */
  name: string
  organisation: string | null
  /** She is not in yet. */
  pending: boolean
  id: string
  text: string
  /** Where she was, in words; `null`: she took it off. */
  place: string | null
  /** She would rather be called. */
  call: boolean
  phone: string | null
  askedAt: string
  /** Oldest first. */
  turns: HelpTurn[]
  /** `waiting`: the last word is hers · `answered` · `settled`: said so by who facilitates. */
  state: 'waiting' | 'answered' | 'settled'
}

/** What was said after the first words. */
export interface HelpTurn {
  id: string
  /** She who asked, or who facilitates. */
  by: 'facilitator' | 'asker'
  /** First name of who facilitates; `null` of her own words, and for who is told no names. */
  name: string | null
  text: string
  at: string
}

/** One of the viewer's own. */
export interface HelpView {
  /** There is an answer that she has not looked at. */
  unseen: boolean
  id: string
  text: string
  /** Where she was, in words; `null`: she took it off. */
  place: string | null
  /** She would rather be called. */
  call: boolean
  phone: string | null
  askedAt: string
  /** Oldest first. */
  turns: HelpTurn[]
  /** `waiting`: the last word is hers · `answered` · `settled`: said so by who facilitates. */
  state: 'waiting' | 'answered' | 'settled'
}

export type Inline = string | ['b' | 'i', ...Inline[]] | ['a', string, ...Inline[]] | ['br']

/** `token`: of the link `/c/<community>/join/i/<token>`, told this once; `null`: it goes by mail. */
export interface InvitationMade {
  invitation: InvitationView
  token: string | null
}

export interface InvitationView {
  id: string
  /** `null`: for whoever holds the link. */
  email: string | null
  by: string | null
  createdAt: string
  expiresAt: string
  status: 'open' | 'accepted' | 'expired' | 'withdrawn'
  /** Names, as far as the viewer may know them. */
  groups: string[]
  spaces: string[]
  can: {
    withdraw: boolean
  }
}

/** `joining.form`: what this community asks beside name, address and reason, in its order. */
export interface JoinForm {
  questions: {
    id: string
    label: string
    required: boolean
  }[]
}

/** A request, as who facilitates reads it. */
export interface JoinRequestView {
  id: string
  name: string
  email: string
  organisation: string | null
  role: string | null
  region: string | null
  reason: string
  answers: {
    question: string
    answer: string
  }[]
  equipment: Equipment
  ease: Ease | null
  phone: string | null
  status: 'waiting' | 'asked' | 'approved' | 'refused'
  askedAt: string
  exchange: RequestWords[]
  /** `by`: `null` where she is no member any more. */
  decided: {
    at: string
    by: string | null
  } | null
  /** What the address is here already; `null`: nothing. */
  standing: Standing | 'pending' | null
  can: {
    decide: boolean
  }
}

/** One message of the live stream: ids only, in the one order of things. */
export type LiveEvent = {
  seq: number
  space: string
  thread: string
  post: string
  own: boolean
  type: 'thread.created' | 'thread.pinned' | 'post.created' | 'post.edited' | 'post.withdrawn' | 'post.restored' | 'reaction.changed'
} | {
  type: 'notices.changed'
} | {
  type: 'charter.changed'
  seq: number
} | {
  type: 'ready'
  seq: number
} | {
  type: 'resync'
  seq: number
} | {
  type: 'ended'
}

export interface MailRhythms {
  /** What holds where nothing else was chosen. */
  general: {
    rhythm: Rhythm
    days: number[]
  }
  /** Mail waits until they are over; `null`: there are none. */
  quiet: QuietHours | null
  /** Spaces for which she chose otherwise. */
  spaces: {
    rhythm: Rhythm
    days: number[]
    space: string
  }[]
  /** IANA name of the community's clock. */
  timeZone: string
}

export interface MemberPlace {
  member: string
  organisation: string | null
  until: string | null
}

/** `losing`: so many members would lose what they read; then nothing was changed. 0: done. */
export interface MergeResult {
  losing: number
}

export type NodeTree = Block[]

/** What happened to one thing, or in one space, together. */
export interface NotificationView {
  id: string
  kind: 'help' | 'charter' | 'thread' | 'reply' | 'reaction' | 'membership'
  /** The last of it. */
  at: string
  read: boolean
  /** Replies or discussions since she last looked (of discussions 99 stands for more), persons who made a gesture, or 1. */
  count: number
  /** Of `reply` and `reaction`: the discussion; an empty title: its first message was taken back. */
  thread?: {
    id: string
    title: string
    space: string
  } | undefined
  /** Of `reaction`: the message. */
  post?: string | undefined
  /** Of `thread`: where they are, and the newest of them. */
  within?: {
    space: string
    name: string
    newest: {
      id: string
      title: string
    }[]
  } | undefined
  /** Of `help`: what she asked. */
  help?: string | undefined
  /** Of `charter`: the version to sign. */
  charter?: string | undefined
}

/** `joining.invitation`: what the holder of a link is told of it. */
export interface OpenInvitation {
  needsEmail: boolean
  expiresAt: string
}

/** `members.organisations`: where members may work, by name. */
export interface OrganisationList {
  items: {
    id: string
    name: string
  }[]
}

/** `help.own`: who would read what she asks, and what she has asked. */
export interface OwnHelp {
  /** Everybody who facilitates but herself; empty: nobody, or she is told no names. `availability`: in their own words. */
  readers: {
    name: string
    availability: string | null
  }[]
  /** She facilitates: what is asked is at the desk. */
  facilitates: boolean
  /** The newest first, 20 at most; none where a code has not confirmed who she is. */
  items: HelpView[]
}

/** `pivots.own`: the group that the viewer is the pivot of, and how many invitations she made for it; never who accepted. */
export interface OwnPivot {
  group: {
    id: string
    name: string
  }
  open: number
  accepted: number
}

/** `joining.request`: a request, as the person who asked reads it by the link in her mail. No name of anybody else. */
export interface OwnRequest {
  name: string
  status: 'waiting' | 'asked' | 'approved' | 'refused'
  ease: Ease | null
  askedAt: string
  exchange: RequestWords[]
  can: {
    answer: boolean
    retract: boolean
  }
}

export interface Page<Item> {
  items: Item[]
  cursor?: string | undefined
}

/** `passkeys.askToAdd`: what the browser is asked, a `PublicKeyCredentialCreationOptionsJSON`. The challenge serves once, within 5 minutes. */
export interface PasskeyCreation {
  rp: {
    id: string
    name: string
  }
  user: {
    id: string
    name: string
    displayName: string
  }
  challenge: string
  pubKeyCredParams: {
    type: 'public-key'
    alg: number
  }[]
  /** Milliseconds. */
  timeout: number
  /** She has these already. */
  excludeCredentials: {
    type: 'public-key'
    id: string
    transports: string[]
  }[]
  authenticatorSelection: {
    residentKey: 'required'
    requireResidentKey: true
    userVerification: 'required'
  }
  attestation: 'none'
}

export interface PasskeyList {
  items: PasskeyView[]
}

/** `passkeys.askToProve`, `passkeys.askToSignIn`: a `PublicKeyCredentialRequestOptionsJSON`. The challenge serves once, within 5 minutes. */
export interface PasskeyRequest {
  rpId: string
  challenge: string
  /** Milliseconds. */
  timeout: number
  /** Empty: whichever the person has for this server. */
  allowCredentials: {
    type: 'public-key'
    id: string
    transports: string[]
  }[]
  userVerification: 'required'
}

/** One of the viewer's own passkeys. */
export interface PasskeyView {
  id: string
  /** As she calls it: « Mon téléphone ». */
  name: string
  addedAt: string
  /** `null`: never yet. */
  usedAt: string | null
}

/** A member, as the facilitator finds her at the desk. */
export interface PersonView {
  memberId: string
  name: string
  organisation: {
    id: string
    name: string
  } | null
  facilitates: boolean
  /** The group that she is the pivot of, as far as the facilitator may know it: she invites people into it. */
  pivot: {
    id: string
    name: string
  } | null
  standing: Standing
  /** She is a member since then. */
  since: string
  /** Her membership ends then, or ended; `null`: it stays. */
  until: string | null
  ended: boolean
  /** When she can be reached, in her own words; `null`: she says nothing of it. */
  availability: string | null
  /** What she says of her equipment, her ease and her telephone; `null`: nothing, or she does not accept that it is kept. */
  help: HelpFacts | null
  /** Groups that she is in, as far as the facilitator may know them, by name. */
  groups: {
    id: string
    name: string
    byInvitation: boolean
  }[]
}

export interface PostSource {
  id: string
  title: string | null
  body: string
}

/** One text: the opening of a thread (same id as the thread) or a reply. */
export interface PostView {
  id: string
  threadId: string
  author: AuthorView
  createdAt: string
  /** When it was last changed; `null`: never. */
  editedAt: string | null
  /** When it was withdrawn: then `body` is empty, and a thin trace holds its place. */
  withdrawnAt: string | null
  body: NodeTree
  reactions: ReactionCount[]
  can: {
    edit: boolean
    withdraw: boolean
    react: boolean
    restore: boolean
  }
}

/** `members.profile`: what is said of the viewer. */
export interface Profile {
  /** Members see it beside what she writes. */
  name: string
  /** Who facilitates sets it. */
  organisation: string | null
  /** Whether members see it beside her name. Who facilitates sees it at the desk all the same. */
  organisationShown: boolean
  /** Follows from what she or her organisation said when they came in; stands beside no name. */
  region: string | null
  /** When she can be reached, in her own words: seen by who facilitates. */
  availability: string | null
  /** In which Cercle speaks to her, also by mail; `null`: that of the page around, and of the community. What members write stays as it is. */
  language: 'fr-CA' | 'en-CA' | null
}

export interface QuietHours {
  from: number
  until: number
}

/** One gesture under a text: how many people made it, and whether the viewer did. Only those with a count or a press are sent. */
export interface ReactionCount {
  key: string
  count: number
  mine: boolean
}

export interface ReactionState {
  postId: string
  reactions: ReactionCount[]
}

/** A short gesture in words that a community offers under a text, in its order. */
export interface ReactionWord {
  /** `thanks` · `recognise` · `answer`, or a key of the community's own. */
  key: string
  /** What the button says, in the language of the community: « Merci, ça m'a servi ». */
  label: string
}

/** A race of tabs within 10 s gives no new tokens and ends nothing: read the store again. */
export type Refreshed = {
  raced: false
  tokens: Tokens
} | {
  raced: true
}

/** One turn between who facilitates and who asks. */
export interface RequestWords {
  by: 'facilitator' | 'requester'
  text: string
  at: string
}

export interface RevisionList {
  items: RevisionView[]
}

/** `discussions.revisions`: earlier texts of a post that was edited, newest first; whoever reads the post may read them. */
export interface RevisionView {
  replacedAt: string
  title: string | null
  body: NodeTree
}

/** When mail tells of what happened: within minutes, once a day, on chosen days, or not at all. Never what was written. */
export type Rhythm = 'never' | 'days' | 'at_once' | 'daily'

/** `privacy.sayHelp`: as when one asks to come in. */
export interface SayHelp {
  equipment: Equipment
  ease: Ease | null
  phone: string | null
}

export interface SeenView {
  at: string
  name: string
  items: {
    space: {
      id: string
      slug: string
      name: string
      level: SpaceLevel
    }
    sees: boolean
    /** Names of the groups that open it to her, as far as the facilitator may know them. */
    through: string[]
  }[]
}

/** `privacy.setConsent`: repeated, it stands as it is. Taking `help_facts` back erases what was kept by it. */
export interface SetConsent {
  kind: ConsentKind
  given: boolean
  words: number
}

/** From where a frame was asked for, and when last. */
export interface SightingView {
  origin: string
  at: string
}

/**
 * `auth.signIns`: how coming in by a code went on the last seven days that are over, for the whole community. A try is all that was asked for one
 * address on one day. No name, no address, nobody to be found again.
 */
export interface SignIns {
  /** Codes that were asked for, to come in. */
  asked: number
  /** Tries that ended well. */
  entered: number
  /** Tries in which a code was given, and never a right one. */
  wrong: number
  /** Tries in which no code was given in time. */
  silent: number
  /** Tries with an address that opens nothing here. */
  unknown: number
  /** Tries to confirm something with a code, by who is in, and those that ended well. */
  proofs: number
  proved: number
}

/** One signature of the viewer. */
export interface SignatureView {
  id: string
  /** Which version she signed. */
  version: number
  signedAt: string
  /** When she took it back; `null`: it stands. */
  withdrawnAt: string | null
}

export interface SiteAsked {
  /** Goes to the page, and comes back in the assertion. Serves once. */
  nonce: string
  /** Stays in the frame: without it the answer opens nothing. */
  ticket: string
  /** 5 minutes from now. */
  expiresAt: string
}

export type SiteEntered = {
  known: true
  tokens: Tokens
} | {
  known: false
  /** For `auth.signIn`, within 30 minutes: a code says whose account it is, once. */
  link: string
  /** The address that the site told, to begin the form with; it opens nothing. */
  email: string | null
}

/** A key whose signature is taken. */
export interface SiteKeyView {
  /** RFC 7638: what the key is, whatever it is called. */
  thumbprint: string
  /** Its `kid`. */
  name: string | null
  algorithm: 'EdDSA' | 'ES256' | 'RS256'
  /** The key itself, a JWK as JSON: everybody may know it. */
  jwk: string
  addedAt: string
  /** It was replaced, and serves until then. */
  endsAt: string | null
}

export interface SiteList {
  items: SiteView[]
  /** Pages that asked for a frame in the last 30 days, the newest first; also those of no site, where none opened. */
  seen: SightingView[]
}

/** A partner's site, as the desk shows it. */
export interface SiteView {
  id: string
  name: string
  organisation: string | null
  origins: string[]
  signIn: {
    /** `iss` of its assertions. */
    issuer: string
    keysUrl: string | null
    /** Pasted ones; those published at `keysUrl` are read where they are. */
    keys: SiteKeyView[]
    /** Off: nobody enters by it, and nobody is in by it. */
    enabled: boolean
  } | null
}

/** public: anyone on the Internet · members: every active member · restricted: the audience only. */
export type SpaceLevel = 'public' | 'members' | 'restricted'

/** `spaces.list`: in the order chosen by the community. */
export interface SpaceList {
  items: SpaceView[]
}

/** A space as the viewer may see it; a space outside her rights is never in an answer. */
export interface SpaceView {
  id: string
  slug: string
  name: string
  level: SpaceLevel
  /** Days after which messages are erased; `null`: kept. */
  retentionDays: number | null
  /** How many members can read here. For `public`, the members; anyone else on the Internet comes on top. `null` for a stranger. */
  readers: number | null
  /** Names of the groups that make the audience of a restricted space, as far as the viewer may know them. */
  groups: string[]
  can: {
    /** May start a discussion and reply. */
    write: boolean
    /** May pin a discussion. */
    pin: boolean
  }
}

/** suspended: she neither enters nor reads until she is active again · removed: she left or had to. */
export type Standing = 'active' | 'suspended' | 'removed'

export type Term = 'community' | 'facilitator' | 'someone' | 'everybody' | 'discussions' | 'kind.question' | 'kinds.question' | 'compose.question' | 'kind.experience' | 'kinds.experience' | 'compose.experience' | 'kind.tool' | 'kinds.tool' | 'compose.tool' | 'kind.news' | 'kinds.news' | 'compose.news' | 'join' | 'desk'

export type ThreadKind = 'question' | 'experience' | 'tool' | 'news'

export interface ThreadPage {
  items: ThreadSummary[]
  cursor?: string | undefined
}

/** A line of the feed. */
export interface ThreadSummary {
  id: string
  space: {
    id: string
    slug: string
    name: string
    level: SpaceLevel
  }
  /** It is told to fewer than the space; `null`: to all who read there. */
  circle: CircleView | null
  kind: ThreadKind
  title: string
  /** The first words of the opening, without formatting, at most 240 code points. */
  excerpt: string
  author: AuthorView
  createdAt: string
  /** When the thread or its newest reply was written. */
  lastActivityAt: string
  replyCount: number
  pinned: boolean
  /** Something here was written since the viewer last opened it. `false` for strangers. */
  unread: boolean
  reactions: ReactionCount[]
}

/** A whole thread: its summary, the opening and the first page of replies, oldest first. */
export interface ThreadView {
  id: string
  space: {
    id: string
    slug: string
    name: string
    level: SpaceLevel
  }
  /** It is told to fewer than the space; `null`: to all who read there. */
  circle: CircleView | null
  kind: ThreadKind
  title: string
  /** The first words of the opening, without formatting, at most 240 code points. */
  excerpt: string
  author: AuthorView
  createdAt: string
  /** When the thread or its newest reply was written. */
  lastActivityAt: string
  replyCount: number
  pinned: boolean
  /** Something here was written since the viewer last opened it. `false` for strangers. */
  unread: boolean
  reactions: ReactionCount[]
  opening: PostView
  replies: {
    items: PostView[]
    cursor?: string | undefined
  }
  can: {
    reply: boolean
    pin: boolean
  }
}

/** Opaque secrets of one session. Both are replaced by each `auth.refresh`; presenting an old refresh token ends the session. */
export interface Tokens {
  access: string
  /** 10 minutes from now. */
  accessExpiresAt: string
  refresh: string
  /** 30 days from now, and never past 90 days after signing in; for the desk, 30 minutes and 12 hours. */
  refreshExpiresAt: string
  /** Opened by a partner's site, and no code confirmed it in the last 30 days: what is restricted stays closed until `auth.prove`. */
  limited?: true | undefined
}

/** How many she has not looked at; 99 stands for more. */
export interface UnreadCount {
  count: number
}

/** The person who calls, as she is told about herself. */
export interface ViewerView {
  memberId: string
  name: string
  organisation: string | null
  /** `pending`: asked to join, sees the public part only · `unsigned`: a member who sees no more until she signs `charter`. */
  status: 'active' | 'unsigned' | 'pending'
  facilitates: boolean
  /** Name of the group that she is the pivot of: she invites people into it; `null`: she is none. */
  pivot: string | null
  /** What she is asked to sign next: the charter of the community (then she is `unsigned`), or that of a space; `null`: nothing. */
  charter: AskedCharter | null
  /** Those of her first steps that she took; `null`: she passed, or was greeted long ago. */
  firstSteps: FirstStep[] | null
  /** In which Cercle speaks to her; `null`: that of the page around. */
  language: 'fr-CA' | 'en-CA' | null
}

export interface Vocabulary {
  community?: string | undefined
  facilitator?: string | undefined
  someone?: string | undefined
  everybody?: string | undefined
  discussions?: string | undefined
  'kind.question'?: string | undefined
  'kinds.question'?: string | undefined
  'compose.question'?: string | undefined
  'kind.experience'?: string | undefined
  'kinds.experience'?: string | undefined
  'compose.experience'?: string | undefined
  'kind.tool'?: string | undefined
  'kinds.tool'?: string | undefined
  'compose.tool'?: string | undefined
  'kind.news'?: string | undefined
  'kinds.news'?: string | undefined
  'compose.news'?: string | undefined
  join?: string | undefined
  desk?: string | undefined
}

/** `members.welcome`: for who is new, and whoever wants to hear it again. */
export interface Welcome {
  /** In the words of the community; `null`: it has none of its own. */
  greeting: string | null
  /** What the community wants to do together, in its order. */
  aims: string[]
  /** Names of those who facilitate; at most two. */
  hosts: string[]
  /** How many others are in her region; `null`: nobody is, or it is not known. */
  here: {
    region: string
    others: number
  } | null
  /** First names of some who accept to be named, at most three, and how many others are members; `null`: nobody does. */
  named: {
    names: string[]
    others: number
  } | null
}

export interface Withdrawal {
  id: string
  /** `true`: nothing stays where it stood. */
  gone: boolean
  /** Until when `discussions.restore` brings it back. */
  restorableUntil: string
}

// signed-exchange.d.ts

import { type Exchange, type Target } from './exchange.js';
/** Where access tokens come from. `createSession` makes one; a script on a server may bring its own. */
export interface TokenSource {
    /** The token to send, or `undefined` to call as a stranger. */
    get(): Promise<string | undefined>;
    /** Told once that the server refused `stale`. The call is repeated once with what this gives; `undefined`: the session is over. */
    renew(stale: string): Promise<string | undefined>;
    /**
     * A name of the session that stays through renewals and is the same for all who share it; no secret. `live` shares one stream by it.
     * Without it only those who hold the same token do.
     */
    session?(): Promise<string | undefined>;
}
export interface Credentials {
    /** In a frame of a partner’s page: the id of its site, a UUID that the frame’s document is told. Every token is bound to it. */
    site?: string | undefined;
    /** Absent: a stranger, who reads what is public by plain GETs that caches may keep. */
    token?: string | TokenSource | undefined;
}
/** With a token everything is a POST: neither a token nor what is asked for ever stands in an address. */
export declare function asCaller(target: Target, { site, token }: Credentials): Exchange;

// spaces/member-spaces-client.d.ts

import type { AudienceView, MergeResult, SeenView, SpaceList, SpaceView } from '../server-types.js';
import type { Call, CallOptions } from '../transport.js';
import { type SpacesClient } from './spaces-client.js';
/** Fewer than all who read a space: any of these groups, any of these members, and the author. At most 10 of each. */
export interface SmallerAudience {
    /** Ids of groups. */
    groups?: string[] | undefined;
    /** Ids of members. */
    members?: string[] | undefined;
}
/** What is about to be sent: a text in a space (by slug), perhaps to fewer than all; or an answer in a discussion. */
export type AudienceQuestion = ({
    space: string;
} & SmallerAudience) | {
    thread: string;
};
export interface SpaceSplit {
    /** Slug of the space of which a part becomes a space of its own, inside it. */
    space: string;
    /** 1 to 63 lower-case letters, digits and hyphens. */
    slug: string;
    name: string;
    /** Ids of the groups that read it; none: all who read the space around it. */
    groups?: string[] | undefined;
    /** Ids of the discussions that move; they keep their ids. At most 500. */
    threads?: string[] | undefined;
    /** From `newId()`. Absent: one is made for this call. */
    id?: string | undefined;
}
/** All but `list` need a session; may reject with `unauthorized`, `forbidden`, `not_found` (absent, or not for this viewer) and `invalid`. */
export interface MemberSpacesClient extends SpacesClient {
    /** Who will read what the viewer is about to send: how many, by which groups, and by name where names are told. */
    audience(question: AudienceQuestion, options?: CallOptions): Promise<AudienceView>;
    /** For facilitators. `conflict`: the slug or the id is taken. */
    split(split: SpaceSplit, options?: CallOptions): Promise<SpaceView>;
    /** For facilitators. Slugs. `losing` above 0: so many members would lose what they read, and nothing was changed. */
    merge(merge: {
        space: string;
        into: string;
    }, options?: CallOptions): Promise<MergeResult>;
    /** For facilitators. Its slug stays, and so do its links. */
    rename(change: {
        space: string;
        name: string;
    }, options?: CallOptions): Promise<SpaceView>;
    /** For facilitators: slugs of every space that `list` gives her, in the order wanted. `conflict`: they are not those of now. */
    arrange(wanted: {
        order: string[];
    }, options?: CallOptions): Promise<SpaceList>;
    /** For facilitators: what a member sees of what she reads herself. The member finds it in her journal. */
    seenBy(seen: {
        member: string;
    }, options?: CallOptions): Promise<SeenView>;
}
export declare const memberSpacesClient: (call: Call) => MemberSpacesClient;

// spaces/spaces-client.d.ts

import type { SpaceList } from '../server-types.js';
import type { Call, CallOptions } from '../transport.js';
export interface SpacesClient {
    /** The spaces that the viewer may read, in the order chosen by the community. All at once: a community has few. */
    list(options?: CallOptions): Promise<SpaceList>;
}
export declare const spacesClient: (call: Call) => SpacesClient;

// transport.d.ts

import type { Exchange, Mode } from './exchange.js';
export interface CallOptions {
    /** Gives up this call alone, with the code `aborted`; others of the same request go on. `AbortSignal.timeout(ms)` sets a limit in time. */
    signal?: AbortSignal | undefined;
}
/** Calls a procedure. Rejects with `CercleClientError` only. */
export type Call = <Out>(path: string, input?: unknown, options?: CallOptions, mode?: Mode) => Promise<Out>;
/** Waits, in ms. */
export type Sleep = (ms: number) => Promise<unknown>;
export declare const pause: Sleep;
/** Gathers the reads of a tick into requests, sends writes alone, repeats what may pass. The feature clients only name procedures on it. */
export declare function connect(exchange: Exchange, sleep?: Sleep): Call;

// trpc.d.ts

import { type TRPCLink } from '@trpc/client';
import type { AnyRouter } from '@trpc/server';
import { CercleClientError } from './errors.js';
import type { Target } from './exchange.js';
import type { Credentials } from './signed-exchange.js';
export type { AppRouter } from './app-router.js';
/**
 * The terminating link for those who prefer `@trpc/client`: `createTRPCClient<AppRouter>({ links: [cercleLink(options)] })`.
 *
 * It speaks to a Cercle server as `createCercle` does: a stranger's queries are GETs without headers, anything with a token is a POST,
 * reads are batched by ten, writes go alone, and a refused token is renewed once. It repeats nothing else: put a `retryLink` before it if
 * you want that, for calls that name their id or set a state only. Errors are `TRPCClientError`; `asCercleError` translates them.
 */
export declare function cercleLink<Router extends AnyRouter>({ server, community, fetch, site, token, }: Target & Credentials): TRPCLink<Router>;
/** The same error as the calls of `createCercle` reject with, from whatever a call of `@trpc/client` rejected with. */
export declare function asCercleError(error: unknown): CercleClientError;
