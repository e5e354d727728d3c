import { expect } from '@open-wc/testing'
import { give } from '../context/give.ts'
import { stageContext } from '../context/stage.ts'
import { buildCommunity, buildSpace, buildThread, buildViewer } from '../../test/factories.ts'
import { fakeClient } from '../../test/fake-client.ts'
import { mountIn, placeOf, until } from '../../test/mount.ts'
import './register.ts'

const community = buildCommunity()
const viewer = buildViewer()
const space = buildSpace({ slug: 'laval', readers: 14, can: { write: true, pin: false } })
const thread = buildThread({ space })
const boxes = {
  'cercle-composer': { kind: 'question' as const },
  'cercle-reply': { threadId: thread.id, to: 'Fatou' },
  'cercle-edit': { postId: thread.id },
}
type Tag = keyof typeof boxes

/** An open box in a frame, which may have the whole window. */
async function open(tag: Tag, width: number) {
  const place = placeOf({ lang: 'fr', width })
  give(place, stageContext, { grows: true })
  const client = fakeClient({ community, viewer, spaces: [space], threads: [thread] })
  const box = mountIn(place, tag, { client, community, viewer, space, draftScope: 'a nadia', ...boxes[tag] }, 'light')
  box.focus()
  const area = await until(() => box.renderRoot.querySelector('textarea'))
  const send = await until(() => box.renderRoot.querySelector('[part=send]'))
  return {
    area,
    top: () => send.getBoundingClientRect().top,
    isTold: () => box.renderRoot.querySelector<HTMLElement>('.status')?.checkVisibility({ visibilityProperty: true }) === true,
  }
}

describe('the word that a draft is kept', () => {
  beforeEach(() => localStorage.clear())

  for (const tag of Object.keys(boxes) as Tag[])
    it(`moves nothing in ${tag}: a finger may be on its way to the button`, async () => {
      for (const width of [288, 400, 560, 900]) {
        const { area, top, isTold } = await open(tag, width)
        const before = top()
        expect(isTold(), 'nothing is kept yet').to.equal(false)
        area.setRangeText('Une suite.')
        area.dispatchEvent(new Event('input', { bubbles: true }))
        await until(isTold)
        expect(top(), `${width} px`).to.equal(before)
        localStorage.clear()
      }
    })
})
