import type { Catalogues } from '../controllers/texts.ts'
import { exitEn } from './exit.en.ts'
import { exitFr, type ExitKey } from './exit.fr.ts'

/** For `new Texts(this, exit)`. Both languages: three sentences that must not wait for anything. */
export const exit: Catalogues<ExitKey> = { fr: exitFr, en: exitEn }
