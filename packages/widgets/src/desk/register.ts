import { DeskAims } from './aims.ts'
import { DeskArrival } from './arrival.ts'
import { DeskCharter } from './charter.ts'
import { DeskContact } from './contact.ts'
import { Desk } from './desk.ts'
import { DeskGroups } from './groups.ts'
import { DeskHelpRequest } from './help-request.ts'
import { DeskHelp } from './help.ts'
import { DeskInvitations } from './invitations.ts'
import { DeskKeyEntry } from './key-entry.ts'
import { DeskKeyUse } from './key-use.ts'
import { DeskLook } from './look.ts'
import { DeskMerge } from './merge.ts'
import { DeskPasskeys } from './passkeys.ts'
import { DeskPeopleRoom } from './people.ts'
import { DeskPerson } from './person.ts'
import { DeskPivot } from './pivot.ts'
import { DeskProof } from './proof.ts'
import { DeskSite } from './site.ts'
import { DeskSites } from './sites.ts'
import { DeskRename } from './rename.ts'
import { DeskRequest } from './request.ts'
import { DeskRequests } from './requests.ts'
import { DeskSpaces } from './spaces.ts'
import { DeskSplit } from './split.ts'
import { DeskStanding } from './standing.ts'
import { DeskWords } from './words.ts'
import { DeskWork } from './work.ts'

const elements = {
  'cercle-desk': Desk,
  'cercle-desk-requests': DeskRequests,
  'cercle-desk-request': DeskRequest,
  'cercle-desk-help': DeskHelp,
  'cercle-desk-help-request': DeskHelpRequest,
  'cercle-desk-invitations': DeskInvitations,
  'cercle-desk-people': DeskPeopleRoom,
  'cercle-desk-person': DeskPerson,
  'cercle-desk-groups': DeskGroups,
  'cercle-desk-spaces': DeskSpaces,
  'cercle-desk-rename': DeskRename,
  'cercle-desk-split': DeskSplit,
  'cercle-desk-merge': DeskMerge,
  'cercle-desk-charter': DeskCharter,
  'cercle-desk-standing': DeskStanding,
  'cercle-desk-pivot': DeskPivot,
  'cercle-desk-proof': DeskProof,
  'cercle-desk-passkeys': DeskPasskeys,
  'cercle-desk-key-use': DeskKeyUse,
  'cercle-desk-key-entry': DeskKeyEntry,
  'cercle-desk-arrival': DeskArrival,
  'cercle-desk-aims': DeskAims,
  'cercle-desk-words': DeskWords,
  'cercle-desk-look': DeskLook,
  'cercle-desk-contact': DeskContact,
  'cercle-desk-work': DeskWork,
  'cercle-desk-sites': DeskSites,
  'cercle-desk-site': DeskSite,
}
for (const [tag, element] of Object.entries(elements)) if (!customElements.get(tag)) customElements.define(tag, element)

declare global {
  interface HTMLElementTagNameMap {
    'cercle-desk': Desk
    'cercle-desk-requests': DeskRequests
    'cercle-desk-request': DeskRequest
    'cercle-desk-help': DeskHelp
    'cercle-desk-help-request': DeskHelpRequest
    'cercle-desk-invitations': DeskInvitations
    'cercle-desk-people': DeskPeopleRoom
    'cercle-desk-person': DeskPerson
    'cercle-desk-groups': DeskGroups
    'cercle-desk-spaces': DeskSpaces
    'cercle-desk-rename': DeskRename
    'cercle-desk-split': DeskSplit
    'cercle-desk-merge': DeskMerge
    'cercle-desk-charter': DeskCharter
    'cercle-desk-standing': DeskStanding
    'cercle-desk-pivot': DeskPivot
    'cercle-desk-proof': DeskProof
    'cercle-desk-passkeys': DeskPasskeys
    'cercle-desk-key-use': DeskKeyUse
    'cercle-desk-key-entry': DeskKeyEntry
    'cercle-desk-arrival': DeskArrival
    'cercle-desk-aims': DeskAims
    'cercle-desk-words': DeskWords
    'cercle-desk-look': DeskLook
    'cercle-desk-contact': DeskContact
    'cercle-desk-work': DeskWork
    'cercle-desk-sites': DeskSites
    'cercle-desk-site': DeskSite
  }
}
