import { EquipmentTrial } from './trial.ts'

if (!customElements.get('cercle-equipment-trial')) customElements.define('cercle-equipment-trial', EquipmentTrial)

declare global {
  interface HTMLElementTagNameMap {
    'cercle-equipment-trial': EquipmentTrial
  }
}
