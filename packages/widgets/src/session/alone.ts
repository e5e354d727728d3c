/**
 * Runs `act` one at a time among the frames of a site. Without Web Locks (plain http, storage blocked) it just runs: each frame is on its
 * own there anyway.
 */
export async function alone<Out>(name: string, act: () => Promise<Out>): Promise<Out> {
  let running: Promise<Out> | undefined
  try {
    return (await navigator.locks.request(name, () => (running = act()))) as Out
  } catch {
    // the lock failed, not the act: it has not run yet
    return running ?? act()
  }
}
