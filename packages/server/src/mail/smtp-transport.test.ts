import { once } from 'node:events'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import type { OutgoingMail } from './mail-transport.ts'
import { createSmtpTransport } from './smtp-transport.ts'
import { mailServer } from '../../test/mail-server.ts'

const disposables: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const dispose of disposables.splice(0).reverse()) await dispose()
})

async function openMailServer() {
  const server = await mailServer()
  disposables.push(async () => server[Symbol.asyncDispose]())
  return server
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
    const { received, url } = await openMailServer()
    await transportTo(url).send(mail)
    expect(received).toHaveLength(1)
    const { from, to, raw } = received[0]!
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
    const { received, url } = await openMailServer()
    const transport = transportTo(url)
    await transport.send(mail)
    await transport.send(mail)
    const ids = received.map(({ raw }) => /^Message-ID: (.+)\r$/im.exec(raw)?.[1])
    expect(ids).toEqual(['<0193-a@cercle.example>', '<0193-a@cercle.example>'])
  })

  test('the sender can be named', async () => {
    const { received, url } = await openMailServer()
    await transportTo(url, { from: 'Récits communs <bonjour@recits.example>' }).send(mail)
    expect(received[0]?.from).toBe('bonjour@recits.example')
    expect(received[0]?.raw).toMatch(/^Message-ID: <0193-a@recits\.example>\r$/im)
  })

  test('a mail that can be stopped says where, for one press of a button; another says nothing', async () => {
    const { received, url } = await openMailServer()
    const transport = transportTo(url)
    await transport.send({ ...mail, stopUrl: 'https://cercle.example/c/a/mail/k' })
    await transport.send(mail)
    expect(received[0]?.raw).toMatch(/^List-Unsubscribe: <https:\/\/cercle\.example\/c\/a\/mail\/k>\r$/im)
    expect(received[0]?.raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/im)
    expect(received[1]?.raw).not.toMatch(/^List-/im)
  })

  test('a forged line in a subject or an address makes no header', async () => {
    const { received, url } = await openMailServer()
    await transportTo(url).send({ ...mail, subject: 'a\r\nBcc: b@x.example', to: 'lea@maison.example' })
    expect(received[0]?.raw).not.toMatch(/^Bcc:/im)
    expect(received[0]?.to).toEqual(['lea@maison.example'])
  })

  test('a mail that was not taken rejects', async () => {
    const { url, received, refusals } = await openMailServer()
    refusals.set(mail.to, { code: 550, words: 'no such box' })
    await expect(transportTo(url).send(mail)).rejects.toThrow(/no such box/)
    expect(received).toEqual([])
  })

  test('a server that is not there rejects', async () => {
    const { url } = await openMailServer()
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
