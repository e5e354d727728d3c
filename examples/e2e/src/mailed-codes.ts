/** Codes mailed to this address, newest first, as the demo's mailbox shows them. `cercle`: address of the server. */
export async function mailedCodes(cercle: string, email: string): Promise<string[]> {
  const answer = await fetch(`${cercle}/dev/mail.json?to=${encodeURIComponent(email)}`)
  const mails = (await answer.json()) as { code: string | null }[]
  return mails.map(({ code }) => code).filter((code) => code !== null)
}

/** The code of the mail that comes after `known` others. Mails leave after the answer: it may take a moment. */
export async function nextCode(cercle: string, email: string, known: number): Promise<string> {
  const patience = AbortSignal.timeout(10_000)
  for (;;) {
    const codes = await mailedCodes(cercle, email)
    if (codes.length > known) return codes[0]!
    if (patience.aborted) throw new Error(`No code came to ${email}`)
    await new Promise((resolve) => setTimeout(resolve, 30))
  }
}
