import type { Contact } from '@cercle/sdk'

/** One way to somebody: in words, and where that leads; `undefined`: nowhere by itself. */
export interface Way {
  words: string
  address: string | undefined
}

/** What a telephone dials: the number without what is said after it (« poste 12 »); nothing where it begins with words. */
function dialled(phone: string): string | undefined {
  const number = /^[+\d\s().‑–-]+/u.exec(phone)?.[0].replace(/[^+\d]/gu, '') ?? ''
  return /^\+?\d{3,}$/u.test(number) ? `tel:${number}` : undefined
}

/** The letter says nothing before she writes it. */
export function waysTo({ email, phone }: Contact): Way[] {
  return [
    ...(email === null ? [] : [{ words: email, address: `mailto:${email}` }]),
    ...(phone === null ? [] : [{ words: phone, address: dialled(phone) }]),
  ]
}
