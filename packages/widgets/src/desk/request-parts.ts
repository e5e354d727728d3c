import { html, nothing, type TemplateResult } from 'lit'
import type { CommunityView, HelpFacts, JoinRequestView, RequestWords } from '@cercle/sdk'
import type { RequestsKey } from '../locales/requests.fr.ts'
import type { Language, Translate } from '../locales/texts.ts'
import { dateInWords } from '../primitives/dates.ts'

export interface RequestSetting {
  t: Translate<RequestsKey>
  language: Language
  clock: CommunityView['clock'] | undefined
  now: Date | undefined
}
const equipment = ['computer', 'microphone', 'camera', 'connection'] as const

/** All that she wrote, in her words. */
export function whatSheWrote(request: JoinRequestView, setting: RequestSetting): TemplateResult {
  const { t } = setting
  const { email, role, reason, answers, exchange } = request
  return html`<dl class="c-stack c-stack--2 facts">
    ${fact(t('request.email'), email)} ${role ? fact(t('request.role'), role) : nothing} ${fact(t('request.reason'), reason)}
    ${answers.map(({ question, answer }) => fact(question, answer))} ${whatHelps(request, t)}
    ${exchange.map((words) => fact(saidBy(words, setting), words.text))}
    ${request.decided ? fact(t(`status.${request.status}`), decidedBy(request, setting)) : nothing}
  </dl>`
}

/** What she says of her equipment, her ease and her telephone. */
export function whatHelps({ equipment: has, ease, phone }: HelpFacts, t: Translate<RequestsKey>): TemplateResult {
  const said = equipment.filter((one) => has[one])
  return html`${ease ? fact(t('request.ease'), `${t(`ease.${ease}`)}${phone ? `, ${phone}` : ''}`) : nothing}
  ${said.length ? fact(t('request.equipment'), said.map((one) => t(`has.${one}.${has[one]!}`)).join(', ')) : nothing}`
}

const fact = (term: string, words: string): TemplateResult =>
  html`<div>
    <dt class="c-small c-soft">${term}</dt>
    <dd class="c-text">${words}</dd>
  </div>`

const saidBy = ({ by, at }: RequestWords, { t, language, clock, now }: RequestSetting): string =>
  t(by === 'facilitator' ? 'request.wrote' : 'request.answered', {
    date: dateInWords(at, { language, clock, now, hour: 'always' }),
  })

function decidedBy({ decided }: JoinRequestView, { t, language, clock, now }: RequestSetting): string {
  const { at, by } = decided!
  const date = dateInWords(at, { language, clock, now, hour: 'always' })
  return by ? t('request.decidedBy', { date, name: by }) : date
}
