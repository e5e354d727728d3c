/** Sites that another stands in front of: alone, to take one away changes nothing that anybody is told. */
export const covered: Record<string, { beside: string; because: string }> = {
  'spaces/spaces.repository.ts · listIdsAtHome · spacesOf': {
    beside: 'discussions/threads.repository.ts · newestKeys · spacesOf',
    because: 'what lies in a circle is listed by the spaces that are hers',
  },
  'spaces/audiences.repository.ts · countNamed · spacesOf': {
    beside: 'discussions/threads.repository.ts · newestKeys · spacesOf',
    because: 'persons are counted for circles of what was found',
  },
  'charter/charter.repository.ts · listSpaceNames · charterSpacesOf': {
    beside: 'charter/charter.repository.ts · selectVersions · askedOf',
    because: 'a space is named beside its charter only, which is not read',
  },
  'charter/charter.repository.ts · listSignatures · askedOf': {
    beside: 'charter/charter.repository.ts · selectVersions · askedOf',
    because: 'a signature is shown under its charter only, which is not read',
  },
  'discussions/posts.repository.ts · selectPosts · isToldNames': {
    beside: 'members/members.service.ts · namesOf · isToldNames',
    because: 'whose text it is stays an id without a name, which is not told',
  },
  'discussions/threads.repository.ts · selectThreads · isToldNames': {
    beside: 'members/members.service.ts · namesOf · isToldNames',
    because: 'whose thread it is stays an id without a name, which is not told',
  },
  'members/members.service.ts · namesOf · isToldNames': {
    beside: 'discussions/posts.repository.ts · selectPosts · isToldNames',
    because: 'whoever is not told names has no id to look up',
  },
  'discussions/posts.repository.ts · listRevisions · readable': {
    beside: 'discussions/posts.repository.ts · selectPosts · readable',
    because: 'earlier texts are asked of a post that was found',
  },
  'discussions/reactions.repository.ts · listReactions · readable': {
    beside: 'discussions/threads.repository.ts · newestKeys · spacesOf',
    because: 'gestures are counted under what was found',
  },
  'discussions/threads.repository.ts · pinnedKeys · spacesOf': {
    beside: 'spaces/spaces.repository.ts · findSpaceBySlug · spacesOf',
    because: 'pinned threads are asked of a space that was found, or of the only one there is',
  },
  'spaces/spaces.repository.ts · listAudienceGroups · spacesOf': {
    beside: 'spaces/spaces.repository.ts · listSpaces · spacesOf',
    because: 'groups are asked of spaces that were listed',
  },
}

/**
 * Sites behind which a function of the database looks again, by itself: `asks` stands in its text. Of neither line, and on when one of them is off.
 */
export const coveredByFunction: Record<string, { of: string; asks: string }> = {
  'spaces/audiences.repository.ts · findSpaceOfThread · readable': { of: 'who_reads', asks: 'p_space = any(my_spaces())' },
  'spaces/audiences.repository.ts · listGroupsWithin · knowsGroup': {
    of: 'groups_within',
    asks: 'not g.hidden or g.id = any(my_groups())',
  },
}
