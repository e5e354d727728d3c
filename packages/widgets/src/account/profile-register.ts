import { ProfileView } from './profile.ts'

if (!customElements.get('cercle-profile')) customElements.define('cercle-profile', ProfileView)

declare global {
  interface HTMLElementTagNameMap {
    'cercle-profile': ProfileView
  }
}
