import type { Catalogues } from '../controllers/texts.ts'
import { takingPartEn } from './taking-part.en.ts'
import { takingPartFr, type TakingPartKey } from './taking-part.fr.ts'

/** For `new Texts(this, takingPart)`. Both languages: the part that says them is itself fetched only when wanted. */
export const takingPart: Catalogues<TakingPartKey> = { fr: takingPartFr, en: takingPartEn }
