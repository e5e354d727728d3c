import type { Persona } from './personas.ts'
import type { World } from './world.ts'

export const isAsStranger = ({ status }: Persona): boolean => status === 'stranger'

/** The headers that a persona's browser or program sends. */
export function headersOf(world: World, persona: Persona): Record<string, string> {
  const { tokens, site, origin = world.server.url } = world.callers.get(persona.name) ?? {}
  return {
    ...(origin === null ? {} : { origin }),
    ...(tokens ? { authorization: `Bearer ${tokens.access}` } : {}),
    ...(site === undefined ? {} : { 'cercle-site': site }),
  }
}
