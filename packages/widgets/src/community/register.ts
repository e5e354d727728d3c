import '../feed/register.ts'
import { CommunityView } from './community.ts'

if (!customElements.get('cercle-community-view')) customElements.define('cercle-community-view', CommunityView)

declare global {
  interface HTMLElementTagNameMap {
    'cercle-community-view': CommunityView
  }
}
