import { createReader, type CercleReader } from '@cercle/sdk'
import './feed/register.ts'
import type { ElementName, Shell } from './frame/shell.ts'

/** What a view takes from the element around it. */
interface View extends HTMLElement {
  client: CercleReader
  space?: string | undefined
  theme?: string | undefined
  requestUpdate?(): void
}

/** One per server and community: the elements of a page share their requests. */
const clients = new Map<string, CercleReader>()

function clientFor(shell: Shell): CercleReader {
  const [server, community] = [shell.server, shell.setting('community')!]
  const key = `${server} ${community}`
  const client = clients.get(key) ?? createReader({ server, community, fetch: (...asked) => early(shell, asked) })
  clients.set(key, client)
  return client
}

/** What the shell asked while this was on its way answers the first call, when that is the same: who, where, and all discussions (`…{}}`). */
function early(shell: Shell, asked: Parameters<typeof fetch>): Promise<Response> {
  const first = shell.early
  shell.early = undefined
  return first && (asked[0] as string).endsWith('%7B%7D%7D') ? first : fetch(...asked)
}

// The feed is what most pages show: it comes with the rest, the other views when an element asks for them.
const views: Partial<Record<ElementName, () => Promise<unknown>>> = {
  account: () => import('./account/register.ts'),
  community: () => import('./community/register.ts'),
  join: () => import('./join/register.ts'),
}

/**
 * What a stranger sees: the view in the page itself, with public texts only and no token. Draws it, or brings one that is there
 * (behind a form that was closed, or after a change of attributes) up to date.
 */
export function draw(shell: Shell, drawn?: HTMLElement): HTMLElement {
  const view = (drawn ?? create(shell)) as View
  view.space = shell.setting('space') ?? undefined
  view.theme = shell.setting('theme') ?? undefined
  // the language may be written on any ancestor
  view.requestUpdate?.()
  view.style.visibility = ''
  return view
}

function create(shell: Shell): View {
  const view = document.createElement(`cercle-${shell.element}-view`) as View
  view.client = clientFor(shell)
  view.setAttribute('exportparts', 'thread,post,compose,send,audience,sign-in,error')
  view.style.gridArea = '1/1'
  view.addEventListener('cercle-ready', (event) => {
    event.stopPropagation()
    shell.arrive()
  })
  view.addEventListener('cercle-sign-in', () => {
    // while a form is on its way, one more click changes nothing
    if (!shell.frame || shell.frame.isRefused) shell.openFrame('sign-in')
  })
  new MutationObserver(() => mirror(shell, view)).observe(view, { attributeFilter: ['data-state'] })
  wear(shell.shadowRoot!)
  shell.box.prepend(view)
  void views[shell.element]?.().catch(() => shell.showState('offline'))
  return view
}

function mirror(shell: Shell, view: View): void {
  const { state } = view.dataset
  if (state && !shell.frame?.isReady) shell.showState(state)
}

/** As the fittings of a frame do, which come without this chunk. */
function wear(root: ShadowRoot): void {
  try {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(':host{display:block}:host([hidden]){display:none}')
    root.adoptedStyleSheets = [sheet]
  } catch {
    // Safari before 16.4 makes no sheets: the element is inline around a block, which looks the same
  }
}
