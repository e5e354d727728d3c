import { createContext } from '@lit/context'
import type { Cercle } from '@cercle/sdk'

/** The one client that the elements of a page part share. */
export const clientContext = createContext<Cercle>(Symbol.for('cercle.client'))
