import { html, nothing, type TemplateResult } from 'lit'
import type { JoinKey } from '../locales/join.fr.ts'
import type { Translate } from '../locales/texts.ts'

/** What it takes to come in; she stands at the first. */
export const steps = (t: Translate<JoinKey>): TemplateResult =>
  html`<ol class="steps" aria-label=${t('steps')}>
    ${([1, 2, 3] as const).map(
      (step) => html`<li aria-current=${step === 1 ? 'step' : nothing}>${`${step}. ${t(`step.${step}`)}`}</li>`,
    )}
  </ol>`
