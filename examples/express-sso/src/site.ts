import { randomUUID } from 'node:crypto'
import express, { type Express } from 'express'
import { SignJWT, type CryptoKey } from 'jose'
import { page } from './page.ts'

/** `key` is the secret half of what the desk of the community was given; `origin` is this site's own, exactly. */
export type Settings = { cercle: string; community: string; issuer: string; origin: () => string; kid: string; key: CryptoKey }

export function ssoSite({ cercle, community, issuer, origin, kid, key }: Settings): Express {
  const visitors = new Map<string, string>() // the site's own sessions, whatever they are
  const site = express()
  site.get('/entrer/:name', (req, res) => {
    const session = randomUUID()
    visitors.set(session, req.params.name)
    res.cookie('session', session, { httpOnly: true, sameSite: 'lax' }).redirect('/')
  })
  site.post('/cercle', express.json(), async (req, res) => {
    const visitor = visitors.get(/\bsession=([\w-]+)/.exec(req.get('cookie') ?? '')?.[1] ?? '')
    if (!visitor) return void res.sendStatus(401)
    const word = new SignJWT({ nonce: req.body.nonce, origin: origin() }).setProtectedHeader({ alg: 'EdDSA', kid })
    word.setIssuer(issuer).setAudience(`${cercle}/c/${community}`).setSubject(visitor)
    word.setJti(randomUUID()).setIssuedAt().setExpirationTime('60s')
    res.type('text').send(await word.sign(key))
  })
  site.get('/', (_req, res) => void res.send(page(cercle, community)))
  return site
}
