import type { Shell } from './shell.ts'

/**
 * Where the site of this page says who its visitor is: `auth-endpoint` of the element or of the script, on the page's own origin. `undefined`: it
 * does not, or elsewhere, which nobody is asked to trust.
 */
export function wordEndpoint(shell: Shell): string | undefined {
  const script = document.querySelector('script[type=module][auth-endpoint]')
  const written = shell.setting('auth-endpoint') ?? script?.getAttribute('auth-endpoint')
  try {
    const url = written ? new URL(written, location.href) : undefined
    return url?.origin === location.origin ? url.href : undefined
  } catch {
    return undefined
  }
}

/** What the site answers to a nonce of ours: a JWT, or nothing where its visitor is not signed in. */
export async function fetchWord(endpoint: string, nonce: string): Promise<string | undefined> {
  try {
    const answer = await fetch(endpoint, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ nonce, origin: location.origin }),
    })
    const word = answer.status === 200 ? (await answer.text()).trim() : ''
    return word || undefined
  } catch {
    return undefined
  }
}
