import type { FrameMessage, HostMessage, Theme } from './protocol.ts'
import type { HostFrame, Shell } from './shell.ts'
import { hostWords } from './host-words.ts'
import { largerView, settle } from './host-larger.ts'
import { leavePage } from './host-leave.ts'
import { printWhole } from './host-print.ts'
import { awaitHello } from './host-refusal.ts'
import { bringIntoSight } from './host-sight.ts'
import { fetchWord, wordEndpoint } from './host-word.ts'
import { readTheme, watchTheme } from './theme-reader.ts'

/** What a frame needs around its first content; fetched while it opens. */
export interface Fittings {
  hello(port: MessagePort): void
  /** Attributes or look may have changed. */
  update(): void
  hear(message: FrameMessage): void
  release(): void
}

/** ms in which what comes after the first content may fill the place that was held for it. */
const SETTLING = 1500

const sheet = ':host{display:block}:host([hidden]){display:none}'

export function fit(shell: Shell, frame: HostFrame): Fittings {
  const words = hostWords(languageAround(shell))
  const title = words.titles[shell.element]
  let port: MessagePort | undefined
  let told: Theme | undefined
  const tell = (message: HostMessage): void => port?.postMessage(message)
  const heard = awaitHello(shell, frame, words)
  const opener = focused(shell)
  const larger = largerView(shell, frame, title, () => tell({ type: 'smaller' }))
  const stopPrint = printWhole(frame)
  const stopTheme = watchTheme(tellTheme)

  wear(shell.shadowRoot!)
  frame.iframe.title = title
  settle(frame, title)
  // alone: its place is drawn as quiet lines
  const isAlone = shell.box.childElementCount === 1 && !frame.isReady
  const reserved = isAlone ? frame.iframe.offsetHeight : 0
  if (isAlone) {
    shell.box.style.background = 'repeating-linear-gradient(rgb(128 128 128/.12) 0 16px,transparent 0 40px)'
  }

  function tellTheme(): void {
    if (!port) return
    const theme = readTheme(shell)
    if (JSON.stringify(theme) === JSON.stringify(told)) return
    told = theme
    // transparent only while both sides use the same scheme
    frame.iframe.style.colorScheme = theme.scheme
    tell({ type: 'theme', theme })
  }

  function tellAttributes(): void {
    const attributes = { space: shell.setting('space') ?? undefined, lang: languageAround(shell) }
    tell({ type: 'attributes', attributes: { ...attributes, ...(wordEndpoint(shell) && { bySite: true }) } })
  }

  async function tellWord(nonce: string): Promise<void> {
    const endpoint = wordEndpoint(shell)
    tell({ type: 'word', word: endpoint && (await fetchWord(endpoint, nonce)) })
  }

  /** First content may be shorter than all of it: what lies below does not come up only to go down again. */
  function holdPlace(px: number): void {
    if (px >= reserved) return
    frame.dialog.style.minHeight = `${reserved}px`
    setTimeout(() => (frame.dialog.style.minHeight = ''), SETTLING)
  }

  /** The form is where one looks: its top in the window, the keyboard inside. */
  function showForm(): void {
    if (frame.dialog.getBoundingClientRect().top < 0) frame.dialog.scrollIntoView()
    frame.iframe.focus()
  }

  return {
    hello(fresh) {
      heard()
      port?.close()
      port = fresh
      told = undefined
      tellTheme()
      tellAttributes()
      tell({ type: 'intent', intent: frame.intent })
    },
    update() {
      tellTheme()
      tellAttributes()
      if (frame.isRefused) shell.showInline()
    },
    hear(message) {
      if (message.type === 'larger') larger.open(message.title, told?.ground)
      else if (message.type === 'smaller') larger.close()
      else if (message.type === 'leave') leavePage(message.to)
      else if (message.type === 'ask-word') void tellWord(message.nonce)
      else if (message.type === 'focus') bringIntoSight(shell, frame, message)
      else if (message.type === 'ready') {
        shell.box.style.background = ''
        if (frame.intent === 'sign-in') showForm()
        else holdPlace(message.px)
      }
    },
    release() {
      heard()
      stopPrint()
      stopTheme()
      port?.close()
      // once the view it lies in is drawn again, and unless the person went elsewhere
      if (!opener?.isConnected) return
      void import('../inline.ts').then(() => document.activeElement === document.body && opener.focus())
    },
  }
}

/** That of the element or of what it lies in, the page at last. */
const languageAround = (shell: Shell): string | undefined => shell.closest('[lang]')?.getAttribute('lang') || undefined

/** What has the keyboard inside the element now: it gets it back when the form is closed. */
function focused(shell: Shell): HTMLElement | undefined {
  let active = shell.shadowRoot!.activeElement
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
  return active instanceof HTMLElement ? active : undefined
}

function wear(root: ShadowRoot): void {
  try {
    const constructed = new CSSStyleSheet()
    constructed.replaceSync(sheet)
    root.adoptedStyleSheets = [constructed]
  } catch {
    // Safari before 16.4 makes no sheets: the element is inline around a block, which looks the same
  }
}
