import type { FrameMessage, HostMessage } from './protocol.ts'

/** The frame's end of the wire to its host. */
export interface HostWire {
  /** Exact origin of the page around the frame. */
  origin: string
  tell(message: FrameMessage): void
  /** Starts listening; what came before is not lost. */
  listen(hear: (message: HostMessage) => void): void
}

/**
 * Says hello to the page around the frame, by its exact origin and only if that is one of the site's. `undefined`: opened by itself, or by
 * a page that is none of ours; nothing is told then.
 */
export function greet(origins: readonly string[], referrer = document.referrer): HostWire | undefined {
  const origin = originOf(referrer)
  if (window === parent || !origin || !origins.includes(origin)) return undefined
  const { port1, port2 } = new MessageChannel()
  parent.postMessage({ cercle: 'hello' }, origin, [port2])
  return {
    origin,
    tell: (message) => port1.postMessage(message),
    listen(hear) {
      port1.onmessage = ({ data }) => hear(data as HostMessage)
    },
  }
}

function originOf(address: string): string | undefined {
  try {
    return new URL(address).origin
  } catch {
    return undefined
  }
}
