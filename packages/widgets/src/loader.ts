import { Shell } from './frame/shell.ts'

/*
 * cercle.js: what a partner's page loads. It defines the public elements and nothing else; a page may load it twice.
 */
for (const name of ['feed', 'account', 'community', 'join']) {
  const tag = `cercle-${name}`
  if (!customElements.get(tag)) customElements.define(tag, class extends Shell {})
}
