import { AccountView } from './account.ts'
import { MoreSpaces } from './more-spaces.ts'
import { SignIn } from './sign-in.ts'

if (!customElements.get('cercle-account-view')) customElements.define('cercle-account-view', AccountView)
if (!customElements.get('cercle-sign-in')) customElements.define('cercle-sign-in', SignIn)
if (!customElements.get('cercle-more-spaces')) customElements.define('cercle-more-spaces', MoreSpaces)

declare global {
  interface HTMLElementTagNameMap {
    'cercle-account-view': AccountView
    'cercle-sign-in': SignIn
    'cercle-more-spaces': MoreSpaces
  }
}
