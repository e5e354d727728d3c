import { expect } from '@open-wc/testing'
import { allowed, wear } from './guest-theme.ts'

const theme = {
  scheme: 'dark',
  accent: 'rgb(109, 63, 156)',
  ground: 'oklch(0.2 0.02 30 / 0.9)',
  font: '"Host A Sans", "Segoe UI", sans-serif',
  fontHeading: 'Géorgie, serif',
  radius: '12px',
  rootSize: 18,
}

describe('the look a host may give its frame', () => {
  it('takes computed values', () => {
    expect(allowed(theme)).to.deep.equal(theme)
  })

  const refused: [keyof typeof theme, unknown[]][] = [
    ['scheme', ['light dark', '', 1]],
    [
      'accent',
      [
        'url(https://evil.example/x)',
        'var(--x)',
        'red; background: url(x)',
        'inherit',
        'rgb(1, 2, 3) url(x)',
        'rgb(calc(1))',
        'nonsense',
        7,
      ],
    ],
    ['ground', ['image-set("x")', 'color-mix(in srgb, red, url(x))', 'a'.repeat(101)]],
    ['font', ['x; color: red', 'url(https://evil.example/x)', 'a{}', '', 'x'.repeat(401), null]],
    ['fontHeading', ['var(--x)', '"unclosed', '\\61']],
    ['radius', ['12px solid', '1e9px', '50%', 'calc(1px)', 12]],
    ['rootSize', ['16', 4, 400, Number.NaN, Number.POSITIVE_INFINITY]],
  ]
  for (const [name, values] of refused) {
    it(`refuses every other form of ${name}, and keeps the rest`, () => {
      const { [name]: _left, ...rest } = theme
      for (const value of values) expect(allowed({ ...theme, [name]: value }), String(value)).to.deep.equal(rest)
    })
  }

  it('takes nothing that is no look at all', () => {
    for (const value of [undefined, null, 1, 'red', []]) expect(allowed(value)).to.deep.equal({})
  })

  it('puts it on the root, and takes away what is no longer given', () => {
    const { style } = document.documentElement
    wear(allowed(theme))
    expect(style.getPropertyValue('--cercle-accent')).to.equal('rgb(109, 63, 156)')
    expect(style.colorScheme).to.equal('dark')
    expect(style.fontSize).to.equal('18px')
    wear({})
    expect(style.getPropertyValue('--cercle-accent')).to.equal('')
    expect(style.colorScheme + style.fontSize + style.fontFamily).to.equal('')
  })
})
