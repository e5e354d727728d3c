import { LitElement, html, nothing, type TemplateResult } from 'lit'
import type { ThreadSummary } from '@cercle/sdk'

declare global {
  /** The answer on its way, where a loader asked before this script was there. */
  var floorAnswer: Promise<unknown> | undefined
}

/** One answer of a batch: the page of threads is the one that has items with titles. */
type Answers = { result: { data: { items?: ThreadSummary[] } } }[]

/** The least that a page with Lit can do: asks once, and draws each thread as a plain row. */
class FloorFeed extends LitElement {
  static override properties = { threads: { state: true } }
  declare threads: ThreadSummary[] | undefined

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#load()
  }

  async #load(): Promise<void> {
    const answer = globalThis.floorAnswer ?? fetch(this.dataset['query']!).then((response) => response.json())
    const answers = (await answer) as Answers
    this.threads = answers.map(({ result }) => result.data.items ?? []).find(([item]) => item && 'title' in item)
    await this.updateComplete
    this.dispatchEvent(new Event('cercle-ready', { bubbles: true, composed: true }))
  }

  protected override render(): TemplateResult | typeof nothing {
    return this.threads ? html`${this.threads.map(row)}` : nothing
  }
}

const row = ({ title, excerpt, space, createdAt, replyCount }: ThreadSummary): TemplateResult =>
  html`<article>
    <h3>${title}</h3>
    <p>${excerpt}</p>
    <p>${space.name} · <time datetime=${createdAt}>${createdAt.slice(0, 10)}</time> · ${replyCount}</p>
  </article>`

if (!customElements.get('floor-feed')) customElements.define('floor-feed', FloorFeed)
