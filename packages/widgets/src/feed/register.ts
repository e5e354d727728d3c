import { FeedView } from './feed.ts'

if (!customElements.get('cercle-feed-view')) customElements.define('cercle-feed-view', FeedView)

declare global {
  interface HTMLElementTagNameMap {
    'cercle-feed-view': FeedView
  }
}
