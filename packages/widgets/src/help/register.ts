import { HelpLine } from './help-line.ts'

if (!customElements.get('cercle-help')) customElements.define('cercle-help', HelpLine)

declare global {
  interface HTMLElementTagNameMap {
    'cercle-help': HelpLine
  }
}
