import { Router } from 'express'
import type { Pool } from 'pg'

/** `/livez`: the process answers. `/readyz`: it can serve, database included. */
export function healthRoutes(pool: Pool, isReady: () => boolean): Router {
  const router = Router()
  router.get('/livez', (_req, res) => {
    res.set('cache-control', 'no-store').type('text/plain').end('ok\n')
  })
  router.get('/readyz', async (_req, res) => {
    const ready =
      isReady() &&
      (await pool.query('select 1').then(
        () => true,
        () => false,
      ))
    res
      .set('cache-control', 'no-store')
      .status(ready ? 200 : 503)
      .type('text/plain')
      .end(ready ? 'ready\n' : 'not ready\n')
  })
  return router
}
