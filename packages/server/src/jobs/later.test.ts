import { expect, test } from 'vitest'
import type { Logger } from '../logger.ts'
import { LaterWork } from './later.ts'

const quiet: Logger = { info() {}, warn() {}, error() {} }

test('starts nothing in the turn of the answer', async () => {
  let started = false
  const later = new LaterWork(quiet)
  later.run(async () => {
    started = true
  })
  await Promise.resolve()
  expect(started).toBe(false)
  await later[Symbol.asyncDispose]()
  expect(started).toBe(true)
})

test('waits on disposal for what is under way, and for what that starts', async () => {
  const done: string[] = []
  const later = new LaterWork(quiet)
  later.run(async () => {
    later.run(async () => void done.push('second'))
    done.push('first')
  })
  await later[Symbol.asyncDispose]()
  expect(done).toEqual(['first', 'second'])
})

test('says that work failed, and nothing of what it held', async () => {
  const told: unknown[] = []
  const later = new LaterWork({ ...quiet, error: (message, fields) => void told.push([message, fields]) })
  later.run(async () => Promise.reject(new Error('550 lea@maison.example')))
  await later[Symbol.asyncDispose]()
  expect(told).toEqual([['work after an answer failed', expect.objectContaining({ errorName: 'Error' })]])
  expect(JSON.stringify(told)).not.toContain('lea@')
})
