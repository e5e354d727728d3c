/**
 * « Quitter rapidement »: the page goes out of sight at once, however slow the line is, and gives its place in the history to `to`, which is not
 * told where one came from. Nothing but an `https:` address is gone to.
 */
export function leavePage(to: string): void {
  if (!/^https:\/\/[^/]/u.test(to)) return
  const silent = document.createElement('meta')
  silent.name = 'referrer'
  silent.content = 'no-referrer'
  document.head.append(silent)
  document.documentElement.style.setProperty('display', 'none', 'important')
  document.title = '\u00a0'
  location.replace(to)
}
