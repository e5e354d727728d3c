import type { Viewer } from '../viewer.ts'

interface Version {
  current: boolean
  /** The viewer's signature of it stands. */
  signed: boolean
}

/** What a viewer may do with a charter that she is shown. */
export const charterPolicy = {
  /** Her membership stands, whether or not she has signed. */
  read: (viewer: Viewer): boolean => viewer.status === 'active' || viewer.status === 'unsigned',
  /** An older text can no longer be signed. */
  sign: ({ current, signed }: Version): boolean => current && !signed,
  withdraw: ({ signed }: Version): boolean => signed,
}
