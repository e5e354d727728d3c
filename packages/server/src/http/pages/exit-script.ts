/** A script as text; named so that the formatter leaves it. */
const js = String.raw

/*
 * What the way out does better where script runs: the page goes at once from sight and from the history, and three presses of Shift lead out too.
 * Without it the link is a link. The only script of these pages; it reads nothing and keeps nothing.
 */
export const exitScript = js`const way = document.getElementById('exit')
const page = document.documentElement
let presses = 0
let last = 0
const leave = (event) => {
  event.preventDefault()
  page.hidden = true
  document.title = '\u00a0'
  location.replace(way.href)
}
way.addEventListener('click', leave)
addEventListener('keydown', (event) => {
  if (event.repeat) return
  const isNext = event.key === 'Shift' && event.timeStamp - last < 2000
  presses = event.key === 'Shift' ? (isNext ? presses + 1 : 1) : 0
  last = event.timeStamp
  if (presses === 3) leave(event)
})
addEventListener('pageshow', () => (page.hidden = false))
`
