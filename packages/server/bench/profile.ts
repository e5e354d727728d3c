import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fixed, table } from './figures.ts'

interface CpuProfile {
  nodes: { id: number; callFrame: { functionName: string; url: string } }[]
  samples: number[]
  timeDeltas: number[]
}

/** Whose code a frame is: a package, Cercle by folder, or Node itself. */
function ownerOf(url: string, functionName: string): string {
  if (url === '') return functionName.startsWith('(') ? functionName : `node: ${functionName}`
  const packaged = /node_modules\/(?!\.pnpm)((?:@[^/]+\/)?[^/]+)/.exec(url.slice(url.lastIndexOf('node_modules/')))
  if (packaged) return packaged[1]!
  const own = /packages\/server\/src\/([^/]+)/.exec(url)
  return own ? `cercle: ${own[1]!}` : url.startsWith('node:') ? url.replace('internal/', '').replace('node:', 'node: ') : 'other'
}

/** Where a process spent its time, by whose code it was in, from what `node --cpu-prof` left in a folder. */
export function printProfile(folder: string): void {
  const spent = new Map<string, number>()
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.cpuprofile'))) {
    const { nodes, samples, timeDeltas } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as CpuProfile
    const owners = new Map(nodes.map(({ id, callFrame }) => [id, ownerOf(callFrame.url, callFrame.functionName)]))
    for (const [index, id] of samples.entries()) {
      const owner = owners.get(id)!
      spent.set(owner, (spent.get(owner) ?? 0) + (timeDeltas[index] ?? 0))
    }
  }
  spent.delete('(idle)')
  const whole = [...spent.values()].reduce((sum, one) => sum + one, 0)
  const rows = [...spent].sort((a, b) => b[1] - a[1]).slice(0, 14)
  table(
    ['self time of the server process, without waiting', '%'],
    rows.map(([owner, time]) => [owner, fixed((100 * time) / whole, 1)]),
  )
}
