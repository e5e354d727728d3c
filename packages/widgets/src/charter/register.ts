import { CharterProofSheet } from './charter-proof.ts'
import { Charter } from './charter.ts'
import { Charters } from './charters.ts'

if (!customElements.get('cercle-charter')) customElements.define('cercle-charter', Charter)
if (!customElements.get('cercle-charters')) customElements.define('cercle-charters', Charters)
if (!customElements.get('cercle-charter-proof')) customElements.define('cercle-charter-proof', CharterProofSheet)

declare global {
  interface HTMLElementTagNameMap {
    'cercle-charter': Charter
    'cercle-charters': Charters
    'cercle-charter-proof': CharterProofSheet
  }
}
