import { HelpFactsView } from './help-facts.ts'

if (!customElements.get('cercle-help-facts')) customElements.define('cercle-help-facts', HelpFactsView)

declare global {
  interface HTMLElementTagNameMap {
    'cercle-help-facts': HelpFactsView
  }
}
