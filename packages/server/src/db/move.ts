import { readBackup } from './backup-lines.ts'
import type { Database } from './database.ts'
import { writeBackup, type Restored } from './restore.ts'

/** Copies everything from one database into another, empty one, all or nothing; the source is only read. Throws BackupError. */
export const move = (source: Database, target: Database): Promise<Restored> => writeBackup(target, readBackup(source))
