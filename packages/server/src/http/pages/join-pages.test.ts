import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askToJoin, mailsTo, nextMail, tokenIn } from '../../../test/asking-to-join.ts'
import { signIn } from '../../../test/caller.ts'
import { htmlFaults } from '../../../test/html-faults.ts'
import { communitySeed, testServer, type TestServer } from '../../../test/server.ts'
import { uuidv7 } from '../../ids.ts'

let server: TestServer
const questions = [{ label: 'Depuis quand faites-vous ce travail ?', required: true }]
const seed = communitySeed({ questions })
const address = (key: string) => `${key}@${seed.slug}.example`

beforeAll(async () => {
  server = await testServer()
  await server.server.seed(seed)
})
afterAll(() => server?.[Symbol.asyncDispose]())

interface Page {
  status: number
  text: string
  headers: Headers
}
const at = (path = '') => `${server.url}/c/${seed.slug}/join${path}`
async function page(response: Promise<Response>): Promise<Page> {
  const { status, headers, ...rest } = await response.then(async (one) => ({
    status: one.status,
    headers: one.headers,
    text: await one.text(),
  }))
  return { status, headers, ...rest }
}
const open = (path = '') => page(fetch(at(path)))
/** As a browser sends a form, from a page of ours unless told. */
const send = (fields: Record<string, string>, path = '', headers: Record<string, string> = { origin: server.url }) =>
  page(fetch(at(path), { method: 'POST', body: new URLSearchParams(fields), headers, redirect: 'manual' }))
const fieldOf = (text: string, name: string) =>
  new RegExp(`name="${name}"[^>]*value="([^"]*)"|value="([^"]*)"[^>]*name="${name}"`, 'u').exec(text)?.slice(1).find(Boolean) ??
  ''
const answerField = (text: string) => /name="(answers\.[0-9a-f-]{36})"/u.exec(text)![1]!
const requests = () => server.owner.selectFrom('join_request').selectAll().execute()

describe('A1: asking to come in without script', () => {
  test('asks, and says what comes; sent twice it asks once', async () => {
    const form = await open()
    expect([form.status, form.headers.get('cache-control')]).toEqual([200, 'no-store'])
    expect(form.headers.get('content-security-policy')).toContain("form-action 'self'")
    // with no-referrer a browser would say that the form comes from nowhere
    expect(form.headers.get('referrer-policy')).toBe('same-origin')
    expect(form.text).not.toContain('<script>')
    expect(htmlFaults(form.text)).toEqual([])
    expect(form.text).not.toMatch(/Marie|Fatou/)
    const fields = {
      id: fieldOf(form.text, 'id'),
      name: 'Ines',
      email: address('ines'),
      reason: 'Je suis seule.\r\nTrès seule.',
      organisation: '',
      ease: 'call',
      phone: '819 555-0142',
      camera: 'no',
      microphone: '',
      [answerField(form.text)]: 'Trois ans',
    }
    const [first, again] = [await send(fields), await send(fields)]
    for (const one of [first, again])
      expect([one.status, one.headers.get('location')]).toEqual([303, `/c/${seed.slug}/join?sent=call`])
    expect(await requests()).toMatchObject([{ name: 'Ines', organisation: null, ease: 'call', equipment: { camera: 'no' } }])
    const sent = await open('?sent=call')
    expect(sent.text).toContain('on vous appellera')
    expect((await open('?sent=yes')).text).not.toContain('on vous appellera')
    expect(htmlFaults(sent.text)).toEqual([])
  })

  test('says what is to be mended beside its field, and loses nothing that was written', async () => {
    const form = await open()
    const wrong = await send({
      id: fieldOf(form.text, 'id'),
      name: '<b>Ines</b>',
      email: 'ines@lumen',
      reason: '',
      region: 'Laval',
      ease: 'easy',
    })
    expect(wrong.status).toBe(400)
    expect(htmlFaults(wrong.text)).toEqual([])
    expect(wrong.text).toContain('value="&lt;b&gt;Ines&lt;/b&gt;"')
    expect(wrong.text).toContain('value="Laval"')
    expect(wrong.text).toContain('href="#email"')
    expect(wrong.text).toContain('id="email-wrong"')
    expect(wrong.text).toContain('id="reason-wrong"')
    expect(fieldOf(wrong.text, 'id')).toBe(fieldOf(form.text, 'id'))
    const unanswered = await send({ id: uuidv7(1), name: 'Ines', email: address('x'), reason: 'Ici' })
    expect(unanswered.text).toContain(`id="${answerField(form.text)}-wrong"`)
    expect((await requests()).filter(({ email }) => email === address('x'))).toEqual([])
  })

  test('can not be sent from another page, as another kind of thing, or too large', async () => {
    const before = await requests()
    const fields = {
      id: uuidv7(2),
      name: 'Ines',
      email: address('forged'),
      reason: 'Ici',
      [answerField((await open()).text)]: 'Oui',
    }
    for (const headers of [{ origin: 'https://a.example' }, { origin: 'null' }, {}, { referer: 'https://a.example/' }] as Record<
      string,
      string
    >[])
      expect((await send(fields, '', headers)).status).toBe(404)
    const asJson = await page(
      fetch(at(), {
        method: 'POST',
        body: JSON.stringify(fields),
        headers: { origin: server.url, 'content-type': 'application/json' },
      }),
    )
    expect(asJson.status).toBe(404)
    expect((await send({ ...fields, reason: 'x'.repeat(70_000) })).status).toBe(404)
    expect(await requests()).toEqual(before)
    // browsers too old to say their origin say their page
    expect((await send(fields, '', { referer: at() })).status).toBe(303)
  })

  test('answers the same page for a community that is not there', async () => {
    const nowhere = await page(fetch(`${server.url}/c/nulle-part/join`))
    expect([nowhere.status, nowhere.text]).toEqual([404, (await page(fetch(`${server.url}/c/nulle-part`))).text])
    expect((await open('/r/x')).text).toBe(nowhere.text)
    expect((await open(`/i/${'A'.repeat(43)}`)).text).toBe(nowhere.text)
  })
})

describe('the pages of mailed links', () => {
  test('A2: show the question, take the answer, and take the request back', async () => {
    const form = await open()
    const { token } = await askToJoin(server, seed.slug, address('nadia'), {
      answers: [{ question: answerField(form.text).slice('answers.'.length), answer: 'Un an' }],
    })
    const facilitator = await signIn(server, seed.slug, address('facilitator'))
    const { items } = (await facilitator.query('joining.requests', {})).data
    const { id } = items.find(({ email }: { email: string }) => email === address('nadia'))
    await facilitator.mutate('joining.decide', { id, decision: 'askBack', text: 'Où ?\nEt <depuis> quand ?' })
    const asked = await open(`/r/${token}`)
    expect(asked.text).toContain('Où ?<br />Et &lt;depuis&gt; quand ?')
    expect(asked.text).not.toContain('Marie')
    expect(htmlFaults(asked.text)).toEqual([])
    expect((await send({ do: 'answer', text: ' ' }, `/r/${token}`)).status).toBe(400)
    const answered = await send({ do: 'answer', text: 'À Gatineau' }, `/r/${token}`)
    expect([answered.status, answered.text.includes('À Gatineau')]).toEqual([200, true])
    expect((await send({ do: 'answer', text: 'Ailleurs' }, `/r/${token}`)).status).toBe(409)
    const retracted = await send({ do: 'retract' }, `/r/${token}`)
    expect(retracted.text).toContain('Rien n’en a été gardé')
    expect((await open(`/r/${token}`)).status).toBe(404)
  })

  test('accept an invitation by a press, not by a look', async () => {
    const facilitator = await signIn(server, seed.slug, address('facilitator'))
    const before = mailsTo(server, address('sol')).length
    await facilitator.mutate('joining.invite', { id: uuidv7(Date.now()), email: address('sol'), spaces: ['laval'] })
    const token = tokenIn(await nextMail(server, address('sol'), before))
    for (let time = 0; time < 3; time++) expect((await open(`/i/${token}`)).status).toBe(200)
    expect(htmlFaults((await open(`/i/${token}`)).text)).toEqual([])
    expect((await send({ name: '' }, `/i/${token}`)).status).toBe(400)
    expect((await send({ name: 'Sol' }, `/i/${token}`, { origin: 'https://a.example' })).status).toBe(404)
    const welcome = await send({ name: 'Sol' }, `/i/${token}`)
    expect([welcome.status, welcome.text.includes('Bienvenue')]).toEqual([200, true])
    expect((await open(`/i/${token}`)).status).toBe(404)
    const sol = await signIn(server, seed.slug, address('sol'))
    expect((await sol.query('communities.current')).data.viewer.name).toBe('Sol')
  })
})
