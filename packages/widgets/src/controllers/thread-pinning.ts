import type { ReactiveElement } from 'lit'
import type { Cercle, ThreadView } from '@cercle/sdk'
import type { MemberKey } from '../locales/member.fr.ts'
import type { Translate } from '../locales/texts.ts'
import { pin } from '../primitives/icons.ts'
import { Send } from './send.ts'

/** Keeps a discussion at the top of its space, or no longer, for a host that tells of it. */
export class ThreadPinning {
  readonly send: Send
  readonly #host: ReactiveElement & { client: Cercle | undefined }
  readonly #done: (pinned: boolean) => void

  constructor(host: ReactiveElement & { client: Cercle | undefined }, done: (pinned: boolean) => void) {
    this.#host = host
    this.#done = done
    this.send = new Send(host)
  }

  gesture({ id, pinned }: ThreadView, t: Translate<MemberKey>): { icon: string; words: string; act: () => void } {
    const act = async (): Promise<void> => {
      const { discussions } = this.#host.client!
      const answer = await this.send.run((options) => discussions.pin({ id, pinned: !pinned }, options))
      if (answer) this.#done(answer.pinned)
    }
    return { icon: pin, words: t(pinned ? 'post.unpin' : 'post.pin'), act: () => void act() }
  }
}
