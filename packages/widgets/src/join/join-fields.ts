import { html, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { JoinForm } from '@cercle/sdk'
import type { JoinKey } from '../locales/join.fr.ts'
import type { Translate } from '../locales/texts.ts'
import { field, helpFields, type FieldParts, type HelpSetting } from '../primitives/help-fields.ts'
import { icon, lock } from '../primitives/read-icons.ts'

export interface FormSetting extends HelpSetting {
  questions: JoinForm['questions']
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
  const { t, questions } = setting
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
    ${helpFields(setting)}`
}

/** Who will read it, always in sight before it leaves. */
export const readers = (t: Translate<JoinKey>): TemplateResult =>
  html`<p class="c-with c-with--top c-small">${icon(lock)} <span>${t('readers')}</span></p>`
