import { createContext } from '@lit/context'
import type { CercleReader } from '@cercle/sdk'

/** The one client that the elements of a page part share; a whole `Cercle` where somebody is signed in. */
export const clientContext = createContext<CercleReader>(Symbol.for('cercle.client'))
