import type { RequestHandler } from 'express'

const asked = `communities.current,spaces.list,discussions.threads?batch=1&input=${encodeURIComponent('{"2":{}}')}`

/**
 * `GET /c/<community>/first`: who, where and the newest discussions, as the feed of a stranger asks them first, under a short name. An element
 * asks this while the code that knows of procedures is still on its way, which saves a whole round trip on a slow line.
 */
export const firstRead: RequestHandler = function firstRead(req, _res, next) {
  const [, community] = (req.method === 'GET' && /^\/c\/([^/?]+)\/first$/u.exec(req.url)) || []
  if (community !== undefined) req.url = `/c/${community}/trpc/${asked}`
  next()
}
