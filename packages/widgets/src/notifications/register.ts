import { MailRhythmsView } from './mail-rhythms.ts'
import { Notices } from './notices.ts'

if (!customElements.get('cercle-notices')) customElements.define('cercle-notices', Notices)
if (!customElements.get('cercle-mail-rhythms')) customElements.define('cercle-mail-rhythms', MailRhythmsView)

declare global {
  interface HTMLElementTagNameMap {
    'cercle-notices': Notices
    'cercle-mail-rhythms': MailRhythmsView
  }
}
