import type { Frame, Page } from 'playwright-core'

/** As a page shows a text: in one line. */
export const flat = (text: string): string => text.replace(/\s+/gu, ' ').trim()

/** Presses the button of that name for as long as there is one: everything is on the page then. */
export const showAll = (place: Page | Frame, name: string): Promise<void> =>
  place.evaluate(async (words) => {
    const find = (root: ParentNode): HTMLElement | undefined => {
      for (const element of root.querySelectorAll<HTMLElement>('*')) {
        if (element.localName === 'button' && element.textContent?.trim().startsWith(words)) return element
        const inner = element.shadowRoot && find(element.shadowRoot)
        if (inner) return inner
      }
      return undefined
    }
    for (let absent = 0; absent < 20; absent += 1) {
      const button = find(document)
      if (button) {
        absent = 0
        button.click()
        // it goes or stays, but never without a change of what is around it
        const before = button.getRootNode() as ShadowRoot
        await new Promise<void>((changed) => {
          const observer = new MutationObserver(() => (observer.disconnect(), changed()))
          observer.observe(before, { subtree: true, childList: true, attributes: true, characterData: true })
        })
      }
      await new Promise((turn) => setTimeout(turn, 4))
    }
  }, name)

/** Texts of all elements that fit, through the shadow roots, each in one line. */
export const textsOf = async (place: Page | Frame, selector: string): Promise<string[]> => {
  const found = await place.evaluate((wanted) => {
    const texts: string[] = []
    const look = (root: ParentNode): void => {
      for (const element of root.querySelectorAll('*')) {
        if (element.matches(wanted)) texts.push(element.textContent ?? '')
        if (element.shadowRoot) look(element.shadowRoot)
      }
    }
    look(document)
    return texts
  }, selector)
  return found.map(flat)
}
