import type { CercleClientError, FieldError } from '@cercle/sdk'
import type { DraftFields } from '../controllers/draft.ts'
import type { MemberKey } from '../locales/member.fr.ts'
import type { Translate } from '../locales/texts.ts'

/** Code points, as a person counts; the server counts the same way. */
const longest: Readonly<Record<string, number>> = { title: 160, body: 20_000 }

export type WritingErrors<Name extends string> = Partial<Record<Name, string>>

function inWords(name: string, text: string, reason: string, t: Translate<MemberKey>): string {
  if (reason === 'too_long') return t('bad.long', { count: Math.max([...text.trim()].length - longest[name]!, 1) })
  return t(reason === 'format' || reason === 'not_allowed' ? 'bad.format' : name === 'title' ? 'bad.title' : 'bad.body')
}

/** What to mend before sending, field by field: what the browser's own validation says, and the longest that can be stored. */
export function checkWriting<Name extends string>(form: HTMLFormElement, t: Translate<MemberKey>): WritingErrors<Name> {
  const errors: Record<string, string> = {}
  for (const field of form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input[required], textarea[required]')) {
    const { name, value } = field
    const isTooLong = [...value.trim()].length > (longest[name] ?? Infinity)
    // `required` is content with spaces.
    field.setCustomValidity(!value.trim() ? 'required' : isTooLong ? 'too_long' : '')
    if (!field.validity.valid) errors[name] = inWords(name, value, isTooLong ? 'too_long' : 'required', t)
  }
  return errors as WritingErrors<Name>
}

/** What the server wants mended, as far as it concerns fields of this form. */
export function refusedFields<Name extends string>(
  failure: CercleClientError | undefined,
  fields: DraftFields<Name>,
  t: Translate<MemberKey>,
): WritingErrors<Name> {
  const known = (failure?.fields ?? []).filter((error: FieldError) => error.path in longest && error.path in fields)
  return Object.fromEntries(
    known.map(({ path, reason }) => [path, inWords(path, fields[path as Name] ?? '', reason, t)]),
  ) as WritingErrors<Name>
}
