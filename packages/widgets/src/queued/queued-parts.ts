import type { SpaceView } from '@cercle/sdk'
import type { OutboxEntry } from '@cercle/sdk/outbox'
import type { MemberKey } from '../locales/member.fr.ts'
import type { Translate } from '../locales/texts.ts'
import { bareGroup } from '../primitives/group-name.ts'

type T = Translate<MemberKey>

/** « au groupe Laval (14 personnes) »; nothing where it is not known any more. */
export function addressees(space: SpaceView | undefined, isToFewer: boolean | undefined, t: T): string | undefined {
  if (!space) return undefined
  const { level, readers, groups, name } = space
  if (isToFewer) return t('queue.toFewer', { space: name })
  if (level === 'public') return t('queue.toAll')
  const count = readers === null ? '' : ` (${t('queue.readers', { count: readers })})`
  const [group] = groups
  if (level === 'members') return t('queue.toMembers') + count
  return (groups.length === 1 ? t('queue.toGroup', { group: bareGroup(group!) }) : t('queue.toSpace', { space: name })) + count
}

/** The words of a message, one paragraph after the other, as they were typed. */
export const paragraphsOf = ({ input }: OutboxEntry): string[] => ('body' in input ? input.body.split(/\n{2,}/u) : [])
export const titleOf = ({ input }: OutboxEntry): string | undefined => ('title' in input ? input.title : undefined)
