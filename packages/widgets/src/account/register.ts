import { AccountView } from './account.ts'
import { SignIn } from './sign-in.ts'

if (!customElements.get('cercle-account-view')) customElements.define('cercle-account-view', AccountView)
if (!customElements.get('cercle-sign-in')) customElements.define('cercle-sign-in', SignIn)

declare global {
  interface HTMLElementTagNameMap {
    'cercle-account-view': AccountView
    'cercle-sign-in': SignIn
  }
}
