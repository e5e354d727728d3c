import { html, type TemplateResult } from 'lit'
import type { SignIns } from '@cercle/sdk'
import type { SignInsKey } from '../locales/sign-ins.fr.ts'
import type { Translate } from '../locales/texts.ts'
import { arrowRight, icon } from '../primitives/read-icons.ts'

/** That some could not come in, with what may be done; nothing while everybody could. */
export function signInsLine(counts: SignIns, t: Translate<SignInsKey>): TemplateResult | undefined {
  const { asked, entered, wrong, silent, unknown, proofs, proved } = counts
  const missed = wrong + silent + unknown
  const unproved = proofs - proved
  if (!missed && !unproved) return undefined
  const say = (key: 'wrong' | 'silent' | 'unknown' | 'unproved', count: number) => (count ? ` ${t(key, { count })}` : '')
  const why = `${say('wrong', wrong)}${say('silent', silent)}${say('unknown', unknown)}${say('unproved', unproved)}`
  return html`<li class="c-row row-top">
    <div>
      <h3 class="c-head">${missed ? t('title', { count: missed }) : t('unprovedTitle', { count: unproved })}</h3>
      <p class="c-small c-soft">${`${t('week')} ${t('asked', { count: asked })} ${t('entered', { count: entered })}${why}`}</p>
      <p class="c-small c-soft">${t('how')}</p>
    </div>
    <a class="c-btn" href="#invitations" aria-label=${t('do')}>${t('invite')} ${icon(arrowRight, true)}</a>
  </li>`
}
