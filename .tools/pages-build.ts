import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, run, type Outcome } from './running.ts'

/** The documentation site, in both languages, into docs/.vitepress/dist. Links that lead nowhere fail it. */
export async function buildDocs(): Promise<Outcome> {
  const outcome = await run('docs', ['vitepress', 'build'], { cwd: 'docs' })
  const missing = ['index.html', 'en/index.html'].filter((page) => !existsSync(join(root, 'docs/.vitepress/dist', page)))
  return missing.length === 0
    ? outcome
    : { ...outcome, ok: false, output: `${outcome.output}\nNot built: ${missing.join(', ')}\n` }
}

/** The storybook, into packages/widgets/storybook-static. One without a story has failed. */
export async function buildStories(): Promise<Outcome> {
  const outcome = await run('stories', ['storybook', 'build', '--disable-telemetry', '--quiet'], { cwd: 'packages/widgets' })
  if (!outcome.ok) return outcome
  const { entries } = JSON.parse(readFileSync(join(root, 'packages/widgets/storybook-static/index.json'), 'utf8')) as {
    entries: object
  }
  return Object.keys(entries).length > 0 ? outcome : { ...outcome, ok: false, output: `${outcome.output}\nThere is no story.\n` }
}
