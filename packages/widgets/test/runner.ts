/* The test runner as seen from the page: keys that are really pressed, media features, stored snapshots. */

interface Channel {
  sendMessageWaitForResponse(message: object): Promise<{ executed: boolean; result: unknown }>
}

async function command<Out>(name: string, payload: unknown): Promise<Out> {
  // A module of the runner's own server: there is no file to check.
  const address = '/__web-dev-server__web-socket.js'
  const { sendMessageWaitForResponse } = (await import(address)) as Channel
  const sessionId = new URL(location.href).searchParams.get('wtr-session-id')
  const { executed, result } = await sendMessageWaitForResponse({ type: 'wtr-command', sessionId, command: name, payload })
  if (!executed) throw new Error(`The test runner does not know the command "${name}".`)
  return result as Out
}

/** Presses a key, as a person does: `Tab`, `Enter`, `Shift+Tab`. */
export async function press(key: string): Promise<void> {
  const parts = key.split('+')
  const last = parts.pop()!
  for (const held of parts) await command('send-keys', { down: held })
  await command('send-keys', { press: last })
  for (const held of parts) await command('send-keys', { up: held })
}

/** Types into what has the focus. */
export const type = (text: string): Promise<void> => command('send-keys', { type: text })

/** `{ 'forced-colors': 'active' }`, or `{ media: 'print' }`; none: back to normal. */
export const emulate = (features: Record<string, string> = {}): Promise<void> => command('cercle-emulate', features)

/** What is stored under this name; with `UPDATE_SNAPSHOTS=1` it is `content` from now on. `null`: nothing yet. */
export const storedSnapshot = async (name: string, content: string): Promise<string | null> =>
  (await command<{ stored: string | null }>('cercle-snapshot', { name, content })).stored
