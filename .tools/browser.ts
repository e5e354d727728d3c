import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliDecompress } from 'node:zlib'

export interface Browser {
  /** Absolute path of a Chromium that runs here. */
  path: string
  /** Arguments every launch needs; add `--headless` by the launcher's own option. */
  args: string[]
}

const root = dirname(import.meta.dirname)
const unbrotli = promisify(brotliDecompress)

/**
 * The browser of the tests: `$CHROME_PATH`, else Chromium or Chrome of the system, else the one that npm brought along, unpacked once.
 * Throws one line that says what to install when there is none.
 */
export async function findBrowser(env: NodeJS.ProcessEnv = process.env): Promise<Browser> {
  const path = given(env) ?? onSystem(env) ?? (await fromPackage())
  if (!path)
    throw new Error('No browser for the tests: set CHROME_PATH to a Chromium or Chrome, or run: apt-get install chromium')
  return { path, args: launchArgs() }
}

function launchArgs(): string[] {
  const quiet = [
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ]
  return process.getuid?.() === 0 ? ['--no-sandbox', ...quiet] : quiet
}

function given({ CHROME_PATH: path }: NodeJS.ProcessEnv): string | undefined {
  if (!path) return undefined
  if (!isExecutable(path)) throw new Error(`CHROME_PATH names no program that can run: ${path}`)
  return path
}

function onSystem({ PATH = '' }: NodeJS.ProcessEnv): string | undefined {
  const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']
  const onPath = PATH.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)))
  const apps = ['Google Chrome', 'Chromium'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`)
  return [...onPath, ...apps].find((path) => path.startsWith('/') && isExecutable(path))
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Unpacks beside its final place and renames, so that two test runs at once never see half a browser. */
async function fromPackage(): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const packed = join(dirname(createRequire(join(root, 'examples/e2e/package.json')).resolve('@sparticuz/chromium')), '../bin')
  const { version } = JSON.parse(await readFile(join(packed, '../package.json'), 'utf8')) as { version: string }
  const home = join(root, 'node_modules/.cache', `chromium-${version}`)
  const launcher = join(home, 'launch')
  if (existsSync(launcher)) return launcher

  const fresh = `${home}.${process.pid}`
  await mkdir(fresh, { recursive: true })
  try {
    await writeFile(join(fresh, 'chromium'), await unbrotli(await readFile(join(packed, 'chromium.br'))))
    await chmod(join(fresh, 'chromium'), 0o755)
    for (const archive of ['fonts', 'swiftshader', 'al2023'])
      untar(await unbrotli(await readFile(join(packed, `${archive}.tar.br`))), fresh)
    await writeFile(join(fresh, 'fonts.conf'), fontConfig(home))
    await writeFile(join(fresh, 'launch'), launchScript(home))
    await chmod(join(fresh, 'launch'), 0o755)
    await rename(fresh, home)
  } catch (error) {
    if (!existsSync(launcher)) throw error
  } finally {
    await rm(fresh, { recursive: true, force: true })
  }
  return launcher
}

function untar(archive: Buffer, folder: string): void {
  const { status, stderr, error } = spawnSync('tar', ['-x', '--no-same-owner', '-C', folder], { input: archive })
  if (status !== 0) throw new Error(`cannot unpack the browser: ${error?.message ?? stderr.toString()}`)
}

/** A machine without a desktop may have neither the libraries nor a font: the package brings both. */
const launchScript = (home: string) => `#!/bin/sh
export LD_LIBRARY_PATH='${home}/lib'"\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
export FONTCONFIG_FILE='${home}/fonts.conf'
exec '${home}/chromium' "$@"
`

const fontConfig = (home: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${home}/fonts</dir>
  <cachedir>${home}/font-cache</cachedir>
</fontconfig>
`
