import { afterAll, beforeAll, expect, test } from 'vitest'
import { uuidv7 } from '../../src/ids.ts'
import { signIn, type Caller, type Outcome } from '../caller.ts'
import { engine } from '../database.ts'
import { communitySeed, testServer, type TestServer } from '../server.ts'

let server: TestServer
let people: Caller[]
const seed = communitySeed()
/** PGlite has one connection: nobody waits for a lock there. */
const ROUNDS = engine === 'postgres' ? 15 : 2
const newId = () => uuidv7(Date.now())

beforeAll(async () => {
  server = await testServer()
  await server.server.seed(seed)
  people = []
  for (const key of ['member', 'other', 'restricted', 'facilitator'])
    people.push(await signIn(server, seed.slug, `${key}@${seed.slug}.example`))
})
afterAll(() => server?.[Symbol.asyncDispose]())

test(
  'people who reply, react, read, pin and edit in one thread at the same moment do not stop each other',
  { timeout: 60_000 },
  async () => {
    const id = newId()
    const [author, , , facilitator] = people as [Caller, Caller, Caller, Caller]
    const made = await author.mutate('discussions.createThread', {
      id,
      space: 'entraide',
      kind: 'question',
      title: 'Titre',
      body: 'Texte',
    })
    expect(made.error).toBeUndefined()
    const reply = (person: Caller) => person.mutate('discussions.reply', { id: newId(), threadId: id, body: 'Réponse' })
    const read = (person: Caller) => person.mutate('discussions.markRead', { id })
    // Eight at once: so many are never refused, however slow the machine.
    const rounds = (number: number) => [
      people.flatMap((person) => [() => reply(person), () => read(person)]),
      [
        ...people
          .slice(1)
          .flatMap((person) => [
            () => reply(person),
            () => person.mutate('discussions.react', { postId: id, key: 'thanks', on: number % 2 === 0 }),
          ]),
        () => author.mutate('discussions.edit', { id, body: `Texte ${number}` }),
        () => facilitator.mutate('discussions.pin', { id, pinned: number % 2 === 0 }),
      ],
    ]
    const answers: Outcome[] = []
    for (let number = 0; number < ROUNDS; number++) {
      for (const calls of rounds(number)) answers.push(...(await Promise.all(calls.map((call) => call()))))
    }
    expect(answers.filter(({ error }) => error !== undefined).map(({ text }) => text)).toEqual([])
    const { data } = await author.query('discussions.thread', { id })
    expect(data).toMatchObject({ replyCount: ROUNDS * (2 * people.length - 1) })
  },
)
