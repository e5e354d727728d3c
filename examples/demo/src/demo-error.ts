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
