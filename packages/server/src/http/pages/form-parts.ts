import type { FieldError } from '../../error-codes.ts'
import { html, type Html } from '../../html.ts'
import type { JoinPageKey } from '../../locales/join-page.fr.ts'
import type { Translate } from '../../locales/texts.ts'

/** What a form is drawn with: what was written, and what is to be mended. */
export interface FormState {
  t: Translate<JoinPageKey>
  values: ReadonlyMap<string, string>
  wrong: readonly FieldError[]
}

export interface FieldParts {
  /** Also its id. */
  name: string
  label: string
  hint?: string | undefined
  required?: boolean | undefined
  type?: 'text' | 'email' | 'tel' | undefined
  autocomplete?: string | undefined
  /** Several lines. */
  isLong?: boolean | undefined
  maxlength?: number | undefined
}

/** A page is written without its line breaks; those that a person wrote are kept by name. */
const kept = (text: string): Html[] => text.split('\n').map((line, index) => (index ? html`&#10;${line}` : html`${line}`))

function reasonOf({ t, wrong }: FormState, name: string): string | undefined {
  const reason = wrong.find(({ path }) => path === name)?.reason
  if (reason === undefined) return undefined
  if (reason === 'required' || reason === 'too_short') return t('wrong.required')
  if (reason === 'too_long') return t('wrong.long')
  return t(name === 'email' ? 'wrong.email' : 'wrong.other')
}

/** One field, with what is wrong with it beside it. */
export function field(state: FormState, parts: FieldParts): Html {
  const { name, label, hint, required, type = 'text', autocomplete, isLong, maxlength } = parts
  const { t, values } = state
  const value = values.get(name) ?? ''
  const wrong = reasonOf(state, name)
  const told = [hint === undefined ? '' : `${name}-hint`, wrong === undefined ? '' : `${name}-wrong`].filter(Boolean).join(' ')
  const common = html`id=${name} name=${name} ${told ? html`aria-describedby=${told}` : ''}
  ${wrong === undefined ? '' : html`aria-invalid="true"`} ${required ? html`required` : ''}
  ${autocomplete === undefined ? '' : html`autocomplete=${autocomplete}`}
  ${maxlength === undefined ? '' : html`maxlength=${maxlength}`}`
  return html`<div class=${wrong === undefined ? 'field' : 'field bad'}>
    <label for=${name}>${label} ${required ? '' : html`<span class="small soft">(${t('ask.optional')})</span>`}</label>
    ${hint === undefined ? '' : html`<p class="hint" id=${`${name}-hint`}>${hint}</p>`}
    ${isLong ? html`<textarea rows="4" ${common}>${kept(value)}</textarea>` : html`<input type=${type} value=${value} ${common} />`}
    ${wrong === undefined ? '' : html`<p class="wrong" id=${`${name}-wrong`}>${wrong}</p>`}
  </div>`
}

/** One of a few, or none. */
export const choice = ({ values }: FormState, name: string, label: string, options: [value: string, words: string][]): Html =>
  html`<div class="field">
    <label for=${name}>${label}</label>
    <select id=${name} name=${name}>
      ${options.map(
        ([value, words]) =>
          html`<option value=${value} ${(values.get(name) ?? '') === value ? html`selected` : ''}>${words}</option>`,
      )}
    </select>
  </div>`

export const choices = ({ values }: FormState, name: string, label: string, options: [value: string, words: string][]): Html =>
  html`<fieldset class="choices">
    <legend>${label}</legend>
    ${options.map(
      ([value, words]) =>
        html`<label
          ><input type="radio" name=${name} value=${value} ${values.get(name) === value ? html`checked` : ''} /> ${words}</label
        >`,
    )}
  </fieldset>`

/** What is to be mended, at the top, each with a way to its field. */
export function wrongs(state: FormState, labels: ReadonlyMap<string, string>): Html | string {
  const { t, wrong } = state
  if (wrong.length === 0) return ''
  return html`<div class="wrongs" role="alert">
    <h2>${t('ask.wrong')}</h2>
    <ul>
      ${[...new Set(wrong.map(({ path }) => path))].map(
        (path) => html`<li><a href=${`#${path}`}>${labels.get(path) ?? path}</a>: ${reasonOf(state, path) ?? ''}</li>`,
      )}
    </ul>
  </div>`
}
