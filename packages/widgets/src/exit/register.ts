import { Exit } from './exit.ts'

if (!customElements.get('cercle-exit')) customElements.define('cercle-exit', Exit)

declare global {
  interface HTMLElementTagNameMap {
    'cercle-exit': Exit
  }
}
