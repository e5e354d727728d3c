import type { BrowserContext, Frame, Page } from 'playwright-core'

/** Something that a text must never bring about. */
export interface Incident {
  /** `called`, `asked`, `dialog`, `opened`, `moved`, `refused`. */
  what: string
  detail: string
}

/**
 * Sees what runs in any document of this browser context: a call of `canari` or of what shows a dialog, a request to `canari.invalid`, a window
 * that opens, a document that goes elsewhere, and what a policy had to stop (then a text had become more than text).
 */
export async function observe(context: BrowserContext): Promise<Incident[]> {
  const incidents: Incident[] = []
  const see = (what: string, detail: string) => void incidents.push({ what, detail })
  await context.exposeBinding('canariSeen', (_source, what: string, detail: string) => see(what, detail))
  await context.addInitScript(watch)
  await context.route(
    ({ hostname }) => hostname === 'canari.invalid',
    (route) => {
      see('asked', route.request().url())
      return route.abort()
    },
  )
  context.on('dialog', (dialog) => {
    see('dialog', dialog.message())
    void dialog.dismiss()
  })
  return incidents
}

/** From here on a new window and a navigation of this page's own are incidents too. */
export function watchPage(page: Page, incidents: Incident[]): void {
  page.on('popup', (popup) => incidents.push({ what: 'opened', detail: popup.url() }))
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame()) incidents.push({ what: 'moved', detail: frame.url() })
  })
}

/** In each document, before anything else. */
function watch(): void {
  const { canariSeen } = globalThis as unknown as { canariSeen(what: string, detail: string): void }
  const tell = (what: string) => (detail: unknown) => canariSeen(what, String(detail))
  for (const [name, what] of Object.entries({
    canari: 'called',
    alert: 'dialog',
    confirm: 'dialog',
    prompt: 'dialog',
    print: 'dialog',
  }))
    Object.defineProperty(globalThis, name, { value: tell(what), configurable: false, writable: false, enumerable: false })
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
    canariSeen('refused', `${violatedDirective} ${blockedURI} ${sample}`),
  )
}

/**
 * What in this document is not as Cercle draws it, inside the elements that `within` finds: elements and attributes that no text may bring, and links
 * that lead to a script. Looks through the shadow roots.
 */
export const foreignParts = (place: Page | Frame, within: string): Promise<string[]> =>
  place.evaluate((selector) => {
    const forbidden =
      'script,style,link,meta,base,img,image,picture,video,audio,object,embed,applet,frame,frameset,math,foreignObject,animate,set,use,marquee,template,noscript,portal'
    const found: string[] = []
    const look = (root: ParentNode): void => {
      for (const element of root.querySelectorAll('*')) {
        if (element.matches(forbidden)) found.push(`<${element.localName}>`)
        for (const { name, value } of element.attributes) {
          if (/^on|^srcdoc$|^xlink/iu.test(name)) found.push(`${name}=${value}`)
          if (/^(?:href|src|action|formaction|data|poster)$/u.test(name) && !/^(?:https?:\/\/|mailto:|\/|#)/u.test(value))
            found.push(`${name}=${value}`)
        }
        if (element.shadowRoot) look(element.shadowRoot)
      }
    }
    for (const element of document.querySelectorAll(selector)) {
      look(element)
      if (element.shadowRoot) look(element.shadowRoot)
    }
    const polluted = Object.keys(Object.prototype).filter((key) => key !== 'hostKey')
    if ('polluted' in {} || polluted.length) found.push(`Object.prototype: ${polluted.join()}`)
    return found
  }, within)
