import { expect } from '@open-wc/testing'
import { fakeClient } from '../../test/fake-client.ts'
import { buildSpace, buildThread, now } from '../../test/factories.ts'
import { mount, settled } from '../../test/mount.ts'
import '../feed/register.ts'
import { base } from './base.ts'
import { accentInk, contrast, enforceContrast, onAccent, parseRgb, type Rgb } from './contrast.ts'
import { forms } from './forms.ts'
import { readTokens } from './read-tokens.ts'
import { laterTokens } from './tokens.ts'

const accents: Rgb[] = [
  [109, 63, 156],
  [255, 138, 61],
  [18, 87, 166],
  [255, 235, 59],
  [240, 240, 240],
  [10, 10, 10],
  [128, 128, 128],
  [0, 200, 120],
]
const grounds: Rgb[] = [
  [238, 238, 240],
  [42, 41, 46],
]

describe('contrast worked out at run time', () => {
  it('reads at 4.5 : 1 whatever the accent, on a button and on both grounds', () => {
    for (const accent of accents) {
      expect(contrast(accent, onAccent(accent)), String(accent)).to.be.at.least(4.4)
      for (const ground of grounds)
        expect(contrast(accentInk(accent, ground), ground), `${accent} on ${ground}`).to.be.at.least(4.5)
    }
  })

  it('leaves an accent alone that reads already', () => {
    expect(accentInk([109, 63, 156], [238, 238, 240])).to.deep.equal([109, 63, 156])
  })

  it('knows the measure of WCAG', () => {
    expect(contrast([0, 0, 0], [255, 255, 255])).to.be.closeTo(21, 0.01)
    expect(parseRgb('rgb(109, 63, 156)')).to.deep.equal([109, 63, 156])
    expect(parseRgb('color(srgb 1 0 0)')).to.equal(undefined)
  })

  it('sets the text of the buttons from the accent that the host gave', async () => {
    const client = fakeClient({ spaces: [buildSpace()], threads: [buildThread()] })
    const feed = mount('cercle-feed-view', { client, now }, { host: { '--cercle-accent': '#ffeb3b' } })
    await settled(feed, 'ready')
    enforceContrast(feed.renderRoot as ShadowRoot)
    const cercle = feed.renderRoot.querySelector<HTMLElement>('.cercle')!
    expect(cercle.style.getPropertyValue('--cercle-on-accent')).to.equal('rgb(21 19 22)')
    const kind = getComputedStyle(feed.renderRoot.querySelector('.c-kind')!).color
    expect(contrast(parseRgb(kind)!, [255, 255, 255])).to.be.at.least(4.5)
  })
})

describe('style sheets', () => {
  it('name what is made of the inputs of the host, which may be absent, and every name exists', () => {
    const tokens = readTokens.cssText + laterTokens.cssText
    for (const sheet of [base.cssText, forms.cssText]) {
      expect(sheet).not.to.match(/var\(--cercle-(?:accent|ground|radius)\)/u)
      for (const [, name] of sheet.matchAll(/var\((--cercle-[\w-]+)\)/gu)) expect(tokens, name).to.contain(`${name}:`)
    }
  })

  it('follow the five inputs of a host', async () => {
    const client = fakeClient({ spaces: [buildSpace()], threads: [buildThread()] })
    const host = {
      '--cercle-accent': 'rgb(200, 0, 100)',
      '--cercle-radius': '0px',
      '--cercle-font': 'monospace',
      '--cercle-font-heading': 'fantasy',
    }
    const feed = mount('cercle-feed-view', { client, now }, { host })
    await settled(feed, 'ready')
    const style = (selector: string) => getComputedStyle(feed.renderRoot.querySelector(selector)!)
    expect(style('.c-chip').borderRadius).to.equal('0px')
    expect(style('.cercle').fontFamily).to.equal('monospace')
    expect(style('.c-head').fontFamily).to.equal('fantasy')
    expect(style('.cercle').columnRuleColor).to.equal('rgb(200, 0, 100)')
  })

  it('stand without any', async () => {
    const client = fakeClient({ spaces: [buildSpace()], threads: [buildThread()] })
    const feed = mount('cercle-feed-view', { client, now })
    await settled(feed, 'ready')
    expect(getComputedStyle(feed.renderRoot.querySelector('.c-chip')!).borderRadius).to.equal('8px')
  })
})
