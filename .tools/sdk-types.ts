import { run, type Outcome } from './running.ts'

/** Compiles the SDK and makes the declarations that it publishes, `packages/sdk/dist/types`. */
export async function buildSdkTypes(): Promise<Outcome> {
  const compiled = await run('sdk-types-compile', ['tsc', '-b', 'packages/sdk'])
  return compiled.ok ? run('sdk-types', ['node', 'packages/sdk/build/inline-types.ts']) : compiled
}
