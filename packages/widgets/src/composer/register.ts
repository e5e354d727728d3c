import { Audience } from './audience.ts'
import { Composer } from './composer.ts'
import { Edit } from './edit.ts'
import { Reply } from './reply.ts'

if (!customElements.get('cercle-audience')) customElements.define('cercle-audience', Audience)
if (!customElements.get('cercle-composer')) customElements.define('cercle-composer', Composer)
if (!customElements.get('cercle-reply')) customElements.define('cercle-reply', Reply)
if (!customElements.get('cercle-edit')) customElements.define('cercle-edit', Edit)

declare global {
  interface HTMLElementTagNameMap {
    'cercle-audience': Audience
    'cercle-composer': Composer
    'cercle-reply': Reply
    'cercle-edit': Edit
  }
}
