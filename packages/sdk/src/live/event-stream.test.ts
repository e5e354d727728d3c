import { expect, test } from 'vitest'
import type { LiveEvent } from '@cercle/server'
import { eventParser } from './event-stream.ts'

const text = [
  ': a heartbeat\n\n',
  'event: message\r\nid: 7\r\ndata: {"type":"ready","seq":1}\r\n\r\n',
  'data:{"type":"resync",\ndata:"seq":2}\n\n',
  'retry: 10\r\r',
  'data: {"type":"ended"}\r\r',
].join('')

/** Parses the text in these pieces. */
const parse = (pieces: string[]): LiveEvent[] => {
  const events: LiveEvent[] = []
  const feed = eventParser((event) => events.push(event))
  for (const piece of pieces) feed(piece)
  feed('\n')
  return events
}

const whole: LiveEvent[] = [{ type: 'ready', seq: 1 }, { type: 'resync', seq: 2 }, { type: 'ended' }]

test('heartbeats, other fields and every kind of line end are understood', () => {
  expect(parse([text])).toEqual(whole)
})

test('cut in two anywhere, and cut into single letters, it says the same', () => {
  for (let at = 1; at < text.length; at++) expect(parse([text.slice(0, at), text.slice(at)])).toEqual(whole)
  expect(parse([...text])).toEqual(whole)
})
