import { HelpExchange } from './help-exchange.ts'
import { HelpScreen } from './help-screen.ts'

if (!customElements.get('cercle-help-exchange')) customElements.define('cercle-help-exchange', HelpExchange)
if (!customElements.get('cercle-help-screen')) customElements.define('cercle-help-screen', HelpScreen)

declare global {
  interface HTMLElementTagNameMap {
    'cercle-help-exchange': HelpExchange
    'cercle-help-screen': HelpScreen
  }
}
