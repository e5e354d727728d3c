import { html, type Html } from '../../html.ts'
import type { PageSetting } from './page-setting.ts'

/** What the community wants to do together; nothing where it does not say. */
export const aimsPart = ({ aims, t }: PageSetting): Html | string =>
  aims.length
    ? html`<section class="aims" aria-labelledby="aims">
        <h2 id="aims">${t('aims.title')}</h2>
        <ul>
          ${aims.map((aim) => html`<li>${aim}</li>`)}
        </ul>
      </section>`
    : ''
