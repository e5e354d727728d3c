import { DeskInvitations } from '../desk/invitations.ts'
import { DeskProof } from '../desk/proof.ts'
import { OwnInvitations } from './own-invitations.ts'

// of the desk she needs these two
const elements = {
  'cercle-own-invitations': OwnInvitations,
  'cercle-desk-invitations': DeskInvitations,
  'cercle-desk-proof': DeskProof,
}
for (const [tag, element] of Object.entries(elements)) if (!customElements.get(tag)) customElements.define(tag, element)

declare global {
  interface HTMLElementTagNameMap {
    'cercle-own-invitations': OwnInvitations
  }
}
