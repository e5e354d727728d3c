import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askToJoin } from '../../test/asking-to-join.ts'
import { caller, signIn } from '../../test/caller.ts'
import { communitySeed, testServer, type TestServer } from '../../test/server.ts'
import { uuidv7 } from '../ids.ts'

let server: TestServer
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server?.[Symbol.asyncDispose]())

async function makeCommunity(questions: { label: string; required?: boolean }[] = []) {
  const seed = communitySeed({ questions })
  await server.server.seed(seed)
  const enter = (key: string) => signIn(server, seed.slug, `${key}@${seed.slug}.example`)
  return { seed, stranger: caller(server.url, seed.slug), facilitator: await enter('facilitator'), enter }
}
const ask = (label: string, required = false) => ({ id: uuidv7(Date.now()), label, required })
const page = async (slug: string) => (await fetch(`${server.url}/c/${slug}/join`)).text()

describe('what a community asks of whoever wants to come in', () => {
  test('is written, reworded, put in another order and taken out, for both ways in', async () => {
    const { seed, stranger, facilitator } = await makeCommunity()
    const [who, since] = [ask('Qui vous a parlé de nous ?'), ask('Depuis quand ?', true)]
    expect((await facilitator.mutate('joining.settleForm', { questions: [who, since] })).data).toEqual({
      questions: [who, since],
    })
    expect((await stranger.query('joining.form')).data).toEqual({ questions: [who, since] })
    expect(await page(seed.slug)).toContain('Qui vous a parlé de nous ?')
    const reworded = { ...who, label: '  Par qui êtes-vous <là> ? ', required: true }
    const { data } = await facilitator.mutate('joining.settleForm', { questions: [since, reworded] })
    expect(data).toEqual({ questions: [since, { ...reworded, label: 'Par qui êtes-vous <là> ?' }] })
    expect((await stranger.query('joining.form')).data).toEqual(data)
    const text = await page(seed.slug)
    expect(text).toContain('Par qui êtes-vous &lt;là&gt; ?')
    expect(text.indexOf('Depuis quand')).toBeLessThan(text.indexOf('Par qui'))
    expect((await facilitator.mutate('joining.settleForm', { questions: [] })).data).toEqual({ questions: [] })
    expect(await page(seed.slug)).not.toContain('Depuis quand')
    // and back, under the same ids
    expect((await facilitator.mutate('joining.settleForm', { questions: [since] })).data).toEqual({ questions: [since] })
  })

  test('stays with the requests that answered it, as it was put', async () => {
    const { seed, facilitator } = await makeCommunity()
    const question = ask('Depuis quand ?', true)
    await facilitator.mutate('joining.settleForm', { questions: [question] })
    const answers = [{ question: question.id, answer: 'Trois ans' }]
    const { outcome } = await askToJoin(server, seed.slug, `ines@${seed.slug}.example`, { answers })
    expect(outcome.data).toEqual({ done: true })
    await facilitator.mutate('joining.settleForm', { questions: [] })
    const { items } = (await facilitator.query('joining.requests', {})).data
    expect(items[0].answers).toEqual([{ question: 'Depuis quand ?', answer: 'Trois ans' }])
  })

  test('may change while somebody fills in the form without script: she is shown what is asked by now, and what she wrote', async () => {
    const { seed, facilitator } = await makeCommunity()
    const [old, fresh] = [ask('Avant ?'), ask('Depuis ?')]
    await facilitator.mutate('joining.settleForm', { questions: [old] })
    const [id] = /[0-9a-f-]{36}/u.exec((await page(seed.slug)).split('name="id"')[1]!)!
    await facilitator.mutate('joining.settleForm', { questions: [fresh] })
    const fields = { id, name: 'Ines', email: `ines@${seed.slug}.example`, reason: 'Ici', [`answers.${old.id}`]: 'Oui' }
    const send = (body: Record<string, string>) =>
      fetch(`${server.url}/c/${seed.slug}/join`, {
        method: 'POST',
        body: new URLSearchParams(body),
        headers: { origin: server.url },
        redirect: 'manual',
      })
    const again = await send(fields)
    expect(again.status).toBe(400)
    const text = await again.text()
    for (const words of ['vient de changer ses questions', 'Depuis ?', 'value="Ines"']) expect(text).toContain(words)
    const { [`answers.${old.id}`]: _, ...rest } = fields
    expect((await send({ ...rest, [`answers.${fresh.id}`]: 'Oui' })).status).toBe(303)
  })

  test('is noted, with who said it', async () => {
    const { seed, facilitator } = await makeCommunity()
    await facilitator.mutate('joining.settleForm', { questions: [ask('Qui ?')] })
    const rows = await server.owner
      .selectFrom('activity as a')
      .innerJoin('community as c', 'c.id', 'a.community_id')
      .select(['a.kind', 'a.actor_id', 'a.subject_id', 'c.id'])
      .where('c.slug', '=', seed.slug)
      .where('a.kind', '=', 'join.formSettled')
      .execute()
    expect(rows).toEqual([{ kind: 'join.formSettled', actor_id: expect.any(String), subject_id: rows[0]!.id, id: rows[0]!.id }])
  })

  test('of two who say it at once, one is heard after the other, whole', async () => {
    const { stranger, facilitator } = await makeCommunity([{ label: 'Avant' }])
    const lists = [0, 1, 2, 3].map((n) => Array.from({ length: 5 }, (_, index) => ask(`${n} ${index}`)))
    const outcomes = await Promise.all(lists.map((questions) => facilitator.mutate('joining.settleForm', { questions })))
    expect(outcomes.map(({ error }) => error)).toEqual(lists.map(() => undefined))
    const { questions } = (await stranger.query('joining.form')).data
    expect(lists).toContainEqual(questions)
  })

  test('can not be changed by a member, a stranger, or who waits', async () => {
    const { stranger, enter } = await makeCommunity([{ label: 'Avant' }])
    for (const [person, code] of [
      [stranger, 'unauthorized'],
      [await enter('member'), 'forbidden'],
      [await enter('pending'), 'forbidden'],
    ] as const)
      expect((await person.mutate('joining.settleForm', { questions: [ask('Après')] })).error?.code).toBe(code)
    expect((await stranger.query('joining.form')).data.questions).toMatchObject([{ label: 'Avant' }])
  })

  test('can not be nothing, too long, six questions, or twice the same', async () => {
    const { facilitator } = await makeCommunity()
    const question = ask('Qui ?')
    for (const [questions, path] of [
      [[{ ...question, label: ' ' }], 'questions.0.label'],
      [[{ ...question, label: 'x'.repeat(301) }], 'questions.0.label'],
      [Array.from({ length: 6 }, () => ask('Qui ?')), 'questions'],
      [[question, question], 'questions'],
    ] as const) {
      const { error } = await facilitator.mutate('joining.settleForm', { questions })
      expect([error?.code, error?.fields?.[0]?.path]).toEqual(['invalid', path])
    }
  })

  test('of another community is out of reach, even by its id', async () => {
    const [here, there] = [await makeCommunity([{ label: 'Ici' }]), await makeCommunity([{ label: 'Là' }])]
    const [question] = (await there.stranger.query('joining.form')).data.questions
    await here.facilitator.mutate('joining.settleForm', { questions: [{ ...question, label: 'Prise' }] })
    expect((await there.stranger.query('joining.form')).data.questions).toMatchObject([{ label: 'Là' }])
  })
})
