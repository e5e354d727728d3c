import type { Meta, StoryObj } from '@storybook/web-components-vite'
import type { ClientErrorCode } from '@cercle/sdk'
import { html } from 'lit'
import { ago, buildId, buildViewer, now } from '../../test/factories.ts'
import { fakeClient, type FakeWorld } from '../../test/fake-client.ts'
import { giveFakeOutbox } from '../../test/fake-outbox.ts'
import './register.ts'

const device = (id: string, site: string | null, current: boolean) => ({
  id,
  site,
  current,
  signedInAt: ago(60 * 24 * 9),
  lastUsedAt: ago(current ? 5 : 60 * 24 * 3),
})
const devices = [device('1', 'alize.example', true), device('2', 'lumen.example', false), device('3', null, false)]

function account(world: Partial<FakeWorld> = {}, fails?: ClientErrorCode) {
  const client = fakeClient({ viewer: buildViewer(), devices, ...world })
  if (fails) client.fail(fails)
  return html`<cercle-account-view .client=${client} .now=${now}></cercle-account-view>`
}

function signIn(fails?: ClientErrorCode, retryAfter?: number) {
  const client = fakeClient({ code: '12345678' })
  if (fails) client.fail(fails, { ...(retryAfter && { retryAfter }) })
  return html`<cercle-sign-in .client=${client} site-name="Carrefour Alizé"></cercle-sign-in>`
}

async function fill(canvas: HTMLElement, name: string, value: string): Promise<void> {
  for (;;) {
    const form = canvas.querySelector('cercle-sign-in')
    const field = form?.renderRoot?.querySelector<HTMLInputElement>(`[name="${name}"]`)
    if (field) {
      Object.assign(field, { value }).dispatchEvent(new Event('input', { bubbles: true }))
      return form!.renderRoot.querySelector<HTMLElement>('[type=submit]')!.click()
    }
    await new Promise((turn) => setTimeout(turn, 5))
  }
}
const toCode = ({ canvasElement }: { canvasElement: HTMLElement }) => fill(canvasElement, 'email', 'ines@lumen.example')

const meta: Meta = { title: 'Account', component: 'cercle-account-view' }
export default meta

export const SignedIn: StoryObj = { render: () => account() }
export const Stranger: StoryObj = { render: () => account({ viewer: null }) }
export const Pending: StoryObj = {
  render: () => account({ viewer: buildViewer({ status: 'pending' }), devices: devices.slice(0, 1) }),
}
export const LeavingUnsent: StoryObj = {
  render: () => {
    const client = fakeClient({ viewer: buildViewer(), devices })
    client.fail('offline', { procedure: 'discussions.reply' })
    const { outbox } = giveFakeOutbox(client)
    void outbox.add({ type: 'reply', input: { threadId: buildId(), body: 'Chez nous, on marche.' } })
    return html`<cercle-account-view .client=${client} .now=${now}></cercle-account-view>`
  },
  play: async ({ canvasElement }) => {
    const account = canvasElement.querySelector('cercle-account-view')!
    const leave = () => account.renderRoot?.querySelector<HTMLElement>('.me button')
    while (!leave()) await new Promise((turn) => setTimeout(turn, 5))
    leave()!.click()
  },
}
export const Failed: StoryObj = { render: () => account({}, 'internal') }
export const Offline: StoryObj = { render: () => account({}, 'offline') }
export const SignInAddress: StoryObj = { render: () => signIn() }
export const SignInCode: StoryObj = { render: () => signIn(), play: toCode }
export const SignInWrongCode: StoryObj = {
  render: () => signIn(),
  play: async (context) => {
    await toCode(context)
    await fill(context.canvasElement, 'code', '11112222')
  },
}
export const SignInBadAddress: StoryObj = {
  render: () => signIn(),
  play: ({ canvasElement }) => fill(canvasElement, 'email', 'ines@lumen'),
}
export const SignInTooOften: StoryObj = { render: () => signIn('rate_limited', 1700), play: toCode }
export const SignInOffline: StoryObj = { render: () => signIn('offline'), play: toCode }
export const MoreSpaces: StoryObj = {
  render: () =>
    html`<cercle-more-spaces .client=${fakeClient({ code: '12345678' })} site-name="Carrefour Alizé"></cercle-more-spaces>`,
}
export const FirstBySite: StoryObj = {
  render: () =>
    html`<cercle-sign-in
      .client=${fakeClient({ code: '12345678' })}
      .word=${{ known: false, link: 'x', email: 'ines@lumen.example' }}
      site-name="Carrefour Alizé"
    ></cercle-sign-in>`,
}
