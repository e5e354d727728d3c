import { once } from 'node:events'
import { request, type Agent, type IncomingMessage } from 'node:http'
import type { TestEvent } from '../live-reader.ts'

export interface CutReaderOptions {
  url: string
  community: string
  access: string
  /** The stream is cut when so many events were heard, each time; ascending. */
  cutsAt: number[]
  /** The event about this text is the last one of the trial. */
  lastPost: string
  agent?: Agent
}

/** A reader whose line is cut again and again, and who resumes after the last `seq` that she heard. */
export class CutReader {
  /** When each text was first heard of, by the clock of this process. */
  readonly heard = new Map<string, number>()
  doubled = 0
  outOfOrder = 0
  cuts = 0
  cutsByServer = 0
  resyncs = 0
  readonly #options: CutReaderOptions
  readonly #cutsAt: number[]
  #cursor: number | undefined
  #over = false

  constructor(options: CutReaderOptions) {
    this.#options = options
    this.#cutsAt = [...options.cutsAt]
  }

  /** Resolves once the first stream is ready; `finished` resolves when the last event was heard. */
  async start(): Promise<{ finished: Promise<void> }> {
    const response = await this.#open()
    return { finished: this.#read(response) }
  }

  async #open(): Promise<IncomingMessage> {
    const { url, community, access, agent } = this.#options
    const call = request(`${url}/c/${community}/live`, {
      method: 'POST',
      headers: { authorization: `Bearer ${access}`, 'content-type': 'application/json' },
      ...(agent ? { agent } : {}),
    })
    call.end(JSON.stringify(this.#cursor === undefined ? {} : { after: this.#cursor }))
    const [response] = (await once(call, 'response')) as [IncomingMessage]
    if (response.statusCode !== 200) throw new Error(`no stream: ${response.statusCode}`)
    return response
  }

  async #read(first: IncomingMessage): Promise<void> {
    for (let response = first; !this.#over; response = await this.#open()) await this.#listen(response)
  }

  /** Hears events until the line is cut, by the trial or by the server, which does so to a reader who leaves too much unread. */
  async #listen(response: IncomingMessage): Promise<void> {
    try {
      await this.#hearAll(response)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ECONNRESET') throw error
      this.cutsByServer++
    }
  }

  async #hearAll(response: IncomingMessage): Promise<void> {
    let rest = ''
    response.setEncoding('utf8')
    for await (const chunk of response as AsyncIterable<string>) {
      const parts = (rest + chunk).split('\n\n')
      rest = parts.pop()!
      for (const part of parts) {
        if (!part.startsWith('data: ')) continue
        this.#hear(JSON.parse(part.slice(6)) as TestEvent)
        const isCut = this.heard.size >= (this.#cutsAt[0] ?? Infinity)
        if (!isCut && !this.#over) continue
        // what is left in this chunk is lost on the way, as on a real line
        if (isCut) this.#cutsAt.shift()
        this.cuts += isCut ? 1 : 0
        response.destroy()
        return
      }
    }
  }

  #hear({ type, seq, post }: TestEvent): void {
    if (type === 'resync') this.resyncs++
    if (seq === undefined) return
    if (post !== undefined) {
      if (this.heard.has(post)) this.doubled++
      else this.heard.set(post, performance.now())
      if (this.#cursor !== undefined && seq <= this.#cursor) this.outOfOrder++
      if (post === this.#options.lastPost) this.#over = true
    }
    this.#cursor = seq
  }
}
