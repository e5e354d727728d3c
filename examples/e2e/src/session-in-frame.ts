import type { Frame } from 'playwright-core'

/** What a frame of Cercle keeps of who is signed in there. */
export interface KeptSession {
  /** Id of the partner's site. */
  site: string
  access: string
}

/** Read from inside the frame, where no page can: for calls with a person's own token, as a program of hers could make them. */
export const sessionIn = (frame: Frame): Promise<KeptSession> =>
  frame.evaluate(async () => {
    const result = <Out>(request: IDBRequest<Out>): Promise<Out> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error as Error)
      })
    const [{ name = '' } = {}] = (await indexedDB.databases()).filter((one) => one.name?.startsWith('cercle '))
    const database = await result(indexedDB.open(name))
    const { tokens } = (await result(database.transaction('session').objectStore('session').get('tokens'))) as {
      tokens: { access: string }
    }
    database.close()
    return { site: name.split(' ')[1]!, access: tokens.access }
  })

/** One call as her frame makes it; the answer as it came. */
export async function callAs(
  { site, access }: KeptSession,
  address: string,
  input: unknown,
): Promise<{ status: number; body: string }> {
  const answer = await fetch(`${address}?batch=1`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${access}`,
      'cercle-site': site,
      'content-type': 'application/json',
      // a frame's session is heard from the frame only: a program may say so, a page elsewhere cannot
      origin: new URL(address).origin,
    },
    body: JSON.stringify({ 0: input }),
  })
  return { status: answer.status, body: await answer.text() }
}
