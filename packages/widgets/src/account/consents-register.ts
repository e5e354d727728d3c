import { ConsentsView } from './consents.ts'
import './help-facts-register.ts'

if (!customElements.get('cercle-consents')) customElements.define('cercle-consents', ConsentsView)

declare global {
  interface HTMLElementTagNameMap {
    'cercle-consents': ConsentsView
  }
}
