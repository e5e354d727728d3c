import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { JoinForm } from '@cercle/sdk'
import { equipmentNames, type JoinAsking } from '../controllers/join-asking.ts'
import type { JoinKey } from '../locales/join.fr.ts'
import type { Translate } from '../locales/texts.ts'
import { alert, icon, lock } from '../primitives/read-icons.ts'

export interface FormSetting {
  t: Translate<JoinKey>
  /** Names of the fields that have to be mended. */
  asking: Pick<JoinAsking, 'wrong'>
  questions: JoinForm['questions']
  /** How she gets along with computers, as ticked: the form follows. */
  ease: string
}

interface FieldParts {
  name: string
  label: string
  hint?: string
  required?: boolean
  kind?: 'text' | 'email' | 'tel' | 'long'
  autocomplete?: AutoFill
  max?: number
}

/** Fields that may not be empty. */
export const requiredNames = ({ questions, ease }: Pick<FormSetting, 'questions' | 'ease'>): string[] => [
  'name',
  'email',
  'reason',
  ...questions.filter(({ required }) => required).map(({ id }) => `answers.${id}`),
  ...(ease === 'call' ? ['phone'] : []),
]

/** All that is asked; what was typed stays in the fields themselves. */
export function joinFields(setting: FormSetting): TemplateResult {
  const { t, questions, ease } = setting
  const one = (parts: FieldParts) => field(setting, parts)
  return html`${one({ name: 'name', label: t('name'), required: true, autocomplete: 'given-name', max: 80 })}
    ${one({ name: 'email', label: t('email'), hint: t('emailHint'), required: true, kind: 'email', autocomplete: 'email', max: 254 })}
    <div class="pair">
      ${one({ name: 'organisation', label: t('organisation'), autocomplete: 'organization' })}
      ${one({ name: 'role', label: t('role'), autocomplete: 'organization-title' as AutoFill })}
    </div>
    ${one({ name: 'region', label: t('region') })}
    ${one({ name: 'reason', label: t('reason'), hint: t('reasonHint'), required: true, kind: 'long', max: 2_000 })}
    ${repeat(
      questions,
      ({ id }) => id,
      ({ id, label, required }) => one({ name: `answers.${id}`, label, required, kind: 'long', max: 1_000 }),
    )}
    <fieldset>
      <legend class="c-label">${t('ease')} <small>${t('easeWhy')}</small></legend>
      <div class="choices">
        ${(['easy', 'depends', 'call'] as const).map(
          (value) =>
            html`<label class="c-choice">
              <input type="radio" name="ease" .value=${value} .checked=${ease === value} /><span
                ><b>${t(`ease.${value}`)}</b></span
              >
            </label>`,
        )}
      </div>
    </fieldset>
    ${ease ? html`<p class="c-small c-soft" role="status">${t(`help.${ease as 'easy'}`)}</p>` : nothing}
    ${ease === 'call' ? one({ name: 'phone', label: t('phone'), required: true, kind: 'tel', autocomplete: 'tel', max: 40 }) : nothing}
    ${ease === 'easy' ? nothing : equipment(setting)}`
}

function field({ t, asking }: FormSetting, parts: FieldParts): TemplateResult {
  const { name, label, hint, required, kind = 'text', autocomplete, max = 120 } = parts
  const isBad = asking.wrong.includes(name)
  const described = [...(hint ? [`${name}-hint`] : []), ...(isBad ? [`${name}-error`] : [])].join(' ') || nothing
  const invalid = isBad ? 'true' : nothing
  return html`<div class="c-field ${isBad ? 'c-field--bad' : ''}">
    <label class="c-label" for=${name}>${label} ${required ? nothing : html`<small>${t('optional')}</small>`}</label>
    ${hint ? html`<p class="c-hint" id="${name}-hint">${hint}</p>` : nothing}
    ${
      kind === 'long'
        ? html`<textarea
            class="c-area"
            id=${name}
            name=${name}
            rows="3"
            maxlength=${max}
            ?required=${required}
            aria-invalid=${invalid}
            aria-describedby=${described}
          ></textarea>`
        : html`<input
            class="c-input"
            id=${name}
            name=${name}
            type=${kind}
            maxlength=${max}
            autocomplete=${autocomplete ?? 'off'}
            ?required=${required}
            aria-invalid=${invalid}
            aria-describedby=${described}
          />`
    }
    ${
      isBad
        ? html`<p class="c-error" id="${name}-error" part="error" role="alert">
            ${icon(alert)} <span>${t(name === 'email' ? 'wrong.email' : 'wrong.required')}</span>
          </p>`
        : nothing
    }
  </div>`
}

/** Said by herself: nothing is tried here. Who is at ease is not asked. */
const equipment = ({ t }: FormSetting): TemplateResult =>
  html`<fieldset>
    <legend class="c-label">${t('equipment')} <small>${t('optional')}</small></legend>
    <div class="pair">
      ${equipmentNames.map(
        (name) =>
          html`<div class="c-field">
            <label class="c-label" for=${name}>${t(`has.${name}`)}</label>
            <select class="c-select" id=${name} name=${name}>
              ${(['', 'yes', 'no', 'unsure'] as const).map(
                (value) => html`<option .value=${value}>${t(value ? `has.${value}` : 'has.unsaid')}</option>`,
              )}
            </select>
          </div>`,
      )}
    </div>
  </fieldset>`

/** Who will read it, always in sight before it leaves. */
export const readers = (t: Translate<JoinKey>): TemplateResult =>
  html`<p class="c-with c-with--top c-small">${icon(lock)} <span>${t('readers')}</span></p>`
