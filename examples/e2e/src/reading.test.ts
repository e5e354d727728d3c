import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { openBrowser } from './browser.ts'
import { allText, visit } from './partner-page.ts'
import { cercle, enter, hiddenFrom, sites, type Community } from './people.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const strictPolicy = [
  `script-src ${cercle}`,
  `connect-src ${cercle}`,
  `frame-src ${cercle}`,
  `require-trusted-types-for 'script'`,
]

/** Who wrote in the public part, as only members are told. */
async function namesIn(community: Community): Promise<string[]> {
  const member = await enter(community, 'member')
  const names = new Set<string | undefined>()
  for await (const { id, space } of member.discussions.threads()) {
    if (space.level !== 'public') continue
    const { opening, replies } = await member.discussions.thread({ id })
    for (const { author } of [opening, ...replies.items]) names.add(author?.name)
  }
  return [...names].filter((name) => name !== undefined)
}

describe.each(['a', 'b', 'c'] as const)('R47: a stranger on the page of partner %s', (community) => {
  test('reads three discussions or more, under a strict policy, without the name of a member, and opens one', async () => {
    const names = await namesIn(community)
    expect(names.length).toBeGreaterThan(3)
    const stranger = await visit(browser, { cercle, url: sites[community] })
    const policy = (await fetch(sites[community])).headers.get('content-security-policy')
    for (const rule of strictPolicy) expect(policy).toContain(rule)

    await stranger.whenReady()
    const titles = await stranger.feed.getByRole('article').getByRole('heading').allInnerTexts()
    expect(titles.length).toBeGreaterThanOrEqual(3)
    const thread = await stranger.open(titles[0]!, stranger.feed)
    await thread
      .getByText(community === 'b' ? 'Une voix du cercle' : 'Une personne de la communauté')
      .first()
      .waitFor()
    expect(await thread.locator('cercle-reply').count()).toBe(0)

    const text = await allText(stranger.page, 'cercle-feed, cercle-account')
    expect(text).toContain(titles[0])
    for (const name of names) expect(text).not.toMatch(new RegExp(`(?<!\\p{L})${name}(?!\\p{L})`, 'u'))
    const whole = await allText(stranger.page)
    for (const canary of hiddenFrom(`${community}-anonymous`)) expect(whole).not.toContain(canary)
    expect(stranger.frames()).toEqual([])
    expect(stranger.complaints).toEqual([])
    await stranger.page.context().close()
  })
})
