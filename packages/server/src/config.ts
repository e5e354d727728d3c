import { z } from 'zod'

/** How one server runs. Made once from the environment, then frozen. */
export interface ServerConfig {
  /** 0: any free port. */
  port: number
  host: string
  /** Folder of the embedded database, when there is no `databaseUrl`. */
  dataDir: string
  databaseUrl: string | undefined
  migrateUrl: string | undefined
  smtpUrl: string | undefined
  /** The sender of mails; absent: `Cercle <cercle@…>` at the host of `publicUrl`. */
  mailFrom: string | undefined
  /** Where the server is reached from outside, without a slash at the end. Absent in the demo: its own address. */
  publicUrl: string | undefined
  demo: boolean
  rateLimits: boolean
  /** How many proxies in front of the server may say who calls (`X-Forwarded-For`). */
  trustedProxies: number
  logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'silent'
}

/** What is wrong with the settings, one line each, in words that say what to do. */
export class ConfigError extends Error {
  readonly problems: string[]
  constructor(problems: string[]) {
    super(problems.join('\n'))
    this.name = 'ConfigError'
    this.problems = problems
  }
}

const url = (protocols: string[]) =>
  z.string().refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol))
const flag = z.enum(['0', '1']).transform((value) => value === '1')

/** Every variable, its form, and what to say when it does not fit. */
const variables = {
  PORT: [z.coerce.number().int().min(0).max(65_535).default(4000), 'PORT is a number from 0 to 65535, for example 4000.'],
  HOST: [z.string().min(1).default('127.0.0.1'), 'HOST is the address to listen on, for example 127.0.0.1 or 0.0.0.0.'],
  CERCLE_DATA: [z.string().min(1).default('.data'), 'CERCLE_DATA is a folder.'],
  DATABASE_URL: [
    url(['postgres:', 'postgresql:']).optional(),
    'DATABASE_URL looks like postgres://name:password@host:5432/cercle. Leave it out to use the embedded database.',
  ],
  DATABASE_MIGRATE_URL: [
    url(['postgres:', 'postgresql:']).optional(),
    'DATABASE_MIGRATE_URL is the address of the owner of the tables, like postgres://owner:password@host:5432/cercle.',
  ],
  SMTP_URL: [url(['smtp:', 'smtps:']).optional(), 'SMTP_URL looks like smtp://name:password@mail.example:587.'],
  MAIL_FROM: [
    z
      .string()
      .regex(/^[^\r\n]*\S+@\S+[^\r\n]*$/)
      .optional(),
    'MAIL_FROM is the sender of mails, for example Cercle <cercle@site.example>.',
  ],
  PUBLIC_URL: [
    url(['http:', 'https:']).optional(),
    'PUBLIC_URL is where browsers reach this server, for example https://cercle.example.org.',
  ],
  CERCLE_DEMO: [flag.default(false), 'CERCLE_DEMO is 0 or 1.'],
  CERCLE_RATE_LIMITS: [z.enum(['on', 'off']).default('on'), 'CERCLE_RATE_LIMITS is on or off.'],
  CERCLE_TRUSTED_PROXIES: [
    z.coerce.number().int().min(0).max(10).default(0),
    'CERCLE_TRUSTED_PROXIES is how many proxies stand in front of this server, for example 1.',
  ],
  LOG_LEVEL: [
    z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
    'LOG_LEVEL is trace, debug, info, warn, error or silent.',
  ],
} as const

type Values = { [Name in keyof typeof variables]: z.output<(typeof variables)[Name][0]> }

function read(env: Record<string, string | undefined>): Values {
  const problems: string[] = []
  const values: Record<string, unknown> = {}
  for (const [name, [schema, advice]] of Object.entries(variables)) {
    const given = env[name] === '' ? undefined : env[name]
    const result = schema.safeParse(given)
    if (result.success) values[name] = result.data
    else problems.push(advice)
  }
  if (problems.length > 0) throw new ConfigError(problems)
  return values as Values
}

/** Throws ConfigError. */
export function readConfig(env: Record<string, string | undefined>): ServerConfig {
  const values = read(env)
  const publicUrl = values.PUBLIC_URL === undefined ? undefined : new URL(values.PUBLIC_URL).origin
  return Object.freeze({
    port: values.PORT,
    host: values.HOST,
    dataDir: values.CERCLE_DATA,
    databaseUrl: values.DATABASE_URL,
    migrateUrl: values.DATABASE_MIGRATE_URL,
    smtpUrl: values.SMTP_URL,
    mailFrom: values.MAIL_FROM,
    publicUrl,
    demo: values.CERCLE_DEMO,
    // A real server is never without limits.
    rateLimits: !values.CERCLE_DEMO || values.CERCLE_RATE_LIMITS === 'on',
    trustedProxies: values.CERCLE_TRUSTED_PROXIES,
    logLevel: values.LOG_LEVEL,
  })
}

/** What a server that people rely on needs beside a sound configuration. Throws ConfigError. */
export function requireServing(config: ServerConfig): void {
  if (config.demo) return
  const problems: string[] = []
  if (config.publicUrl === undefined)
    problems.push('PUBLIC_URL is missing: the address where browsers reach this server, for example https://cercle.example.org.')
  if (config.smtpUrl === undefined)
    problems.push(
      'SMTP_URL is missing: without it nobody can receive a code and sign in. For example smtp://name:password@mail.example:587.',
    )
  if (problems.length > 0) throw new ConfigError(problems)
}

/** The configuration as it may be shown: passwords in addresses are hidden. */
export function describeConfig(config: ServerConfig): Record<string, string> {
  const shown: Record<string, string> = {}
  for (const [name, value] of Object.entries(config))
    shown[name] = value === undefined ? '–' : String(value).replace(/(:\/\/[^:/@]*):[^@]*@/, '$1:***@')
  return shown
}
