import type { z } from 'zod'

/** Called as a function, zod's parse costs less than half of what tRPC's own way of calling it does. */
export const output =
  <Schema extends z.ZodType>(schema: Schema) =>
  (value: unknown): z.output<Schema> =>
    schema.parse(value)
