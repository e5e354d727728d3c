import { expect, test } from 'vitest'
import { contrastOf, paletteOf } from './accent.ts'

/** The grounds of `tokens.styles.ts` on which words in the colour stand. */
const grounds = {
  light: ['#ffffff', '#f7f7f5', '#f4f7f7', '#eff4f3'],
  dark: ['#161817', '#212322', '#1a1c1b', '#2f3130'],
} as const
const steps = ['00', '33', '66', '99', 'cc', 'ff']
const colours = steps.flatMap((red) => steps.flatMap((green) => steps.map((blue) => `#${red}${green}${blue}`)))

test('black on white is 21 : 1', () => {
  expect(contrastOf('#000000', '#ffffff')).toBeCloseTo(21)
  expect(contrastOf('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
})

test.each(['light', 'dark'] as const)('whatever the colour, words in it are read on every ground of a %s page', (scheme) => {
  for (const colour of colours) {
    const { ink, soft } = paletteOf(colour, scheme)
    for (const ground of [...grounds[scheme], soft])
      expect(contrastOf(ink, ground), `${colour} on ${ground}`).toBeGreaterThanOrEqual(4.5)
  }
})

test('a colour that is read as it is stays as it is', () => {
  expect(paletteOf('#04665d', 'light').ink).toBe('#04665d')
  expect(paletteOf('#04665d', 'dark').ink).not.toBe('#04665d')
})
