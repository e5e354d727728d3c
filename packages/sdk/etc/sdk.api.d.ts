// auth/auth-client.d.ts

import type { CodeRequested, DeviceView, Refreshed, Tokens } from '@cercle/server';
import type { Call, CallOptions } from '../transport.ts';
export interface SignInAttempt {
    /** From `requestCode`. */
    loginId: string;
    /** Eight digits; spaces anywhere are forgiven. */
    code: string;
    /** The person said that the device is hers: the session outlives the browser. */
    keep?: boolean | undefined;
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
}
export declare const authClient: (call: Call) => AuthClient;

// auth/session.d.ts

import type { Refreshed, Tokens } from '@cercle/server';
import type { TokenSource } from '../signed-exchange.ts';
import { type Sleep } from '../transport.ts';
/** Where tokens lie between two calls. Neither function may reject: a browser that refuses storage means a store in memory. */
export interface SessionStore {
    read(): Promise<Tokens | undefined>;
    /** `undefined` erases. */
    write(tokens: Tokens | undefined): Promise<void>;
}
/** Forgets with the page, or with the process. */
export declare function memoryStore(tokens?: Tokens): SessionStore;
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
}
export declare function createSession({ store, refresh, lock, onEnded, now, sleep, }: SessionOptions): Session;

// client.d.ts

import { type AuthClient } from './auth/auth-client.ts';
import { type CommunitiesClient } from './communities/communities-client.ts';
import { type DiscussionsClient } from './discussions/discussions-client.ts';
import { type SpacesClient } from './spaces/spaces-client.ts';
import type { Target } from './exchange.ts';
import { type Credentials } from './signed-exchange.ts';
import { type Sleep } from './transport.ts';
/** A community, as one caller may see it. Calls made in the same tick travel in one request; every failure is a `CercleClientError`. */
export interface Cercle {
    communities: CommunitiesClient;
    spaces: SpacesClient;
    discussions: DiscussionsClient;
    auth: AuthClient;
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

import type { CurrentView } from '@cercle/server';
import type { Call, CallOptions } from '../transport.ts';
export interface CommunitiesClient {
    /** The community, and who calls: `viewer` is `null` for a stranger. */
    current(options?: CallOptions): Promise<CurrentView>;
}
export declare const communitiesClient: (call: Call) => CommunitiesClient;

// discussions/discussions-client.d.ts

import type { PostSource, PostView, ReactionState, ThreadKind, ThreadView, Withdrawal } from '@cercle/server';
import type { Call, CallOptions } from '../transport.ts';
import { type DiscussionsReading, type PostId } from './discussions-reading.ts';
export interface NewThread {
    /** Slug of the space. */
    space: string;
    kind: ThreadKind;
    /** 1 to 160 code points, without line breaks. */
    title: string;
    /** Markdown, 1 to 20,000 code points: paragraphs, strong, emphasis, lists, links, line breaks. */
    body: string;
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

import type { RevisionList, ThreadKind, ThreadSummary, ThreadView } from '@cercle/server';
import { type PagedList } from '../paged-list.ts';
import type { Call, CallOptions } from '../transport.ts';
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

import type { ErrorCode, FieldError } from '@cercle/server';
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

import { CercleClientError } from './errors.ts';
/**
 * `read`: a query. `write`: a mutation that names its id or sets a state, so that sending it twice changes nothing.
 * `once`: a call about signing in, which travels without a token and is never repeated.
 */
export type Mode = 'read' | 'write' | 'once';
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
export declare const inputOf: (questions: Question[]) => string;
/** `query` comes after `?batch=1`. Rejects with `offline` when no whole answer came. */
export declare function request(target: Target, questions: Question[], query: string, init: RequestInit): Promise<Outcome[]>;
/** A stranger's queries: GETs without any header of ours, so that they need no preflight and caches may serve the crowd. */
export declare const asStranger: (target: Target) => Exchange;

// ids.d.ts

/**
 * A new UUID version 7: the millisecond it was made in, then 74 random bits. Make one before a send and keep it with the draft:
 * sending again with the same id can never write twice.
 *
 * Works in pages on plain `http` too, where `crypto.randomUUID` does not exist.
 */
export declare function newId(): string;

// index.d.ts

export { createCercle, type Cercle, type CercleOptions } from './client.ts';
export { createReader, type CercleReader } from './reader.ts';
export type { Target } from './exchange.ts';
export type { Credentials, TokenSource } from './signed-exchange.ts';
export type { CallOptions, Sleep } from './transport.ts';
export { CercleClientError, type ClientErrorCode, type ClientErrorDetails } from './errors.ts';
export { newId } from './ids.ts';
export type { PagedList } from './paged-list.ts';
export { createSession, memoryStore, type Session, type SessionOptions, type SessionStore } from './auth/session.ts';
export type { AuthClient, SignInAttempt } from './auth/auth-client.ts';
export type { CommunitiesClient } from './communities/communities-client.ts';
export type { SpacesClient } from './spaces/spaces-client.ts';
export type { DiscussionsReading, PostId, ThreadFilter, ThreadQuery } from './discussions/discussions-reading.ts';
export type { DiscussionsClient, NewReply, NewThread, PostEdit, Reaction, ThreadPin } from './discussions/discussions-client.ts';
export type { AuthorView, Block, CodeRequested, CommunityView, CurrentView, DeviceView, ErrorCode, FieldError, Inline, NodeTree, Page, PostSource, PostView, ReactionCount, ReactionState, ReactionWord, Refreshed, RevisionList, RevisionView, SpaceLevel, SpaceList, SpaceView, ThreadKind, ThreadPage, ThreadSummary, ThreadView, Tokens, ViewerView, Withdrawal, } from '@cercle/server';

// paged-list.d.ts

import type { Page } from '@cercle/server';
/** A list that comes in pages. Nothing is asked of the server until it is iterated or `page` is called. */
export interface PagedList<Item> extends AsyncIterable<Item> {
    /** One page: the first, or the one that `cursor` of the page before points to. `cursor` is absent on the last. */
    page(cursor?: string): Promise<Page<Item>>;
}
export declare const pagedList: <Item>(page: (cursor?: string) => Promise<Page<Item>>) => PagedList<Item>;

// reader.d.ts

import { type CommunitiesClient } from './communities/communities-client.ts';
import { type DiscussionsReading } from './discussions/discussions-reading.ts';
import { type SpacesClient } from './spaces/spaces-client.ts';
import { type Target } from './exchange.ts';
/** The part of `Cercle` that a page needs to show a community to strangers. */
export interface CercleReader {
    communities: CommunitiesClient;
    spaces: SpacesClient;
    discussions: DiscussionsReading;
}
/** As `createCercle`, with reading alone: the lightest client for pages that anybody opens. */
export declare function createReader(target: Target): CercleReader;

// signed-exchange.d.ts

import { type Exchange, type Target } from './exchange.ts';
/** Where access tokens come from. `createSession` makes one; a script on a server may bring its own. */
export interface TokenSource {
    /** The token to send, or `undefined` to call as a stranger. */
    get(): Promise<string | undefined>;
    /** Told once that the server refused `stale`. The call is repeated once with what this gives; `undefined`: the session is over. */
    renew(stale: string): Promise<string | undefined>;
}
export interface Credentials {
    /** In a frame of a partner’s page: the id of its site, a UUID that the frame’s document is told. Every token is bound to it. */
    site?: string | undefined;
    /** Absent: a stranger, who reads what is public by plain GETs that caches may keep. */
    token?: string | TokenSource | undefined;
}
/** With a token everything is a POST: neither a token nor what is asked for ever stands in an address. */
export declare function asCaller(target: Target, { site, token }: Credentials): Exchange;

// spaces/spaces-client.d.ts

import type { SpaceList } from '@cercle/server';
import type { Call, CallOptions } from '../transport.ts';
export interface SpacesClient {
    /** The spaces that the viewer may read, in the order chosen by the community. All at once: a community has few. */
    list(options?: CallOptions): Promise<SpaceList>;
}
export declare const spacesClient: (call: Call) => SpacesClient;

// transport.d.ts

import type { Exchange, Mode } from './exchange.ts';
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
