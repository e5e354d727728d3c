import { expect } from '@open-wc/testing'
import '../loader.ts'
import { fetchWord, wordEndpoint } from './host-word.ts'
import { clean, cercleServer, greeted, put, StandIn, until, viewOf } from './test-host.ts'

customElements.define('cercle-feed-view', StandIn)

const original = window.fetch
let asked: (RequestInit | undefined)[] = []
const answer = (respond: () => Response | Promise<Response>): void => {
  window.fetch = async (_url, init) => {
    asked.push(init)
    return respond()
  }
}

describe('the site of a page, asked who its visitor is', function () {
  this.timeout(20_000)
  afterEach(() => {
    window.fetch = original
    asked = []
    document.querySelectorAll('script[auth-endpoint]').forEach((script) => script.remove())
    clean()
  })

  it('is asked on its own origin only, by the element, what lies around it, or the script', () => {
    const at = (endpoint?: string) => wordEndpoint(put({ community: '', 'auth-endpoint': endpoint }))
    expect(at('/cercle/word')).to.equal(`${location.origin}/cercle/word`)
    expect(at('https://elsewhere.example/word')).to.equal(undefined)
    expect(at('javascript:alert(1)')).to.equal(undefined)
    expect(at()).to.equal(undefined)
    const around = document.createElement('cercle-community')
    around.setAttribute('auth-endpoint', '/around')
    document.body.append(around)
    around.append(put({ community: '' }))
    expect(wordEndpoint(around.firstElementChild as ReturnType<typeof put>)).to.equal(`${location.origin}/around`)
    const script = document.createElement('script')
    script.type = 'module'
    script.setAttribute('auth-endpoint', '/script')
    document.head.append(script)
    expect(at()).to.equal(`${location.origin}/script`)
  })

  it('gets the nonce with the visitor’s own cookies, and answers with a JWT', async () => {
    answer(() => new Response(' a.b.c\n'))
    expect(await fetchWord(`${location.origin}/word`, 'n')).to.equal('a.b.c')
    expect(asked[0]).to.include({ method: 'POST', credentials: 'same-origin' })
    expect(JSON.parse(asked[0]!.body as string)).to.deep.equal({ nonce: 'n', origin: location.origin })
  })

  it('says nothing where the visitor is not signed in, or the site does not answer', async () => {
    for (const respond of [
      () => new Response(null, { status: 204 }),
      () => new Response('no', { status: 401 }),
      () => Promise.reject(new TypeError()),
    ]) {
      answer(respond)
      expect(await fetchWord(`${location.origin}/word`, 'n')).to.equal(undefined)
    }
  })

  it('is asked when the frame asks, and the frame is told that it can be', async () => {
    const shell = put({ community: 'scripted', server: cercleServer, 'auth-endpoint': '/word' })
    ;(await until(() => viewOf(shell) as StandIn)).signIn()
    const frame = await greeted(shell)
    expect((await frame.hears('attributes')).attributes).to.include({ bySite: true })
    answer(() => new Response('a.b.c'))
    frame.say({ type: 'ask-word', nonce: 'n' })
    expect(await frame.hears('word')).to.deep.equal({ type: 'word', word: 'a.b.c' })
  })
})
