import { CercleError } from '../errors.ts'
import type { Page } from '../wire.schema.ts'

/** The place of a row in a list: an instant, and the id that breaks ties. */
export interface Keyset {
  at: Date
  id: string
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export const encodeCursor = ({ at, id }: Keyset): string => Buffer.from(`${at.getTime()} ${id}`).toString('base64url')

/** Throws `invalid` for a cursor that we did not make. */
export function decodeCursor(cursor: string | undefined): Keyset | undefined {
  if (cursor === undefined) return undefined
  const [at, id] = Buffer.from(cursor, 'base64url').toString('utf8').split(' ')
  const milliseconds = Number(at)
  if (!Number.isSafeInteger(milliseconds) || Math.abs(milliseconds) > 8.64e15 || id === undefined || !UUID.test(id)) {
    throw new CercleError('invalid', { fields: [{ path: 'cursor', reason: 'format' }] })
  }
  return { at: new Date(milliseconds), id }
}

/** Makes a page of rows fetched with `limit + 1`. */
export function toPage<Row>(rows: Row[], limit: number, keyOf: (row: Row) => Keyset): Page<Row> {
  if (rows.length <= limit) return { items: rows }
  const items = rows.slice(0, limit)
  return { items, cursor: encodeCursor(keyOf(items.at(-1)!)) }
}
