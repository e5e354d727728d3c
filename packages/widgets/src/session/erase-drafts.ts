/** Signing out leaves nothing of what was being written. Call it once the view is gone: it keeps what it holds when it goes. */
export function eraseDrafts(community: string): void {
  try {
    const drafts = Object.keys(localStorage).filter((key) => key.startsWith(`cercle draft ${community} `))
    for (const key of drafts) localStorage.removeItem(key)
  } catch {
    // a browser that refuses storage kept none
  }
}
