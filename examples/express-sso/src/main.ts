import { readFile, writeFile } from 'node:fs/promises'
import { exportJWK, generateKeyPair, importJWK, type CryptoKey, type JWK } from 'jose'
import { ssoSite } from './site.ts'

const { PORT = '4100', CERCLE = 'http://localhost:4000', COMMUNITY = 'a', KEY_FILE = 'cercle-key.json' } = process.env
const origin = `http://127.0.0.1:${PORT}`
const kid = 'intranet-1'

/** Made once, and kept where only this site can read it. */
async function secretKey(): Promise<JWK> {
  try {
    return JSON.parse(await readFile(KEY_FILE, 'utf8')) as JWK
  } catch {
    const { privateKey } = await generateKeyPair('EdDSA', { extractable: true })
    const key = { ...(await exportJWK(privateKey)), kid }
    await writeFile(KEY_FILE, JSON.stringify(key), { mode: 0o600 })
    return key
  }
}

const jwk = await secretKey()
const { d: _, ...published } = jwk
const key = (await importJWK(jwk, 'EdDSA')) as CryptoKey
ssoSite({ cercle: CERCLE, community: COMMUNITY, issuer: origin, origin: () => origin, kid, key }).listen(
  Number(PORT),
  '127.0.0.1',
  () => {
    console.log(
      `${origin}/entrer/ines\n\nFor the desk, « Partenaires et sites »:\n  origin  ${origin}\n  issuer  ${origin}\n  key     ${JSON.stringify(published)}`,
    )
  },
)
