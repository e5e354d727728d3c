import { once } from 'node:events'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterEach, describe, expect, test } from 'vitest'
import type { OutgoingMail } from './mail-transport.ts'
import { createSmtpTransport } from './smtp-transport.ts'

const disposables: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const dispose of disposables.splice(0).reverse()) await dispose()
})

interface Received {
  from: string
  to: string[]
  raw: string
}

/** An SMTP server on a free port; `refuse` answers 550 to every recipient. */
async function mailServer({ refuse = false } = {}) {
  const received: Received[] = []
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onRcptTo: (_address, _session, callback) =>
      callback(refuse ? Object.assign(new Error('no such box'), { responseCode: 550 }) : null),
    onData(stream, session, callback) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope
        const from = mailFrom === false ? '' : mailFrom.address
        received.push({ from, to: rcptTo.map((one) => one.address), raw: Buffer.concat(chunks).toString('utf8') })
        callback()
      })
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  disposables.push(() => new Promise((resolve) => server.close(() => resolve())))
  return { received, url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}` }
}

function transportTo(url: string, more: { from?: string; patience?: number } = {}) {
  const transport = createSmtpTransport({ url, publicUrl: 'https://cercle.example', ...more })
  disposables.push(() => transport[Symbol.asyncDispose]())
  return transport
}

const mail: OutgoingMail = {
  id: '0193-a',
  to: 'lea@maison.example',
  subject: 'Votre code d’entrée',
  text: 'Voici : 0123 4567\n',
  html: '<p>0123 4567</p>',
  code: '01234567',
}

describe('mails by SMTP', () => {
  test('go as text and HTML, from the public host, under the id of the mail', async () => {
    const { received, url } = await mailServer()
    await transportTo(url).send(mail)
    expect(received).toHaveLength(1)
    const [{ from, to, raw }] = received as [Received]
    expect(from).toBe('cercle@cercle.example')
    expect(to).toEqual(['lea@maison.example'])
    expect(raw).toMatch(/^Message-ID: <0193-a@cercle\.example>\r$/im)
    expect(raw).toMatch(/^Auto-Submitted: auto-generated\r$/im)
    expect(raw).toMatch(/^Content-Type: multipart\/alternative/im)
    expect(raw).toMatch(/^Content-Type: text\/plain; charset=utf-8/im)
    expect(raw).toMatch(/^Content-Type: text\/html; charset=utf-8/im)
    expect(raw).toContain('0123 4567')
    expect(raw.slice(0, raw.indexOf('\r\n\r\n'))).not.toContain('0123')
  })

  test('the same mail tried twice carries the same Message-ID', async () => {
    const { received, url } = await mailServer()
    const transport = transportTo(url)
    await transport.send(mail)
    await transport.send(mail)
    const ids = received.map(({ raw }) => /^Message-ID: (.+)\r$/im.exec(raw)?.[1])
    expect(ids).toEqual(['<0193-a@cercle.example>', '<0193-a@cercle.example>'])
  })

  test('the sender can be named', async () => {
    const { received, url } = await mailServer()
    await transportTo(url, { from: 'Récits communs <bonjour@recits.example>' }).send(mail)
    expect(received[0]?.from).toBe('bonjour@recits.example')
    expect(received[0]?.raw).toMatch(/^Message-ID: <0193-a@recits\.example>\r$/im)
  })

  test('a forged line in a subject or an address makes no header', async () => {
    const { received, url } = await mailServer()
    await transportTo(url).send({ ...mail, subject: 'a\r\nBcc: b@x.example', to: 'lea@maison.example' })
    expect(received[0]?.raw).not.toMatch(/^Bcc:/im)
    expect(received[0]?.to).toEqual(['lea@maison.example'])
  })

  test('a mail that was not taken rejects', async () => {
    const { url, received } = await mailServer({ refuse: true })
    await expect(transportTo(url).send(mail)).rejects.toThrow(/no such box/)
    expect(received).toEqual([])
  })

  test('a server that is not there rejects', async () => {
    const { url } = await mailServer()
    await disposables.pop()!()
    await expect(transportTo(url).send(mail)).rejects.toThrow()
  })

  test('disposing gives up on a server that never answers', async () => {
    const sockets: Socket[] = []
    const mute = createServer((socket) => sockets.push(socket.on('error', () => {})))
    mute.listen(0, '127.0.0.1')
    await once(mute, 'listening')
    disposables.push(async () => {
      for (const socket of sockets) socket.destroy()
      mute.close()
    })
    const transport = transportTo(`smtp://127.0.0.1:${(mute.address() as AddressInfo).port}`, { patience: 20 })
    const sending = expect(transport.send(mail)).rejects.toThrow()
    await once(mute, 'connection')
    await transport[Symbol.asyncDispose]()
    await sending
  })
})
