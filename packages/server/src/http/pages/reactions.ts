import type { ReactionCount } from '../../discussions/discussions.schema.ts'
import type { PageSetting } from './page-setting.ts'

const worded = ['thanks', 'recognise', 'answer'] as const

/** « 3 personnes se reconnaissent »; with the community's own word where it has one. */
export function reactionInWords({ community, t }: PageSetting, { key, count }: ReactionCount): string {
  const known = worded.find((word) => word === key)
  if (known) return t(`said.${known}`, { count })
  return t('said.word', { label: community.reactions.find((word) => word.key === key)?.label ?? key, count })
}
