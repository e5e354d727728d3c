import type { Cercle, CodeRequested } from '@cercle/sdk'
import { AccountSignIn } from './account-sign-in.ts'

/** The code that a step wants of who is signed in already: no address to type, and the session goes on. */
export class AccountProof extends AccountSignIn {
  protected override request(client: Cercle): Promise<CodeRequested> {
    return client.auth.requestProof()
  }

  /** `true`: the code was right. */
  async prove(): Promise<boolean> {
    this.isResent = false
    const done = await this.call('code', (client) => client.auth.prove({ loginId: this.loginId, code: this.code }))
    return done !== undefined
  }
}
