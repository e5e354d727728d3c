import { Queued } from './queued.ts'

if (!customElements.get('cercle-queued')) customElements.define('cercle-queued', Queued)

declare global {
  interface HTMLElementTagNameMap {
    'cercle-queued': Queued
  }
}
