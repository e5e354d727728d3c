import { spawn } from 'node:child_process'
import { globSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { chosen, root } from './running.ts'
import { buildWidgets } from './widgets-build.ts'

/** Runs every `bench/<what>.<kind>.ts` of a package or an example, one after the other, each in a process of its own; what each prints is its result. */
export async function measure(kind: 'bench' | 'drill', choices: string[]): Promise<void> {
  const found = globSync(`{packages,examples}/*/bench/*.${kind}.ts`, { cwd: root }).sort()
  if (found.length === 0) {
    console.error(`There is no bench/*.${kind}.ts to run.`)
    process.exit(1)
  }
  const files = found.map((file) => ({ name: basename(file, `.${kind}.ts`), file }))
  const built = await buildWidgets()
  if (!built.ok) {
    console.error(`The widgets do not build, see ${built.log}`)
    process.exit(1)
  }
  for (const { name, file } of chosen(files, choices)) {
    console.log(`\n## ${name}\n`)
    const code = await new Promise<number | null>((resolve) => {
      const child = spawn(process.execPath, [join(root, file)], { cwd: join(root, dirname(dirname(file))), stdio: 'inherit' })
      child.once('exit', resolve)
    })
    if (code !== 0) process.exitCode = 1
  }
}
