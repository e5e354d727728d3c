import { Sight } from './sight.ts'

if (!customElements.get('cercle-sight')) customElements.define('cercle-sight', Sight)

declare global {
  interface HTMLElementTagNameMap {
    'cercle-sight': Sight
  }
}
