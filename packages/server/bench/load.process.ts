import { connect } from 'node:net'
import { uuidv7 } from '../src/ids.ts'

export interface Load {
  url: string
  method: 'GET' | 'POST'
  headers: Record<string, string>
  /** `$ID` in it is replaced by a fresh id each time. */
  body?: string
  connections: number
  seconds: number
}

export interface LoadResult {
  requests: number
  failed: number
  /** Of the first that failed. */
  failure: string
  seconds: number
  p50: number
  p99: number
  bytes: number
}

const ID = '$ID'

/** Requests one after the other on each connection, kept alive, over plain sockets: a real HTTP client would cost more than what is measured. */
async function run({ url, method, headers, body, connections, seconds }: Load): Promise<LoadResult> {
  const { hostname, port, pathname, search, host } = new URL(url)
  const sample = body?.replaceAll(ID, uuidv7(Date.now()))
  const lines = { host, ...headers, ...(sample === undefined ? {} : { 'content-length': String(Buffer.byteLength(sample)) }) }
  const head = `${method} ${pathname}${search} HTTP/1.1\r\n${Object.entries(lines)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')}\r\n`
  const fixed = body === undefined ? Buffer.from(head) : undefined
  const delays: number[] = []
  let [failed, bytes, failure] = [0, 0, '']
  const start = performance.now()
  const end = start + seconds * 1000
  await Promise.all(
    Array.from({ length: connections }, () => {
      const { promise, resolve, reject } = Promise.withResolvers<void>()
      const socket = connect({ host: hostname, port: Number(port), noDelay: true })
      let sentAt = 0
      let got: Buffer[] = []
      let expected = 0
      const next = () => {
        sentAt = performance.now()
        if (sentAt >= end) return void socket.end(resolve)
        socket.write(fixed ?? head + body!.replaceAll(ID, uuidv7(Date.now())))
      }
      socket.on('connect', next).on('error', reject)
      socket.on('data', (chunk: Buffer) => {
        got.push(chunk)
        bytes += chunk.length
        if (expected === 0) {
          const all = got.length === 1 ? chunk : Buffer.concat(got)
          const headEnd = all.indexOf('\r\n\r\n')
          if (headEnd < 0) return
          const text = all.toString('latin1', 0, headEnd)
          expected = headEnd + 4 + Number(/content-length: (\d+)/i.exec(text)?.[1] ?? 0)
          if (!/^HTTP\/1.1 (?:200|304)/.test(text)) {
            failed++
            failure ||= all.toString('utf8').slice(0, 400)
          }
          got = [all]
        }
        if (got.reduce((sum, { length }) => sum + length, 0) < expected) return
        delays.push(performance.now() - sentAt)
        got = []
        expected = 0
        next()
      })
      return promise
    }),
  )
  delays.sort((a, b) => a - b)
  const at = (share: number) => delays[Math.min(delays.length - 1, Math.floor(delays.length * share))] ?? NaN
  const took = (performance.now() - start) / 1000
  return { requests: delays.length, failed, failure, seconds: took, p50: at(0.5), p99: at(0.99), bytes }
}

process.on('message', (load: Load) => void run(load).then((result) => process.send!(result)))
process.once('disconnect', () => process.exit())
process.send!({ url: '' })
