/** Something the person who started the demo can mend: `message` is one line, in words, and is all she is shown. */
export class DemoError extends Error {
  override name = 'DemoError'
}

/** The same error, unless it says that a port is taken: then a line that names the port. */
export function nameBusyPort(error: unknown, port: number): unknown {
  if (!(error instanceof Error && 'code' in error)) return error
  if (error.code === 'EADDRINUSE')
    return new DemoError(
      `Port ${port} is already in use. Stop what listens there, or start with another PORT (the demo takes four ports in a row).`,
    )
  if (error.code === 'EACCES')
    return new DemoError(`Port ${port} may not be opened by this account. Start with a PORT above 1023.`)
  return error
}

/** The line to show for a failed start, when the person can mend it; `undefined` for a fault of ours, which deserves its stack. */
export function plainWords(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  if (['DemoError', 'ConfigError', 'FolderLockedError'].includes(error.name)) return error.message
  const code = 'code' in error ? String(error.code) : ''
  if (['ECONNREFUSED', 'ENOTFOUND', '28P01', '28000', '3D000'].includes(code)) {
    return `The database cannot be used (${error.message || code}). Check DATABASE_URL, or leave it out for the embedded database.`
  }
  return plainWords(error.cause)
}
