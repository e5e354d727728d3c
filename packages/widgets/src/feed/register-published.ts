import { Published } from './published.ts'

if (!customElements.get('cercle-published')) customElements.define('cercle-published', Published)
