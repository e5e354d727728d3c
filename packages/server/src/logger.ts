import { pino, type DestinationStream } from 'pino'

/** All that a log line may hold. No text, no name, no address, no token: what is not listed here is dropped. */
const allowed = [
  'method',
  'route',
  'procedure',
  'status',
  'code',
  'ms',
  'bytes',
  'count',
  'engine',
  'url',
  'name',
  'migration',
  'sqlState',
  'errorName',
  'stack',
] as const
export type LogFields = Partial<Record<(typeof allowed)[number], string | number | undefined>>

export interface Logger {
  info(message: string, fields?: LogFields): void
  warn(message: string, fields?: LogFields): void
  error(message: string, fields?: LogFields): void
}

function pick(fields: LogFields): LogFields {
  const kept: LogFields = {}
  for (const key of allowed) if (fields[key] !== undefined) kept[key] = fields[key]
  return kept
}

export function createLogger(level: string, destination?: DestinationStream): Logger {
  const log = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination as DestinationStream)
  return {
    info: (message, fields = {}) => log.info(pick(fields), message),
    warn: (message, fields = {}) => log.warn(pick(fields), message),
    error: (message, fields = {}) => log.error(pick(fields), message),
  }
}

/** What may be said of an unforeseen error. A database's message can quote a text, so only its class, its state and our own frames are kept. */
export function errorFields(error: unknown): LogFields {
  if (!(error instanceof Error)) return { errorName: typeof error }
  const sqlState = (error as { code?: unknown }).code
  return { errorName: error.name, stack: framesOf(error), ...(typeof sqlState === 'string' ? { sqlState } : {}) }
}

/** The frames follow the message, and a message may have lines that look like them: where it cannot be cut off, nothing is told. */
function framesOf({ stack, message }: Error): string | undefined {
  const start = stack?.indexOf(message) ?? -1
  if (start < 0) return undefined
  return stack!
    .slice(start + message.length)
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .join('\n')
}
