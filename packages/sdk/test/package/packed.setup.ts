import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, realpath, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of a project far from here, with the packed SDK, `@trpc/client` and `@types/node` in its `node_modules`. */
    stranger: string
  }
}

const run = promisify(execFile)
const sdk = dirname(dirname(import.meta.dirname))
const root = dirname(dirname(sdk))
/** Programs of the workspace first: the system's Node may be another. */
const env = { ...process.env, PATH: [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter) }

/** Packs the SDK as it would be published, and unpacks it where nothing of this repository is near. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'cercle-stranger-')))
  const modules = join(folder, 'node_modules')
  await run('tsc', ['-b', sdk], { env })
  await run('pnpm', ['pack', '--pack-destination', folder], { cwd: sdk, env })
  const tarball = (await readdir(folder)).find((name) => name.endsWith('.tgz'))!
  await mkdir(join(modules, '@cercle/sdk'), { recursive: true })
  await run('tar', ['-xzf', join(folder, tarball), '-C', join(modules, '@cercle/sdk'), '--strip-components', '1'])
  for (const [name, from] of [
    ['@trpc/client', sdk],
    ['@trpc/server', sdk],
    ['@types/node', root],
  ] as const) {
    await mkdir(dirname(join(modules, name)), { recursive: true })
    await symlink(await realpath(join(from, 'node_modules', name)), join(modules, name))
  }
  project.provide('stranger', folder)
  return () => rm(folder, { recursive: true, force: true })
}
