import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** A wire to PostgreSQL that can be cut, slowed down or silenced. */
export interface Cuttable extends AsyncDisposable {
  /** The address of the database through this wire. */
  through(url: string): string
  /** Ends every connection without a word. */
  cut(): void
  /** Each piece travels so much longer, both ways; order is kept. Milliseconds. */
  delay: number
  /** What is sent goes nowhere; connections stay open. */
  silent: boolean
}

export async function makeCuttable(target: string): Promise<Cuttable> {
  const { hostname, port } = new URL(target)
  const sockets = new Set<Socket>()
  const wire = { delay: 0, silent: false }
  const carry = (from: Socket, to: Socket) => {
    from.on('data', (piece) => {
      if (wire.silent) return
      if (wire.delay === 0) to.write(piece)
      else setTimeout(() => to.write(piece), wire.delay)
    })
    from.on('error', () => to.destroy())
    from.on('close', () => {
      sockets.delete(from)
      to.destroy()
    })
  }
  const server = createServer((near) => {
    const far = connect(Number(port), hostname)
    sockets.add(near).add(far)
    carry(near, far)
    carry(far, near)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const own = (server.address() as AddressInfo).port
  const cut = () => {
    for (const socket of sockets) socket.resetAndDestroy()
  }
  return Object.assign(wire, {
    cut,
    through: (url: string) => Object.assign(new URL(url), { port: String(own) }).href,
    async [Symbol.asyncDispose]() {
      cut()
      server.close()
      await once(server, 'close')
    },
  })
}
