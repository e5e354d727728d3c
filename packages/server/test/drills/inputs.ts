import fc, { type Arbitrary } from 'fast-check'
import { z } from 'zod'

type JsonSchema = {
  type?: string
  format?: string
  enum?: unknown[]
  const?: unknown
  anyOf?: JsonSchema[]
  properties?: Record<string, JsonSchema>
  items?: JsonSchema
}

/** Signs that break careless code: none, unpaired halves, turned directions, ends of lines, what SQL and HTML take for their own. */
const odd = [
  '\u0000',
  '\ud800',
  '\udfff',
  '\u202e',
  '\u2028',
  '\ufeff',
  "'; drop table post; --",
  '<script>',
  '\\',
  '%00',
  '👩🏽‍🚀',
  '٣',
  '`',
  '[x](javascript:1)',
]

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(fc.oneof(fc.constantFrom(...odd), fc.string({ maxLength: 8 })), { maxLength: 12 }).map((parts) => parts.join('')),
  fc.constantFrom('', ' ', '__proto__', 'constructor', 'null', '0', '-1', '1e309'),
  fc.integer({ min: 1, max: 60_000 }).map((length) => 'é'.repeat(length)),
)
const numbers = fc.constantFrom(0, -1, 1, 1.5, 2 ** 31, 2 ** 53, -(2 ** 63), 1e308)
const deep = fc.integer({ min: 2, max: 60 }).map((depth) => {
  let value: unknown = 1
  for (let level = 0; level < depth; level++) value = level % 2 ? [value] : { a: value }
  return value
})
/** Anything that JSON can say. */
const anything = fc.oneof(text, numbers, fc.boolean(), fc.constant(null), deep, fc.jsonValue({ maxDepth: 3 }))

/** Mostly what the schema asks for, now and then something else in its place. */
function near(schema: JsonSchema, known: string[]): Arbitrary<unknown> {
  return fc.oneof({ weight: 9, arbitrary: exact(schema, known) }, { weight: 1, arbitrary: anything })
}

function exact(schema: JsonSchema, known: string[]): Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map((one) => exact(one, known)))
  if (schema.type === 'boolean') return fc.boolean()
  if (schema.type === 'integer' || schema.type === 'number') return fc.oneof(fc.integer({ min: 1, max: 50 }), numbers)
  if (schema.type === 'array') return fc.array(near(schema.items ?? {}, known), { maxLength: 8 })
  if (schema.type === 'object') {
    const fields = Object.entries(schema.properties ?? {}).map(([name, field]) => [name, near(field, known)] as const)
    const model = Object.fromEntries([...fields, ['unasked', anything] as const])
    return fc
      .record(model, { requiredKeys: [] })
      .chain((partial) => fc.oneof(fc.constant(partial), fc.record(Object.fromEntries(fields))))
  }
  if (schema.type === 'string' && schema.format === 'email') return fc.oneof(fc.emailAddress(), text)
  if (schema.type === 'string') return fc.oneof(fc.constantFrom(...known), fc.uuid(), text)
  return anything
}

/** Inputs of a procedure: near what its schema says, with values that mean something here among them. */
export function inputsOf(schema: z.ZodType | undefined, known: string[]): Arbitrary<unknown> {
  if (!schema) return fc.oneof(fc.constant(undefined), anything)
  return near(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema, known)
}
