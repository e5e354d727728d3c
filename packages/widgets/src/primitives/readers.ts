import type { SpaceView } from '@cercle/sdk'
import type { MemberKey } from '../locales/member.fr.ts'
import type { Translate } from '../locales/texts.ts'
import { bareGroup } from './group-name.ts'

type T = Translate<MemberKey>

/** Who will read this, with a number. */
export function readersInWords({ level, readers, groups, name }: SpaceView, t: T): string {
  const count = readers ?? 0
  if (level === 'public') return readers === null ? t('audience.anyone') : t('audience.public', { count })
  if (level === 'members') return t('audience.members', { count })
  const [group] = groups
  if (group === undefined) return t('audience.space', { count, space: name })
  return groups.length === 1
    ? t('audience.group', { count, group: bareGroup(group) })
    : t('audience.groups', { count, groups: groups.length })
}
