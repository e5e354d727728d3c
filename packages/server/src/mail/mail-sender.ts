import { setImmediate } from 'node:timers/promises'
import type { Pool } from 'pg'
import type { Clock } from '../clock.ts'
import { becomeWorker } from '../db/openings.ts'
import type { Db } from '../db/tables.ts'
import { OpeningTransaction } from '../db/viewer-transaction.ts'
import { errorFields, type Logger } from '../logger.ts'
import { faultOf } from './mail-fault.ts'
import type { MailKind } from './mail-kind.ts'
import { mailKinds, type MailKindName } from './mail-kinds.ts'
import { renderLetter } from './mail-letter.ts'
import {
  claimMail,
  findMailAddress,
  insertBounce,
  postponeMail,
  settleMail,
  shareMail,
  type ClaimedMail,
} from './mail-queue.repository.ts'
import type { MailTransport, OutgoingMail } from './mail-transport.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
/** Longer than the transport gives a mail: whoever holds it longer is dead. */
const LEASE = 2 * MINUTE
/** As many as the transport has lines. */
const LANES = 3
/** The first wait of a mail that was put off; doubled each time. */
const FIRST_WAIT = MINUTE
const LONGEST_WAIT = 4 * HOUR
/** About two days of waiting; also the end of a mail that takes the process down with it. */
const TRIES = 20
/** How soon the mail server is tried again when it is away; doubled each time. */
const FIRST_PAUSE = 5 * SECOND
const LONGEST_PAUSE = MINUTE

export interface MailSenderParts {
  pool: Pool
  clock: Clock
  log: Logger
  mail: MailTransport
  /** Where Cercle is reached, without a slash at the end. */
  publicUrl: () => string
  /** For kinds whose facts are asked when the mail is sent, and not when it is queued; `undefined`: there is nothing to say any more. */
  gather?: Partial<Record<MailKindName, Gather>>
  /** Only tests bring others. */
  kinds?: Readonly<Record<string, MailKind<never>>>
}

export type Gather = (db: Db, mail: ClaimedMail, now: Date) => Promise<Readonly<Record<string, string>> | undefined>

type Ready = { mail: ClaimedMail; outgoing: OutgoingMail }

/**
 * Sends what is due, each mail by whichever process has it first. A mail is settled after the mail server took it: a process that dies in between
 * sends it once more, under the same Message-ID.
 */
export class MailSender {
  readonly #parts: MailSenderParts
  #pausedUntil = -Infinity
  #pause = 0
  #stopped = false

  constructor(parts: MailSenderParts) {
    this.#parts = parts
  }

  /** Until nothing is due, or the mail server is away. Answers how many left. */
  async sendDue(): Promise<number> {
    const counts = await Promise.all(Array.from({ length: LANES }, () => this.#lane()))
    return counts.reduce((sum, count) => sum + count, 0)
  }

  /** No further mail is begun. */
  stop(): void {
    this.#stopped = true
  }

  async #lane(): Promise<number> {
    let sent = 0
    while (!this.#stopped && this.#parts.clock.now() >= this.#pausedUntil) {
      const mail = await this.#transaction((db) => this.#claim(db))
      if (!mail) return sent
      const ready = await this.#transaction((db) => this.#prepare(db, mail)).catch((error: unknown) => {
        // It is tried again when its time is over, and the others go on.
        this.#parts.log.error('a mail cannot be prepared', { ...errorFields(error), name: mail.kind })
      })
      if (ready && (await this.#send(ready))) sent++
      await setImmediate() // PGlite answers in microtasks: let timers and sockets in
    }
    return sent
  }

  #claim(db: Db): Promise<ClaimedMail | undefined> {
    const now = this.#parts.clock.now()
    return claimMail(db, new Date(now), new Date(now + LEASE))
  }

  /** Makes it for whoever may have it at this moment; nothing when it is over, or not for now. */
  async #prepare(db: Db, mail: ClaimedMail): Promise<Ready | undefined> {
    const { clock, log, kinds = mailKinds as Record<string, MailKind<never>> } = this.#parts
    const now = new Date(clock.now())
    const settle = async (outcome: 'dropped' | 'parked') => {
      await settleMail(db, mail, outcome, { now })
      return undefined
    }
    if (mail.tries > TRIES) {
      log.warn('a mail was parked after many tries', { name: mail.kind, count: mail.tries - 1 })
      return settle('parked')
    }
    const kind = Object.hasOwn(kinds, mail.kind) ? kinds[mail.kind] : undefined
    if (!kind) {
      // Of a newer version of Cercle, which runs beside this one.
      await postponeMail(db, mail, new Date(now.getTime() + waitOf(mail.tries)))
      return undefined
    }
    if (mail.memberId === null && mail.address === null) {
      await shareMail(db, mail, now)
      return undefined
    }
    const found = await findMailAddress(db, mail, kind.reach)
    const facts = found && (await this.#factsOf(db, mail, now))
    if (!found || !facts) return settle('dropped')
    try {
      return { mail, outgoing: this.#compose({ ...mail, facts, language: found.language }, kind, found.to) }
    } catch (error) {
      log.error('a mail cannot be written', { ...errorFields(error), name: mail.kind })
      return settle('parked')
    }
  }

  async #factsOf(db: Db, mail: ClaimedMail, now: Date): Promise<Readonly<Record<string, string>> | undefined> {
    const gather = this.#parts.gather?.[mail.kind as MailKindName]
    return gather ? gather(db, mail, now) : mail.facts
  }

  #compose(mail: ClaimedMail, kind: MailKind<never>, to: string): OutgoingMail {
    const origin = this.#parts.publicUrl()
    const page = `${origin}/c/${mail.slug}`
    const stopUrl = mail.topic === null ? undefined : `${page}/mail/${mail.stopKey}`
    const { community, facilitator } = mail
    // whoever is written to may have chosen another language than the community's
    const isSaid = facilitator !== null && mail.language === mail.communityLanguage
    const place = { community, page, origin, ...(isSaid && { facilitator }) }
    const letter = kind.write[mail.language](mail.facts as never, place)
    return { id: mail.id, to, ...renderLetter(letter, mail.language, stopUrl), ...(stopUrl === undefined ? {} : { stopUrl }) }
  }

  async #send({ mail, outgoing }: Ready): Promise<boolean> {
    const { clock, log } = this.#parts
    const { to } = outgoing
    const at = () => new Date(clock.now())
    try {
      await this.#parts.mail.send(outgoing)
    } catch (error) {
      const fault = faultOf(error)
      if (fault === 'outage') this.#rest(error)
      await this.#transaction(async (db) => {
        if (fault === 'outage') return postponeMail(db, mail, at(), true)
        if (fault === 'later') return postponeMail(db, mail, new Date(clock.now() + waitOf(mail.tries)))
        if (fault === 'bounced') await insertBounce(db, mail.communityId, to, at())
        log.warn('a mail was refused', { name: mail.kind, code: fault })
        await settleMail(db, mail, 'parked', { now: at(), to })
      })
      return false
    }
    this.#pause = 0
    await this.#transaction((db) => settleMail(db, mail, 'sent', { now: at(), to }))
    return true
  }

  /** The mail server is away: no mail is tried for a while, and none is counted as tried. */
  #rest(error: unknown): void {
    const { clock, log } = this.#parts
    if (clock.now() < this.#pausedUntil) return // another lane has noticed
    this.#pause = Math.min(Math.max(FIRST_PAUSE, this.#pause * 2), LONGEST_PAUSE)
    this.#pausedUntil = clock.now() + this.#pause
    log.warn('the mail server does not answer', { ...errorFields(error), ms: this.#pause })
  }

  async #transaction<Result>(use: (db: Db) => Promise<Result>): Promise<Result> {
    const transaction = new OpeningTransaction(this.#parts.pool, 'begin', becomeWorker())
    try {
      const result = await use(transaction.db)
      await transaction.end('commit')
      return result
    } catch (error) {
      await transaction.end('rollback').catch(() => {})
      throw error
    }
  }
}

const waitOf = (tries: number): number => Math.min(FIRST_WAIT * 2 ** (tries - 1), LONGEST_WAIT)

/** Sends what is due again and again until disposed; disposing waits for mails on their way. `every`: milliseconds. */
export function startMailing({ every, ...parts }: MailSenderParts & { every: number }): AsyncDisposable {
  const sender = new MailSender(parts)
  let running: Promise<unknown> | undefined
  const timer = setInterval(() => {
    running ??= sender
      .sendDue()
      .catch((error: unknown) => parts.log.error('sending mails failed', errorFields(error)))
      .finally(() => {
        running = undefined
      })
  }, every)
  timer.unref()
  return {
    async [Symbol.asyncDispose]() {
      clearInterval(timer)
      sender.stop()
      await running
    },
  }
}
