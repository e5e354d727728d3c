import { describe, expect, test } from 'vitest'
import { signInMail } from './sign-in-mail.ts'

const asked = { id: 'a', to: 'lea@maison.example', code: '01234567' } as const

describe.each([
  { language: 'fr-CA', subject: 'Votre code d’entrée', minutes: '15\u00a0minutes', unasked: 'Vous n’avez rien demandé\u202f?' },
  { language: 'en-CA', subject: 'Your sign-in code', minutes: '15\u00a0minutes', unasked: 'You did not ask for anything?' },
] as const)('the mail of a code ($language)', ({ language, subject, minutes, unasked }) => {
  const mail = signInMail({ ...asked, language, place: 'Maison <b>Lilas</b>' })

  test('its subject is neutral: neither the code nor who asked', () => {
    expect(mail.subject).toBe(subject)
  })

  test('text and HTML say the code in two groups, the place, 15 minutes, and what to do if one did not ask', () => {
    expect(mail.text).toContain('01234567'.replace(/(?<=^.{4})/, ' '))
    expect(mail.text).toContain('Maison <b>Lilas</b>')
    for (const part of ['0123 4567', minutes, unasked]) {
      expect(mail.text).toContain(part)
      expect(mail.html).toContain(part)
    }
    expect(mail.html).toContain('Maison &lt;b&gt;Lilas&lt;/b&gt;')
    expect(mail.html).not.toContain('<b>Lilas')
  })

  test('the HTML says its language and a title, and fetches, follows and runs nothing', () => {
    expect(mail.html).toMatch(/^<!doctype html>/)
    expect(mail.html).toContain(`<html lang="${language}">`)
    expect(mail.html).toContain(`<title>${subject}</title>`)
    expect(mail.html).not.toMatch(/<(?:img|a|script|link|table|form|iframe)\b|https?:|url\(|@import|\sstyle=/)
    expect(mail.text).not.toMatch(/https?:/)
  })
})
