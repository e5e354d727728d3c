import { html } from '../html.ts'
import type { CommunityLanguage } from '../locales/texts.ts'
import { mailFrame } from './mail-frame.ts'

/** What a mail says: its kind writes this, and text and HTML are made of it. */
export interface Letter {
  /** Says neither who nor what: a subject shows on a locked screen. */
  subject: string
  /** One sentence or a few each. */
  paragraphs: readonly string[]
  /** After them, a line each. */
  list?: readonly string[]
  /** Where to go; `url` is absolute. */
  link?: { words: string; url: string }
  /** Smaller, below. */
  aside?: string
}

const stopWords: Record<CommunityLanguage, string> = {
  'fr-CA': 'Ne plus recevoir ces courriels',
  'en-CA': 'Stop receiving these emails',
}
const colon: Record<CommunityLanguage, string> = { 'fr-CA': '\u00a0:', 'en-CA': ':' }

/** The same words in both forms. A link is written out in the text, where nothing else tells where it leads. */
export function renderLetter(
  { subject, paragraphs, list = [], link, aside }: Letter,
  language: CommunityLanguage,
  stopUrl: string | undefined,
): { subject: string; text: string; html: string } {
  const linkLine = ({ words, url }: { words: string; url: string }) => `${words}${colon[language]}\n${url}`
  const stop = stopUrl === undefined ? undefined : { words: stopWords[language], url: stopUrl }
  const lines = list.length > 0 ? [list.map((one) => `- ${one}`).join('\n')] : []
  const parts = [
    ...paragraphs,
    ...lines,
    ...(link ? [linkLine(link)] : []),
    ...(aside ? [aside] : []),
    ...(stop ? [linkLine(stop)] : []),
  ]
  const body = html`${paragraphs.map((one) => html`<p>${one}</p>`)}
  ${
    list.length > 0
      ? html`<ul>
          ${list.map((one) => html`<li>${one}</li>`)}
        </ul>`
      : ''
  }
  ${link ? html`<p><a href=${link.url}>${link.words}</a></p>` : ''} ${aside ? html`<p class="aside">${aside}</p>` : ''}
  ${stop ? html`<p class="aside"><a href=${stop.url}>${stop.words}</a></p>` : ''}`
  return { subject, text: `${parts.join('\n\n')}\n`, html: mailFrame({ language, title: subject, body }) }
}
