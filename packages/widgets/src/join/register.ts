import { JoinView } from './join.ts'

if (!customElements.get('cercle-join-view')) customElements.define('cercle-join-view', JoinView)

declare global {
  interface HTMLElementTagNameMap {
    'cercle-join-view': JoinView
  }
}
