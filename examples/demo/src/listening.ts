import { once } from 'node:events'
import type { Server } from 'node:net'
import { nameBusyPort } from './demo-error.ts'

/** Listens on this machine; port 0 takes a free one. Throws a `DemoError` that names the port when it is taken. */
export async function listenHere(server: Server, port: number): Promise<void> {
  server.listen(port, '127.0.0.1')
  try {
    await once(server, 'listening')
  } catch (error) {
    throw nameBusyPort(error, port)
  }
}
