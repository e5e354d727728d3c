import { JoinPreview } from './preview.ts'

if (!customElements.get('cercle-join-preview')) customElements.define('cercle-join-preview', JoinPreview)

declare global {
  interface HTMLElementTagNameMap {
    'cercle-join-preview': JoinPreview
  }
}
