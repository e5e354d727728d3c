import { describe, expect, test } from 'vitest'
import { covered, coveredByFunction } from './covered-sites.ts'
import { conditionsOf } from './policy-mutants.ts'
import { allSites, predicates, sitesIn, withSitesCut } from './sites.ts'

/*
 * The short form of `npm run drill -- mutants`: that drill takes away every place that narrows a query, one at a time, and wants the leak suite
 * red. Here: that it finds them all.
 */

const { sites, strays } = allSites()
const keys = sites.map(({ key }) => key)

test('every mention of a predicate of the first line is a call that the drill can take away', () => {
  expect(predicates).toEqual(expect.arrayContaining(['spacesOf', 'readable', 'askedOf', 'knowsGroup', 'isToldNames']))
  expect(strays, 'Call these with the viewer as the last argument, so that test/drills/sites.ts finds them').toEqual([])
  expect(sites.length).toBeGreaterThanOrEqual(19)
  expect(new Set(keys).size).toBe(keys.length)
})

test('every site that another covers is there, and so is the other', () => {
  const gone = [
    ...Object.entries(covered).flatMap(([key, { beside }]) => [key, beside]),
    ...Object.keys(coveredByFunction),
  ].filter((one) => !keys.includes(one))
  expect(gone, 'Mend `covered` in test/drills/covered-sites.ts: the source has these no more').toEqual([])
})

describe('a site is found', () => {
  const cut = (text: string) => withSitesCut('x/y.ts', text)

  test.each([
    [`const f = (viewer) => q.where(readable('p', viewer))`, `readable('p', cercleWithout("x/y.ts · f · readable", viewer))`],
    [
      `function g() { return sql\`\${spacesOf(scope.viewer)}\` }`,
      `spacesOf( cercleWithout("x/y.ts · g · spacesOf", scope.viewer))`,
    ],
    [`const h = () => askedOf(\n  'a, b)',\n  viewer,\n)`, `cercleWithout("x/y.ts · h · askedOf", viewer),`],
    [`const i = () => viewer.rights.spacesOf(viewer)`, `cercleWithout("x/y.ts · i · spacesOf", viewer).rights.spacesOf(viewer)`],
  ])('in %s', (text, expected) => {
    expect(cut(text)).toContain(expected)
  })

  test('twice in one function, under two names', () => {
    const found = sitesIn('x/y.ts', `const f = () => [spacesOf(viewer), spacesOf(viewer)]`).sites
    expect(found.map(({ key }) => key)).toEqual(['x/y.ts · f · spacesOf', 'x/y.ts · f · spacesOf 2'])
  })

  test.each([`const f = list.map(readable)`, `const f = () => other(viewer.rights)`])('or told of, in %s', (text) => {
    expect(sitesIn('x/y.ts', text)).toMatchObject({ sites: [], strays: [expect.stringContaining('x/y.ts:1')] })
  })

  test.each([
    `// readable(viewer)`,
    `/** As \`readable(viewer)\`. */`,
    `import {\n  readable,\n} from './a.ts'`,
    `stream.readable(viewer)`,
  ])('not in %s', (text) => {
    expect(sitesIn('x/y.ts', text)).toEqual({ sites: [], strays: [] })
  })
})

test.each([
  ['((a = 1) AND ((b) OR (c)))', ['(a = 1)', '((b) OR (c))']],
  ['(a IN ( SELECT unnest(f()) AS unnest))', ['a IN ( SELECT unnest(f()) AS unnest)']],
  ["((a = 'x) AND (y') AND b)", ["(a = 'x) AND (y')", 'b']],
  ['((a AND b) OR c)', ['(a AND b) OR c']],
])('of a policy the conditions of %s are taken away one by one', (expression, conditions) => {
  expect(conditionsOf(expression)).toEqual(conditions)
})
