import { createContext } from '@lit/context'

/**
 * Given by the frame: `cercle-larger` from inside it, with the `title` of what grows, gives it the whole window, `cercle-smaller` its place again;
 * who asked hears `cercle-smaller` when it is back. Elsewhere nothing grows.
 */
export const stageContext = createContext<{ grows: true }>(Symbol.for('cercle.stage'))
