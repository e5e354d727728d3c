import type { Equipment } from '@cercle/sdk'

export const equipmentNames = ['computer', 'microphone', 'camera', 'connection'] as const

/** What she says that she has, of the values of a form; what she left as it was is not said. */
export const equipmentOf = (values: Readonly<Record<string, string>>): Equipment =>
  Object.fromEntries(equipmentNames.flatMap((name) => (values[name] ? [[name, values[name]]] : []))) as Equipment
