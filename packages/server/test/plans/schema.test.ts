import { readFile, writeFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { testDatabase } from '../database.ts'
import { schemaOf } from './catalogue.ts'

const file = new URL('../../src/db/schema.snapshot.sql', import.meta.url)

test('the migrations make the shape that is written down, on either engine', { timeout: 60_000 }, async () => {
  await using database = await testDatabase()
  const shape = await schemaOf(database.ownerPool)
  if (process.env.UPDATE_SNAPSHOTS === '1') await writeFile(file, shape)
  expect(shape, 'A migration changed it on purpose? UPDATE_SNAPSHOTS=1 writes it anew.').toBe(await readFile(file, 'utf8'))
})
