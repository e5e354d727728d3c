import type { Contact } from '../../communities/communities.schema.ts'
import { html, type Html } from '../../html.ts'
import type { PageSetting } from './page-setting.ts'

/** What a telephone dials: the number without what is said after it (« poste 12 »); nothing where it begins with words. */
export function dialled(phone: string): string | undefined {
  const number = /^[+\d\s().‑–-]+/u.exec(phone)?.[0].replace(/[^+\d]/gu, '') ?? ''
  return /^\+?\d{3,}$/u.test(number) ? number : undefined
}

function ways({ email, phone }: Contact): Html[] {
  const number = phone === null ? undefined : dialled(phone)
  return [
    ...(email === null ? [] : [html`<a href=${`mailto:${email}`}>${email}</a>`]),
    ...(phone === null ? [] : [number === undefined ? html`${phone}` : html`<a href=${`tel:${number}`}>${phone}</a>`]),
  ]
}

/** Whom to reach for who cannot enter, where the community says so. */
export function contactLine({ community: { contact }, t }: PageSetting): Html | '' {
  if (!contact) return ''
  const { name } = contact
  return html`<p>
    ${name === null ? t('contact.team') : t('contact.named', { name })}
    ${ways(contact).map((way, index) => html`${index ? ' · ' : ''}${way}`)}
  </p>`
}
