import { html, nothing, type TemplateResult } from 'lit'
import type { Cercle, GroupView, OrganisationList, SpaceView } from '@cercle/sdk'
import type { RequestsKey } from '../locales/requests.fr.ts'
import type { Translate } from '../locales/texts.ts'

/** Where somebody can be let in beside what every member reads. */
export interface Openings {
  groups: readonly GroupView[]
  spaces: readonly SpaceView[]
}
/** The same, and where she may work. */
export interface DeskPlaces extends Openings {
  organisations: OrganisationList['items']
}

export async function askPlaces(client: Cercle): Promise<DeskPlaces> {
  const [{ items: groups }, { items: spaces }, { items: organisations }] = await Promise.all([
    client.groups.list(),
    client.spaces.list(),
    client.members.organisations(),
  ])
  return {
    groups: groups.filter(({ byInvitation }) => byInvitation),
    spaces: spaces.filter(({ level }) => level === 'restricted'),
    organisations,
  }
}

/** For the pivot of a group, which everybody she invites comes into: where she is herself. */
export async function askOwnPlaces(client: Cercle, group: string): Promise<Openings> {
  const [{ items: groups }, { items: spaces }] = await Promise.all([client.groups.list(), client.spaces.list()])
  return {
    groups: groups.filter(({ id, byInvitation, mine }) => byInvitation && mine && id !== group),
    spaces: spaces.filter(({ level }) => level === 'restricted'),
  }
}

/** One box for each group by invitation, and for each restricted space that the facilitator reads herself. */
export function placesChoice(t: Translate<RequestsKey>, { groups, spaces }: Openings): TemplateResult {
  return html`<p class="c-small c-soft">${t('places.all')}</p>
    ${
      spaces.length
        ? html`<fieldset class="c-field">
            <legend class="c-label">${t('places.spaces')}</legend>
            ${spaces.map(
              ({ slug, name }) =>
                html`<label class="c-check"><input type="checkbox" name="space" .value=${slug} /><span>${name}</span></label>`,
            )}
          </fieldset>`
        : nothing
    }
    ${
      groups.length
        ? html`<fieldset class="c-field">
            <legend class="c-label">${t('places.groups')}</legend>
            ${groups.map(
              ({ id, name }) =>
                html`<label class="c-check"><input type="checkbox" name="group" .value=${id} /><span>${name}</span></label>`,
            )}
          </fieldset>`
        : nothing
    }`
}

/** What is ticked in a form with `placesChoice`. */
export function chosenPlaces(form: HTMLFormElement): { groups: string[]; spaces: string[] } {
  const ticked = (name: string) =>
    [...form.querySelectorAll<HTMLInputElement>(`input[name='${name}']:checked`)].map(({ value }) => value)
  return { groups: ticked('group'), spaces: ticked('space') }
}
