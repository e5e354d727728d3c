/** Between the elements and frames of one site in one browser: she has looked at something, here or there. Says nothing of what. */
const NAME = 'cercle-notices'

/** `undefined` where nothing is shared: there each hears of it from the server alone. */
export function openNoticeChannel(heard?: () => void): BroadcastChannel | undefined {
  try {
    const channel = new BroadcastChannel(NAME)
    if (heard) channel.addEventListener('message', heard)
    return channel
  } catch {
    return undefined
  }
}

export function tellLooked(): void {
  const channel = openNoticeChannel()
  channel?.postMessage('')
  channel?.close()
}
