import { expect } from '@open-wc/testing'
import { storedSnapshot } from './runner.ts'

/*
 * What a screen reader is told of an element, as text: roles, names and states through the shadow roots, one line each. It knows the
 * part of HTML and ARIA that these widgets use, and fails on a role it was not told of rather than guess.
 */

const implicit: Readonly<Record<string, string>> = {
  article: 'article',
  aside: 'complementary',
  blockquote: 'blockquote',
  button: 'button',
  details: 'group',
  dialog: 'dialog',
  dd: 'definition',
  dt: 'term',
  em: 'emphasis',
  fieldset: 'group',
  footer: '',
  form: '',
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  header: '',
  hr: 'separator',
  iframe: 'iframe',
  li: 'listitem',
  nav: 'navigation',
  ol: 'list',
  output: 'status',
  p: 'paragraph',
  select: 'combobox',
  strong: 'strong',
  summary: 'button',
  textarea: 'textbox',
  time: 'time',
  ul: 'list',
}

/** Named by what they hold, and told as one. */
const leaves = new Set(['button', 'link', 'heading', 'checkbox', 'radio', 'textbox', 'combobox', 'time'])

const plain = (text: string): string => text.replace(/[ \n\t]+/gu, ' ').trim()

function roleOf(element: Element): string {
  const given = element.getAttribute('role')
  if (given) return given === 'presentation' || given === 'none' ? '' : given
  if (element instanceof HTMLAnchorElement) return element.hasAttribute('href') ? 'link' : ''
  if (element instanceof HTMLInputElement)
    return element.type === 'checkbox' || element.type === 'radio' ? element.type : 'textbox'
  if (element.localName === 'section') return nameOf(element) ? 'region' : ''
  return implicit[element.localName] ?? ''
}

const isHidden = (element: Element): boolean =>
  element.getAttribute('aria-hidden') === 'true' || !element.checkVisibility({ visibilityProperty: true })

function childrenOf(element: Element): Node[] {
  if (element.shadowRoot) return [...element.shadowRoot.childNodes]
  if (element instanceof HTMLSlotElement) return element.assignedNodes({ flatten: true })
  return [...element.childNodes]
}

/** The words of a node as they are told: without what is hidden. */
function wordsOf(node: Node): string {
  if (node instanceof Text) return node.data
  if (!(node instanceof Element) || (isHidden(node) && node.localName !== 'slot')) return ''
  return childrenOf(node).map(wordsOf).join('')
}

function nameOf(element: Element): string {
  const root = element.getRootNode() as ParentNode
  const ids = element.getAttribute('aria-labelledby')?.split(/\s+/u) ?? []
  const named = ids.map((id) => root.querySelector(`#${CSS.escape(id)}`)).map((label) => label && wordsOf(label))
  if (named.length) return plain(named.join(' '))
  const label = element.getAttribute('aria-label')
  if (label) return plain(label)
  if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement) {
    return plain([...(element.labels ?? [])].map(wordsOf).join(' ')) || element.getAttribute('placeholder') || ''
  }
  return element.getAttribute('title') ?? ''
}

function statesOf(element: Element): string {
  const states: string[] = []
  const level = /^h([1-6])$/u.exec(element.localName)?.[1]
  if (level) states.push(`level=${level}`)
  for (const state of ['pressed', 'expanded', 'current', 'busy', 'invalid', 'disabled', 'haspopup', 'modal']) {
    const value = element.getAttribute(`aria-${state}`)
    if (value !== null && !(state === 'busy' && value === 'false')) states.push(`${state}=${value}`)
  }
  if (element.matches(':disabled')) states.push('disabled')
  if (element instanceof HTMLInputElement && /checkbox|radio/u.test(element.type)) states.push(`checked=${element.checked}`)
  if (element instanceof HTMLElement && element.lang && element.localName !== 'div') states.push(`lang=${element.lang}`)
  return states.map((state) => ` [${state}]`).join('')
}

function describedBy(element: Element): string {
  const root = element.getRootNode() as ParentNode
  const ids = element.getAttribute('aria-describedby')?.split(/\s+/u) ?? []
  return ids
    .map((id) => root.querySelector(`#${CSS.escape(id)}`))
    .map((part) => (part ? plain(wordsOf(part)) : ''))
    .join(' ')
}

function lines(node: Node, depth: number, out: string[]): void {
  const indent = '  '.repeat(depth)
  if (node instanceof Text) {
    const text = plain(node.data)
    if (text) out.push(`${indent}- text: ${text}`)
    return
  }
  if (!(node instanceof Element) || /^(?:style|script|template|svg)$/u.test(node.localName)) return
  if (node.localName !== 'slot' && isHidden(node)) return
  const role = roleOf(node)
  if (!role) return childrenOf(node).forEach((child) => lines(child, depth, out))
  const isLeaf = leaves.has(role)
  const name = nameOf(node) || (isLeaf ? plain(wordsOf(node)) : '')
  const hint = describedBy(node)
  const head = `${indent}- ${role}${name ? ` "${name}"` : ''}${statesOf(node)}${hint ? ` (${hint})` : ''}`
  const inner: string[] = []
  // A button inside a heading is told as both.
  const parts = isLeaf ? [...node.querySelectorAll('button, a')] : childrenOf(node)
  for (const child of parts) lines(child, depth + 1, inner)
  const [only] = inner
  if (inner.length === 1 && only!.trimStart().startsWith('- text: ')) out.push(`${head}: ${only!.trimStart().slice(8)}`)
  else out.push(inner.length ? `${head}:` : head, ...inner)
}

export function ariaSnapshot(element: Element): string {
  const out: string[] = []
  lines(element, 0, out)
  return out.join('\n')
}

/** Compares with `test/aria/<name>.txt`; `UPDATE_SNAPSHOTS=1` writes it. */
export async function expectAria(element: Element, name: string): Promise<void> {
  const seen = ariaSnapshot(element)
  const stored = await storedSnapshot(name, seen)
  expect(seen, `aria snapshot ${name}: if the change is meant, run the tests with UPDATE_SNAPSHOTS=1`).to.equal(stored)
}
