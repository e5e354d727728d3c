import { html, type Html } from '../../html.ts'
import type { OpenInvitation, OwnRequest, RequestWords } from '../../joining/joining.schema.ts'
import { aimsPart } from './aims-part.ts'
import { dateInWords } from './dates.ts'
import { field, wrongs, type FieldParts, type FormState } from './form-parts.ts'
import type { PageParts } from './page-layout.ts'
import { feedAddress, joinAddress, type PageSetting } from './page-setting.ts'

/** A text as it was written, its lines kept. */
const lines = (text: string): Html[] => text.split('\n').map((line, index) => (index ? html`<br />${line}` : html`${line}`))

const part = (page: Pick<PageParts, 'main'>): PageParts => ({ ...page, isForm: true, retentionDays: null })

/** Her request, by the link that was mailed: where it stands, what was written, and what she may do. `isLate`: what she did came too late. */
export function ownRequestPage(
  setting: PageSetting,
  state: FormState,
  { request, token, isLate }: { request: OwnRequest; token: string; isLate: boolean },
): PageParts {
  const { t } = state
  const action = joinAddress(setting.community.slug, { kind: 'r', token })
  const answer: FieldParts = { name: 'text', label: t('own.answer'), required: true, isLong: true, maxlength: 900 }
  return part({
    main: html`<h1>${t('own.title')}</h1>
      <p class="soft">${t('own.since', { date: dateInWords(request.askedAt, setting.dates, true) })}</p>
      ${isLate ? html`<p class="note" role="status">${t('own.late')}</p>` : ''}
      <p class="note">${t(`own.${request.status}`)}</p>
      ${request.exchange.map((words) => said(setting, state, words))}
      ${
        request.can.answer
          ? html`${wrongs(state, new Map([['text', answer.label]]))}
              <form class="form" method="post" action=${action} novalidate>
                ${field(state, answer)}
                <button class="btn main" type="submit" name="do" value="answer">${t('own.send')}</button>
              </form>`
          : ''
      }
      ${
        request.can.retract
          ? html`<form class="form" method="post" action=${action}>
              <p class="hint">${t('own.retractHint')}</p>
              <button class="btn" type="submit" name="do" value="retract">${t('own.retract')}</button>
            </form>`
          : ''
      }`,
  })
}

const said = ({ dates }: PageSetting, { t }: FormState, { by, text, at }: RequestWords): Html =>
  html`<section class="note">
    <p class="small soft">
      ${t(by === 'facilitator' ? 'own.theirs' : 'own.yours')} <time datetime=${at}>${dateInWords(at, dates, true)}</time>
    </p>
    <p class="said">${lines(text)}</p>
  </section>`

export const retractedPage = ({ community }: PageSetting, { t }: FormState): PageParts =>
  part({
    main: html`<h1>${t('own.title')}</h1>
      <p class="note">${t('own.retracted')}</p>
      <p><a class="btn" href=${feedAddress(community.slug)}>${t('sent.read')}</a></p>`,
  })

/** Opened by a scanner of mails, it changes nothing: accepting is a press. */
export function invitationPage(
  setting: PageSetting,
  state: FormState,
  { invitation, token }: { invitation: OpenInvitation; token: string },
): PageParts {
  const { t } = state
  const { community, dates } = setting
  const name: FieldParts = { name: 'name', label: t('ask.name'), required: true, autocomplete: 'given-name', maxlength: 80 }
  const email: FieldParts = {
    name: 'email',
    label: t('ask.email'),
    hint: t('ask.emailHint'),
    required: true,
    type: 'email',
    autocomplete: 'email',
  }
  const fields = invitation.needsEmail ? [name, email] : [name]
  return part({
    main: html`<h1>${t('invited.title')}</h1>
      <p>${t('invited.text', { community: community.name, date: dateInWords(invitation.expiresAt, dates, true) })}</p>
      ${aimsPart(setting)} ${wrongs(state, new Map(fields.map((one) => [one.name, one.label])))}
      <form class="form" method="post" action=${joinAddress(community.slug, { kind: 'i', token })} novalidate>
        ${fields.map((one) => field(state, one))}
        <button class="btn main" type="submit">${t('invited.accept')}</button>
      </form>`,
  })
}

export const welcomePage = (_: PageSetting, { t }: FormState): PageParts =>
  part({
    main: html`<h1>${t('invited.done')}</h1>
      <p class="note">${t('invited.next')}</p>
      <p><a class="btn" href="#join">${t('invited.where')}</a></p>`,
  })
