import type { Stretch } from './protocol.ts'
import type { HostFrame, Shell } from './shell.ts'

/** px kept free around what is brought into sight: its ring of focus is seen too. */
const AROUND = 12

/**
 * Scrolls what lies around the frame, the page or a box in it, as little as shows this stretch of it. Nothing moves when it is in sight
 * already, as it is where the browser has scrolled by itself: that is why it waits for two frames.
 */
export function bringIntoSight({ box }: Shell, { dialog }: HostFrame, { top, bottom }: Stretch): void {
  const show = (): void => {
    // it has the whole window meanwhile: the page behind stays where it is
    if (dialog.open) return
    const mark = document.createElement('div')
    const height = Math.min(bottom - top, innerHeight / 2)
    mark.style.cssText = `grid-area:1/1;align-self:start;width:1px;height:${height}px;margin-top:${top}px;scroll-margin:${AROUND}px`
    box.append(mark)
    mark.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    mark.remove()
  }
  requestAnimationFrame(() => requestAnimationFrame(show))
}
