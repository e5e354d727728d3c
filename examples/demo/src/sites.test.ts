import { readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { describe, expect, test } from 'vitest'
import { contentSecurityPolicy, startSite } from './sites.ts'

const cercle = 'http://localhost:4321'
const slugs = ['a', 'b', 'c']

describe.each(slugs)('the site of %s', (slug) => {
  test('embeds Cercle by the two lines, at the address where it listens', async () => {
    await using site = await startSite(slug, 0)
    site.connect(cercle)
    const response = await fetch(site.origin)
    const page = await response.text()

    expect(response.status).toBe(200)
    expect(page).toContain(`<script type="module" src="${cercle}/cercle.js"></script>`)
    expect(page).toContain(`<cercle-feed community="${slug}"></cercle-feed>`)
    expect(page).toContain(`<cercle-account community="${slug}"></cercle-account>`)
    expect(page).not.toContain('localhost:4000')
    expect(response.headers.get('content-security-policy')).toBe(contentSecurityPolicy(cercle))
  })

  test('obeys its own policy: no inline script, style or handler, and every file it names is there', async () => {
    await using site = await startSite(slug, 0)
    site.connect(cercle)
    const page = await (await fetch(site.origin)).text()
    const styles = await (await fetch(`${site.origin}/style.css`)).text()

    expect(page).not.toMatch(/<script(?![^>]*\bsrc=)/)
    expect(page).not.toMatch(/<style|\sstyle=|\son[a-z]+=|javascript:/)
    const own = [...page.matchAll(/(?:href|src)="(\/[^"/][^"]*)"/g), ...styles.matchAll(/url\('([^']+)'\)/g)].map(
      ([, path]) => path ?? '',
    )
    expect(own.length).toBeGreaterThan(2)
    for (const path of own) expect((await fetch(site.origin + path)).status, path).toBe(200)
  })

  test('every link inside the page has a place to lead to', async () => {
    const page = await readFile(new URL(`../sites/${slug}/index.html`, import.meta.url), 'utf8')
    const ids = new Set([...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id))
    const targets = [...page.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id)
    expect(targets.length).toBeGreaterThan(3)
    for (const target of targets) expect(ids, target).toContain(target)
  })
})

test('nothing outside the site has an address', async () => {
  await using site = await startSite('a', 0)
  site.connect(cercle)
  for (const path of ['/../b/index.html', '/%2e%2e/b/index.html', '/fonts/../../package.json', '/absent']) {
    expect((await fetch(site.origin + path)).status, path).toBe(404)
  }
  expect((await fetch(site.origin, { method: 'POST' })).status).toBe(405)
})

test('a page asks for patience until Cercle listens', async () => {
  await using site = await startSite('a', 0)
  const response = await fetch(site.origin)
  expect(response.status).toBe(503)
  expect(response.headers.get('retry-after')).toBe('1')
})

test('a taken port is named', async () => {
  const taken = createServer()
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
  const { port } = taken.address() as AddressInfo
  try {
    await expect(startSite('a', port)).rejects.toThrow(new RegExp(`^Port ${port} is already in use`))
  } finally {
    taken.close()
  }
})
