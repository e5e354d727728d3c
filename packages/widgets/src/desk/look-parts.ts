import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import type { Adjustment } from './accent-facts.ts'
import type { T } from './desk-parts.ts'

export const HEX = /^#[0-9a-f]{6}$/u

export interface ColourSetting {
  accent: string | null
  scheme: 'light' | 'dark' | null
  /** What is written is no colour: browsers without a field for one take any text. */
  isBad: boolean
  adjustmentOf: Adjustment
  /** Cercle's own colour. */
  ours: string
}

const schemes = ['light', 'dark'] as const

/** The colour of the community and whether its pages are light or dark, with what both make of a button and a link. */
export function colour(t: T, { accent, scheme, isBad, adjustmentOf, ours }: ColourSetting): TemplateResult {
  const { isDarker, isLighter } = adjustmentOf(accent && HEX.test(accent) ? accent : ours)
  const shown = scheme ? [scheme] : schemes
  return html`<div class="c-stack">
    <h3 class="c-head">${t('look.colour')}</h3>
    <p class="c-soft" id="colourHint">${t('look.colourHint')}</p>
    <label class="c-check">
      <input type="checkbox" id="own" .checked=${live(accent !== null)} aria-describedby="colourHint" />
      <span>${t('look.own')}</span>
    </label>
    <div class="terms">
      ${
        accent === null
          ? nothing
          : html`<div class="c-field">
              <label class="c-label" for="accent">${t('look.accent')}</label>
              <input
                type="color"
                id="accent"
                aria-invalid=${isBad ? 'true' : nothing}
                aria-describedby=${isBad ? 'accentError' : nothing}
                .value=${live(accent)}
              />
              ${isBad ? html`<p class="c-error" id="accentError" part="error" role="alert">${t('look.badAccent')}</p>` : nothing}
            </div>`
      }
      <div class="c-field">
        <label class="c-label" for="scheme">${t('look.scheme')}</label>
        <select class="c-select" id="scheme">
          <option value="auto" .selected=${live(scheme === null)}>${t('look.auto')}</option>
          ${schemes.map((one) => html`<option value=${one} .selected=${live(scheme === one)}>${t(`look.only.${one}`)}</option>`)}
        </select>
      </div>
    </div>
    <div class="previews">${shown.map((one) => preview(t, one))}</div>
    <p class="c-small c-soft" role="status">
      ${accent !== null && isDarker && scheme !== 'dark' ? t('look.darker') : nothing}
      ${accent !== null && isLighter && scheme !== 'light' ? t('look.lighter') : nothing}
    </p>
  </div>`
}

/** The button and the link that everybody will see, which do nothing here. */
const preview = (t: T, scheme: 'light' | 'dark'): TemplateResult =>
  html`<div class="cercle preview" data-theme=${scheme} role="group" aria-label=${t(`look.${scheme}`)}>
    <button class="c-btn c-btn--primary" type="button">${t('look.button')}</button>
    <a class="c-link" href="#look">${t('look.link')}</a>
  </div>`
