import type { LiveEvent } from '@cercle/server'
import { CercleClientError } from '../errors.ts'
import { outcomeOf, type Target } from '../exchange.ts'
import type { Credentials } from '../signed-exchange.ts'

export interface StreamRequest extends Target, Credentials {
  /** Last `seq` that was received; absent: from now on. */
  after: number | undefined
  signal: AbortSignal
  /** Told of each piece, a heartbeat too. */
  alive(): void
  heard(event: LiveEvent): void
}

/** Opens the stream and reads it to its end. Rejects with `CercleClientError`; what the signal cuts is `offline`. */
export async function readStream(request: StreamRequest): Promise<void> {
  const { signal, alive, heard } = request
  try {
    const reader = (await open(request)).body!.getReader()
    const decoder = new TextDecoder()
    const parse = eventParser(heard)
    for (;;) {
      const { done, value } = await reader.read()
      if (done || signal.aborted) return
      alive()
      parse(decoder.decode(value, { stream: true }))
    }
  } catch (cause) {
    throw cause instanceof CercleClientError ? cause : new CercleClientError('offline', { cause })
  }
}

async function open({ server, community, site, token, after, signal, fetch: send = fetch }: StreamRequest): Promise<Response> {
  const post = (access: string) =>
    send(`${server.replace(/\/+$/, '')}/c/${encodeURIComponent(community)}/live`, {
      method: 'POST',
      body: JSON.stringify({ after }),
      headers: { 'content-type': 'application/json', authorization: `Bearer ${access}`, ...(site && { 'cercle-site': site }) },
      signal,
    })
  const source = typeof token === 'object' ? token : undefined
  const access = source ? await source.get() : (token as string | undefined)
  if (!access) throw new CercleClientError('unauthorized')
  let response = await post(access)
  if (response.status === 401 && source) {
    const fresh = await source.renew(access)
    if (fresh) response = await post(fresh)
  }
  if (response.ok && response.headers.get('content-type')?.startsWith('text/event-stream')) return response
  const told = (await response.json().catch(() => undefined)) as Parameters<typeof outcomeOf>[0]
  const { error = new CercleClientError('internal') } = outcomeOf(response.ok ? undefined : told, response)
  throw error
}

/** Takes the text of a stream in pieces cut anywhere; comments, other fields and any kind of line end are understood. */
export function eventParser(heard: (event: LiveEvent) => void): (text: string) => void {
  let rest = ''
  let data: string[] = []
  return (text) => {
    // A carriage return at the very end may be half of a line end.
    const lines = (rest + text).split(/\r\n|\n|\r(?=[^])/)
    rest = lines.pop()!
    for (const line of lines) {
      if (line.startsWith('data:')) data.push(line.slice(5))
      else if (line === '' && data.length) {
        const event = JSON.parse(data.join('\n')) as LiveEvent
        data = []
        heard(event)
      }
    }
  }
}
