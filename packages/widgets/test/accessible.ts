import { expect } from '@open-wc/testing'

interface Axe {
  run(
    element: Element,
    options: object,
  ): Promise<{ violations: { id: string; help: string; nodes: { html: string; failureSummary?: string }[] }[] }>
}

/** Fails with what axe finds under WCAG 2.2 AA or its best practices, through the shadow roots. `exceptions`: rules left out, with reason, by the test. */
export async function expectAccessible(element: Element, ...exceptions: string[]): Promise<void> {
  // Fetches axe too; its own defaults leave out what is new in WCAG 2.2.
  await expect(element).to.be.accessible({ ignoredRules: exceptions })
  const { axe } = globalThis as unknown as { axe: Axe }
  const rules = { 'target-size': { enabled: true }, ...Object.fromEntries(exceptions.map((rule) => [rule, { enabled: false }])) }
  const { violations } = await axe.run(element, { rules, resultTypes: ['violations'] })
  const found = violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n${nodes.map(({ html, failureSummary = '' }) => `  ${html}\n  ${failureSummary}`).join('\n')}`,
  )
  expect(found.join('\n\n')).to.equal('')
}
