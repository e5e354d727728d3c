import type { ErrorRequestHandler } from 'express'
import { errorFields, type Logger } from '../logger.ts'

/** For what no route caught, an address that cannot be decoded above all: a status and nothing else. Express would show where in our code it failed. */
export function lastRefusal(log: Logger): ErrorRequestHandler {
  return function refuse(error: { status?: number }, _req, res, next) {
    if (res.headersSent) {
      next(error)
      return
    }
    const status = error.status !== undefined && error.status >= 400 && error.status < 500 ? error.status : 500
    if (status === 500) log.error('a request failed', errorFields(error))
    res.status(status).set('cache-control', 'no-store').end()
  }
}
