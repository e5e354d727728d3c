export interface TestEvent {
  type: string
  seq?: number
  thread?: string
  post?: string
  own?: boolean
}

export interface OpenedStream extends AsyncDisposable {
  /** Resolves with the next event of this type that was not taken yet, in order. Rejects when the stream closes without one. */
  next(type: string): Promise<TestEvent>
  /** Everything received so far, as it came. */
  text(): string
  events: TestEvent[]
  closed: Promise<void>
}

/** Reads a live stream as a browser would: POST, pieces as they arrive. */
export async function openStream(
  url: string,
  community: string,
  access: string,
  after?: number,
  site?: string,
): Promise<OpenedStream> {
  const abort = new AbortController()
  const response = await fetch(`${url}/c/${community}/live`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${access}`,
      'content-type': 'application/json',
      ...(site === undefined ? {} : { origin: url, 'cercle-site': site }),
    },
    body: JSON.stringify(after === undefined ? {} : { after }),
    signal: abort.signal,
  })
  if (!response.ok) throw new Error(`no stream: ${response.status} ${await response.text()}`)
  let text = ''
  const events: TestEvent[] = []
  const taken = new Set<TestEvent>()
  const waiting = new Set<() => void>()
  let over = false
  const wake = () => waiting.forEach((one) => one())
  const closed = (async () => {
    const decoder = new TextDecoder()
    let rest = ''
    try {
      for await (const chunk of response.body!) {
        const piece = decoder.decode(chunk, { stream: true })
        text += piece
        const parts = (rest + piece).split('\n\n')
        rest = parts.pop()!
        for (const part of parts) if (part.startsWith('data: ')) events.push(JSON.parse(part.slice(6)) as TestEvent)
        wake()
      }
    } catch {
      // cut by either side
    }
    over = true
    wake()
  })()
  return {
    events,
    closed,
    text: () => text,
    async next(type) {
      for (;;) {
        const found = events.find((event) => event.type === type && !taken.has(event))
        if (found) {
          taken.add(found)
          return found
        }
        if (over) throw new Error(`the stream closed without ${type}; it said ${text}`)
        await new Promise<void>((resolve) => waiting.add(resolve))
      }
    },
    async [Symbol.asyncDispose]() {
      abort.abort()
      await closed
    },
  }
}
