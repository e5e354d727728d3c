import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { FolderLockedError, lockFolder } from './folder-lock.ts'

const quick = { beat: 20, stale: 200 }
let folder: string
let file: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cercle-lock-'))
  file = join(folder, 'cercle.lock')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** A lock as this process would write it, changed. */
async function left(change: Record<string, unknown>): Promise<void> {
  const own = await lockFolder(folder, quick)
  const text = await readFile(file, 'utf8')
  await own[Symbol.asyncDispose]()
  await writeFile(file, JSON.stringify({ ...(JSON.parse(text) as object), token: 'theirs', ...change }))
}

describe('a folder', () => {
  test('is held by one, and free again when given back', async () => {
    const first = await lockFolder(folder, quick)
    await expect(lockFolder(folder, quick)).rejects.toThrow(`in use by another Cercle (process ${process.pid})`)
    await first[Symbol.asyncDispose]()
    expect(await readdir(folder)).toEqual([])
    await using _again = await lockFolder(folder, quick)
  })

  test('is taken by exactly one of many who find an abandoned lock together', async () => {
    await left({ pid: process.pid, start: 'reused' })
    const all = await Promise.allSettled(Array.from({ length: 20 }, () => lockFolder(folder, quick)))
    const taken = all.filter((one) => one.status === 'fulfilled')
    expect(taken).toHaveLength(1)
    for (const one of all) if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(FolderLockedError)
    await taken[0]!.value[Symbol.asyncDispose]()
    expect(await readdir(folder)).toEqual([])
  })

  test('is free at once when the process that held it is gone, killed or replaced under its number', async () => {
    const child = spawn(process.execPath, ['-e', ''])
    await once(child, 'exit')
    await left({ pid: child.pid })
    await (await lockFolder(folder, { beat: 20, stale: 60_000 }))[Symbol.asyncDispose]()
    await left({ start: '1' })
    await (await lockFolder(folder, { beat: 20, stale: 60_000 }))[Symbol.asyncDispose]()
  })

  test('held elsewhere is refused while its holder shows signs of life, whatever its number means here', async () => {
    await left({ pid: 2 ** 22 + 1, place: 'another machine' })
    const beating = setInterval(() => void writeFile(file, `${JSON.stringify({ pid: 1, place: 'another machine' })} `), 20)
    await expect(lockFolder(folder, quick)).rejects.toThrow('on another machine or in another container')
    clearInterval(beating)
  })

  test('held elsewhere is free when no sign of life came for long enough, and not before', async () => {
    await left({ place: 'another machine' })
    const started = performance.now()
    await (await lockFolder(folder, quick))[Symbol.asyncDispose]()
    expect(performance.now() - started).toBeGreaterThan(150)
    await left({ place: 'another machine' })
    await utimes(file, 1, 1)
    await (await lockFolder(folder, { beat: 20, stale: 60_000 }))[Symbol.asyncDispose]()
  })

  test('with half a lock in it is waited for, then free', async () => {
    await writeFile(file, '{"pid":')
    await (await lockFolder(folder, quick))[Symbol.asyncDispose]()
    expect(await readdir(folder)).toEqual([])
  })

  test('that another process took is told to the one who held it, and left to its new holder', async () => {
    const onLost = vi.fn()
    const lost = await lockFolder(folder, { ...quick, onLost })
    await writeFile(file, 'theirs')
    await vi.waitFor(() => expect(onLost).toHaveBeenCalledOnce())
    await lost[Symbol.asyncDispose]()
    expect(await readFile(file, 'utf8')).toBe('theirs')
  })
})
