import { css, html, nothing, type TemplateResult } from 'lit'
import type { HelpFacts } from '@cercle/sdk'
import type { JoinKey } from '../locales/join.fr.ts'
import type { Translate } from '../locales/texts.ts'
import { equipmentNames } from './help-names.ts'
import { alert, icon } from './read-icons.ts'

export interface HelpSetting {
  t: Translate<JoinKey>
  asking: { readonly wrong: readonly string[] }
  /** How she gets along with computers, as ticked: the form follows. */
  ease: string
  /** What she said before; nothing while she asks to come in. */
  known?: HelpFacts | undefined
}

export interface FieldParts {
  name: string
  label: string
  hint?: string
  required?: boolean
  kind?: 'text' | 'email' | 'tel' | 'long'
  autocomplete?: AutoFill
  max?: number
  value?: string | undefined
}

/** What helps her take part. */
export function helpFields(setting: HelpSetting): TemplateResult {
  const { t, ease, known } = setting
  return html`<fieldset>
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
    ${
      ease === 'call'
        ? field(setting, {
            name: 'phone',
            label: t('phone'),
            required: true,
            kind: 'tel',
            autocomplete: 'tel',
            max: 40,
            value: known?.phone ?? undefined,
          })
        : nothing
    }
    ${ease === 'easy' ? nothing : equipment(setting)}`
}

/** One field with its hint, and what to mend. What is typed stays in it. */
export function field({ t, asking }: HelpSetting, parts: FieldParts): TemplateResult {
  const { name, label, hint, required, kind = 'text', autocomplete, max = 120, value } = parts
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
            .value=${value ?? ''}
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
const equipment = ({ t, known }: HelpSetting): TemplateResult =>
  html`<fieldset>
    <legend class="c-label">${t('equipment')} <small>${t('optional')}</small></legend>
    <div class="pair">
      ${equipmentNames.map(
        (name) =>
          html`<div class="c-field">
            <label class="c-label" for=${name}>${t(`has.${name}`)}</label>
            <select class="c-select" id=${name} name=${name}>
              ${(['', 'yes', 'no', 'unsure'] as const).map(
                (value) =>
                  html`<option .value=${value} ?selected=${value !== '' && known?.equipment[name] === value}>
                    ${t(value ? `has.${value}` : 'has.unsaid')}
                  </option>`,
              )}
            </select>
          </div>`,
      )}
    </div>
  </fieldset>`

export const helpFieldStyles = css`
  form {
    display: grid;
    gap: var(--cercle-4);
    grid-template-columns: minmax(0, 1fr);
  }
  .pair,
  .choices {
    display: grid;
    gap: var(--cercle-3);
    grid-template-columns: minmax(0, 1fr);
  }
  fieldset {
    border: 0;
    padding: 0;
    margin: 0;
    min-width: 0;
  }
  legend {
    padding: 0;
    margin-bottom: var(--cercle-2);
  }
  @container cercle (min-width: 560px) {
    .pair {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }
    .choices {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
  }
`
