import { expect, test } from 'vitest'
import { html } from './html.ts'

test('every value is escaped, in text and in attributes', () => {
  const name = `<b>"A" & 'B'</b>`
  expect(html`<p title=${name}>${name}</p>`.toString()).toBe(
    '<p title="&lt;b&gt;&quot;A&quot; &amp; &#39;B&#39;&lt;/b&gt;">&lt;b&gt;&quot;A&quot; &amp; &#39;B&#39;&lt;/b&gt;</p>',
  )
})

test('an attribute’s value gets its quotes, so that a space cannot start another attribute', () => {
  expect(html`<p lang=${'fr onclick=x'}></p>`.toString()).toBe('<p lang="fr onclick=x"></p>')
})

test('markup made by the tag nests as it is, lists one after the other, numbers as they are', () => {
  const items = ['<', '>'].map((sign, index) => html`<b>${index}${sign}</b>`)
  expect(html`<p>${items}</p>`.toString()).toBe('<p><b>0&lt;</b><b>1&gt;</b></p>')
})

test('an object that only looks like markup is not taken for it', () => {
  const forged = { toString: () => '<i>' } as unknown as string
  expect(html`<p>${forged}</p>`.toString()).toBe('<p>&lt;i&gt;</p>')
})
