import { Reach } from './reach.ts'

if (!customElements.get('cercle-reach')) customElements.define('cercle-reach', Reach)

declare global {
  interface HTMLElementTagNameMap {
    'cercle-reach': Reach
  }
}
