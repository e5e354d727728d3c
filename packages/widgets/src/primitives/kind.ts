import { html, type TemplateResult } from 'lit'
import type { ThreadKind } from '@cercle/sdk'
import type { ReadingKey } from '../locales/reading.fr.ts'
import type { Translate } from '../locales/texts.ts'
import { book, icon, newspaper, question, wrench } from './read-icons.ts'

/** The kinds in the order in which they are offered, each with its drawing. They differ by icon and word, never by colour. */
export const kindIcons: Readonly<Record<ThreadKind, string>> = { question, experience: book, tool: wrench, news: newspaper }
export const kinds = Object.keys(kindIcons) as ThreadKind[]

/** The kind of a thread: icon and word. */
export const kindLabel = (kind: ThreadKind, t: Translate<ReadingKey>): TemplateResult =>
  html`<span class="c-kind">${icon(kindIcons[kind])} ${t(`kind.${kind}`)}</span>`
