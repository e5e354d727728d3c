import type { ReactiveControllerHost } from 'lit'
import type { Cercle, CercleClientError, CodeRequested, Tokens } from '@cercle/sdk'
import type { MemberKey } from '../locales/member.fr.ts'

/** How long a code is good, in ms, and how often it may be tried. */
const GOOD_FOR = 15 * 60_000
const TRIES = 5

/** What went wrong, as a sentence, beside which field, and how many minutes to wait where it says so. */
export interface SignInFailure {
  field: 'email' | 'code'
  sentence: MemberKey
  minutes: number
}

/** « in•••@lumen.example »: enough to see a mistake, not enough for who looks over a shoulder. */
export function maskedAddress(email: string): string {
  const at = email.lastIndexOf('@')
  const name = Array.from(email.slice(0, at))
  return `${name.slice(0, name.length > 2 ? 2 : 1).join('')}•••${email.slice(at)}`
}

/** « 4820 1357 », whatever was typed or pasted. */
export function codeInPairs(typed: string): string {
  const digits = typed.replace(/\D/g, '').slice(0, 8)
  return digits.length > 4 ? `${digits.slice(0, 4)} ${digits.slice(4)}` : digits
}

/** The two steps of entering with a code. The same words for known and unknown addresses; why a code does not work is told from here. */
export class AccountSignIn {
  step: 'email' | 'code' = 'email'
  email = ''
  code = ''
  isBusy = false
  /** A code was asked for once more. */
  isResent = false
  failure: SignInFailure | undefined
  readonly #host: ReactiveControllerHost & { client: Cercle | undefined }
  protected loginId = ''
  #askedAt = 0
  #tries = 0

  constructor(host: ReactiveControllerHost & { client: Cercle | undefined }) {
    this.#host = host
  }

  fail(field: SignInFailure['field'], sentence: MemberKey, minutes = 0): void {
    this.failure = { field, sentence, minutes }
    this.#host.requestUpdate()
  }

  /** Asks for a code for `email`, the first or one more; `true` when it was asked for. */
  async ask(): Promise<boolean> {
    const field = this.step
    const asked = await this.call(field, (client) => this.request(client))
    if (!asked) return false
    this.isResent = field === 'code'
    Object.assign(this, { step: 'code', code: '' })
    this.loginId = asked.loginId
    this.#askedAt = Date.now()
    this.#tries = 0
    this.#host.requestUpdate()
    return true
  }

  protected request(client: Cercle): Promise<CodeRequested> {
    return client.auth.requestCode({ email: this.email })
  }

  /** `link`: what a partner's site said of her, to be told apart from now on. */
  async enter(keep: boolean, desk = false, link?: string): Promise<Tokens | undefined> {
    this.isResent = false
    return this.call('code', (client) =>
      client.auth.signIn({ loginId: this.loginId, code: this.code, keep, ...(desk && { desk }), ...(link && { link }) }),
    )
  }

  /** Another address. */
  back(): void {
    Object.assign(this, { step: 'email', code: '', failure: undefined, isResent: false })
    this.#host.requestUpdate()
  }

  protected async call<Answer>(
    field: SignInFailure['field'],
    call: (client: Cercle) => Promise<Answer>,
  ): Promise<Answer | undefined> {
    const { client } = this.#host
    if (!client || this.isBusy) return undefined
    this.isBusy = true
    this.failure = undefined
    this.#host.requestUpdate()
    try {
      return await call(client)
    } catch (error) {
      this.#explain(field, error as CercleClientError)
      return undefined
    } finally {
      this.isBusy = false
      this.#host.requestUpdate()
    }
  }

  #explain(field: SignInFailure['field'], { code, retryAfter, fields }: CercleClientError): void {
    if (code === 'rate_limited') return this.fail(field, 'signIn.limited', Math.max(1, Math.ceil((retryAfter ?? 60) / 60)))
    if (code === 'invalid' && fields.some(({ path }) => path === 'code')) return this.fail('code', this.#whyNot())
    if (code === 'invalid') return this.fail(field, field === 'email' ? 'signIn.badEmail' : 'signIn.badCode')
    const sentence = code === 'offline' || code === 'aborted' ? 'offline' : code === 'unavailable' ? 'busy' : 'internal'
    this.fail(field, `signIn.${sentence}`)
  }

  /** The server gives one answer for wrong, used and old codes; what this form knows of itself tells the likely reason. */
  #whyNot(): MemberKey {
    this.#tries += 1
    if (Date.now() - this.#askedAt > GOOD_FOR) return 'signIn.old'
    return this.#tries >= TRIES ? 'signIn.tries' : 'signIn.wrong'
  }
}
