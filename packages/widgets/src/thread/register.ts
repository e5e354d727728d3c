import { Post } from './post.ts'
import { Thread } from './thread.ts'

Thread.fetchWriting = () => import('../composer/register.ts')
if (!customElements.get('cercle-post')) customElements.define('cercle-post', Post)
if (!customElements.get('cercle-thread')) customElements.define('cercle-thread', Thread)

declare global {
  interface HTMLElementTagNameMap {
    'cercle-post': Post
    'cercle-thread': Thread
  }
}
