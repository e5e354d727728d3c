import type { Cercle, CercleClientError, SiteEntered } from '@cercle/sdk'
import type { FrameMessage } from './protocol.ts'

/** How long the site of the page has to say who its visitor is, ms; then there is the form, as always. */
const PATIENCE = 8000

/** What came of it: entered, or not known yet; `refused`: the site answered, and its word was not taken; `undefined`: it says nothing. */
export type WordOutcome = SiteEntered | 'refused' | undefined

export interface WordOptions {
  client: Cercle
  /** Exact origin of the page. */
  origin: string
  tell(message: FrameMessage): void
  patience?: number
}

/** Asks the site of the page who its visitor is. The nonce goes there, the ticket stays here. */
export class SiteWord {
  readonly #options: WordOptions
  #heard: ((word: string | undefined) => void) | undefined

  constructor(options: WordOptions) {
    this.#options = options
  }

  /** The host passes on what the site answered. */
  hear(word: string | undefined): void {
    this.#heard?.(word)
  }

  async ask(): Promise<WordOutcome> {
    const { client, origin, tell, patience = PATIENCE } = this.#options
    try {
      const { nonce, ticket } = await client.auth.askSite({ origin })
      const answer = new Promise<string | undefined>((heard) => {
        this.#heard = heard
        setTimeout(heard, patience)
      })
      tell({ type: 'ask-word', nonce })
      const assertion = await answer
      return assertion ? await client.auth.enterBySite({ ticket, assertion }) : undefined
    } catch (error) {
      // out of reach: the form says so itself
      return (error as CercleClientError).code === 'invalid' ? 'refused' : undefined
    }
  }
}
