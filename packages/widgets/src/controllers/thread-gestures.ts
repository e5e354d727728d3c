import type { ReactiveElement } from 'lit'
import type { Cercle, CercleClientError, PostView, RevisionView } from '@cercle/sdk'
import type { MemberKey } from '../locales/member.fr.ts'
import { Send } from './send.ts'
import { ThreadReactions } from './thread-reactions.ts'
import { ThreadWithdrawal } from './thread-withdrawal.ts'

/** What became of a text. `title`: of the discussion it opens. `gone`: nothing of it stays, or will stay. */
export interface PostChange {
  post: PostView
  title?: string | undefined
  gone?: boolean | undefined
}

/** A gesture that is under way on a text. */
export interface PostHold {
  id: string
  until: Promise<unknown>
}

/**
 * What is done with one text of a discussion, and in which words its host tells of it. Tells the discussion by `cercle-post-held`,
 * `cercle-post-changed` and `cercle-post-over`.
 */
export class ThreadGestures {
  readonly reactions: ThreadReactions
  readonly withdrawal: ThreadWithdrawal
  /** The texts that stood here before, newest first, while they are shown. */
  versions: readonly RevisionView[] | undefined
  /** What was not done, as a sentence. */
  failed: MemberKey | undefined
  /** Why not. */
  failure: CercleClientError['code'] | undefined
  /** What was done, for who does not see it. */
  said: MemberKey | undefined
  readonly #host: ReactiveElement & { client: Cercle | undefined; post: PostView | undefined }
  readonly #send: Send

  constructor(host: ReactiveElement & { client: Cercle | undefined; post: PostView | undefined }) {
    this.#host = host
    this.#send = new Send(host)
    this.reactions = new ThreadReactions(host, (reactions) => this.change({ post: { ...this.#post, reactions } }))
    this.withdrawal = new ThreadWithdrawal(host, (gone) => this.#tell('cercle-post-over', { post: this.#post, gone }))
  }

  get #post(): PostView {
    return this.#host.post!
  }

  get #discussions(): Cercle['discussions'] {
    return this.#host.client!.discussions
  }

  /** What was said of the gesture before is of the past. */
  begin(said?: MemberKey): void {
    this.failed = this.failure = undefined
    this.said = said
    this.#host.requestUpdate()
  }

  change(change: PostChange): void {
    this.#host.post = change.post
    this.#tell('cercle-post-changed', change)
  }

  async react(key: string): Promise<void> {
    this.begin()
    await this.reactions.toggle(this.#host.client!, this.#post.id, key)
    if (this.reactions.failure) this.#fail('post.reactFailed', this.reactions.failure)
  }

  /** `true` when it is withdrawn. */
  async withdraw(): Promise<boolean> {
    this.begin()
    const post = this.#post
    const withdrawal = await this.#hold(this.#send.run((options) => this.#discussions.withdraw({ id: post.id }, options)))
    if (!withdrawal) return this.#fail('post.withdrawFailed')
    this.versions = undefined
    this.withdrawal.begin(withdrawal)
    this.change({ post: { ...post, withdrawnAt: new Date().toISOString(), body: [] }, gone: withdrawal.gone })
    return true
  }

  /** `true` when it is back. */
  async restore(): Promise<boolean> {
    this.begin()
    const post = await this.#hold(this.#send.run((options) => this.#discussions.restore({ id: this.#post.id }, options)))
    if (!post)
      return this.#send.failure?.code === 'conflict'
        ? this.#fail('post.restoreLate', 'aborted')
        : this.#fail('post.restoreFailed')
    this.withdrawal.clear()
    this.begin('post.restored')
    this.change({ post })
    return true
  }

  async toggleVersions(): Promise<void> {
    this.begin()
    if (this.versions) return void (this.versions = undefined)
    const list = await this.#send.run((options) => this.#discussions.revisions({ id: this.#post.id }, options))
    if (!list) return void this.#fail('post.versionsFailed')
    this.versions = list.items
    this.#host.requestUpdate()
  }

  #fail(failed: MemberKey, failure = this.#send.failure?.code): false {
    this.failed = failed
    this.failure = failure
    this.#host.requestUpdate()
    return false
  }

  /** What is heard of the text meanwhile may be older, or come of this very gesture. */
  #hold<Answer>(until: Promise<Answer>): Promise<Answer> {
    this.#tell('cercle-post-held', { id: this.#post.id, until })
    return until
  }

  #tell(type: string, detail: PostChange | PostHold): void {
    this.#host.dispatchEvent(new CustomEvent(type, { detail }))
  }
}
