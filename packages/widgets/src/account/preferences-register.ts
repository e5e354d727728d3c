import { PreferencesView } from './preferences.ts'

if (!customElements.get('cercle-preferences')) customElements.define('cercle-preferences', PreferencesView)

declare global {
  interface HTMLElementTagNameMap {
    'cercle-preferences': PreferencesView
  }
}
