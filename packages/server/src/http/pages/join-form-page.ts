import { html, type Html } from '../../html.ts'
import { REASON_MAX, type JoinForm } from '../../joining/joining.schema.ts'
import { aimsPart } from './aims-part.ts'
import { choice, choices, field, wrongs, type FieldParts, type FormState } from './form-parts.ts'
import type { PageParts } from './page-layout.ts'
import { feedAddress, joinAddress, type PageSetting } from './page-setting.ts'

export const equipmentNames = ['computer', 'microphone', 'camera', 'connection'] as const

/** Asking to come in. `id` goes with the form, so that sending it twice asks once. */
export function joinFormPage(setting: PageSetting, { questions }: JoinForm, state: FormState, id: string): PageParts {
  const { t } = state
  const { community } = setting
  const fields = fieldsOf(state, questions)
  const labels = new Map(fields.map(({ name, label }) => [name, label]))
  const parts = new Map(fields.map((one) => [one.name, field(state, one)]))
  // an answer to what is no longer asked: the form was opened before
  const isChanged = state.wrong.some(({ path }) => path === 'answers')
  const own = questions.map((one) => parts.get(`answers.${one.id}`)!)
  return {
    title: t('ask.title'),
    isForm: true,
    retentionDays: null,
    main: html`<h1>${t('ask.title')}</h1>
      <p class="soft">${t('ask.intro')}</p>
      ${aimsPart(setting)}
      ${isChanged ? html`<div class="wrongs" role="alert"><h2>${t('ask.changed')}</h2></div>` : wrongs(state, labels)}
      <form class="form" method="post" action=${joinAddress(community.slug)} novalidate>
        <input type="hidden" name="id" value=${id} />
        ${['name', 'email', 'organisation', 'role', 'region', 'reason'].map((name) => parts.get(name)!)} ${own} ${ease(state)}
        ${parts.get('phone')!} ${equipment(state)}
        <p class="send">${t('ask.readers')}</p>
        <button class="btn main" type="submit">${t('ask.send')}</button>
      </form>`,
  }
}

function fieldsOf({ t }: FormState, questions: JoinForm['questions']): FieldParts[] {
  const short = { maxlength: 120 }
  return [
    { name: 'name', label: t('ask.name'), required: true, autocomplete: 'given-name', maxlength: 80 },
    { name: 'email', label: t('ask.email'), hint: t('ask.emailHint'), required: true, type: 'email', autocomplete: 'email' },
    { name: 'organisation', label: t('ask.organisation'), autocomplete: 'organization', ...short },
    { name: 'role', label: t('ask.role'), autocomplete: 'organization-title', ...short },
    { name: 'region', label: t('ask.region'), ...short },
    { name: 'reason', label: t('ask.reason'), hint: t('ask.reasonHint'), required: true, isLong: true, maxlength: REASON_MAX },
    { name: 'phone', label: t('ask.phone'), hint: t('ask.phoneHint'), type: 'tel', autocomplete: 'tel', maxlength: 40 },
    ...questions.map(({ id, label, required }) => ({ name: `answers.${id}`, label, required, isLong: true, maxlength: 1_000 })),
  ]
}

const ease = (state: FormState): Html =>
  choices(state, 'ease', state.t('ask.ease'), [
    ['easy', state.t('ask.easy')],
    ['depends', state.t('ask.depends')],
    ['call', state.t('ask.call')],
  ])

const equipment = (state: FormState): Html =>
  html`<fieldset class="choices">
    <legend>${state.t('ask.equipment')}</legend>
    ${equipmentNames.map((name) =>
      choice(state, name, state.t(`ask.${name}`), [
        ['', state.t('ask.unsaid')],
        ['yes', state.t('ask.yes')],
        ['no', state.t('ask.no')],
        ['unsure', state.t('ask.unsure')],
      ]),
    )}
  </fieldset>`

/** The same for whoever sent anything: what there is to say goes by mail. */
export const sentPage = ({ community }: PageSetting, { t }: FormState, isCalled: boolean): PageParts => ({
  isForm: true,
  retentionDays: null,
  main: html`<h1>${t('sent.title')}</h1>
    <div class="note">
      <p>${t('sent.text')}</p>
      ${isCalled ? html`<p>${t('sent.call')}</p>` : ''}
      <p class="soft">${t('sent.spam')}</p>
      <p><a class="btn" href=${feedAddress(community.slug)}>${t('sent.read')}</a></p>
    </div>`,
})
