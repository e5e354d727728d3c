import { JoinForm } from './form.ts'

if (!customElements.get('cercle-join-form')) customElements.define('cercle-join-form', JoinForm)

declare global {
  interface HTMLElementTagNameMap {
    'cercle-join-form': JoinForm
  }
}
