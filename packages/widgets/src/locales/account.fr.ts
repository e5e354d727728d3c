import type { Text } from './texts.ts'

/** What a member says of herself, who sees it, and what she accepts; in French. Each sentence is true of the server’s code. */
export const accountFr = {
  'profile.title': 'Ce qui se dit de vous',
  'profile.loading': 'Chargement de ce qui se dit de vous',
  'profile.name': 'Comment on vous appelle',
  'profile.nameSeen':
    'Qui le voit\u00a0: les membres de la communauté, à côté de tout ce que vous écrivez. Ce qui est public se lit sans les noms.',
  'profile.nameMissing': 'Écrivez comment on vous appelle.',
  'profile.show': 'Montrer où je travaille à côté de mon nom',
  'profile.showsAs': 'À côté de vos textes, on lira\u00a0: {who}.',
  'profile.showsDesk': 'Les personnes qui animent voient où vous travaillez dans tous les cas, à leur bureau.',
  'profile.availability': 'Quand on peut vous joindre',
  'profile.availabilityHint': 'Facultatif, en vos mots. Par exemple\u00a0: le mardi, après 13\u00a0h.',
  'profile.availabilitySeen': 'Qui le voit\u00a0: vous et les personnes qui animent, pas les autres membres.',
  'profile.save': 'Enregistrer',
  'profile.saved': 'C’est noté.',
  'profile.facts': 'Ce que d’autres ont noté',
  'profile.organisation': 'Où vous travaillez',
  'profile.organisationSeen':
    'Qui le voit\u00a0: les membres de la communauté, à côté de votre nom. Les personnes qui animent peuvent le corriger.',
  'profile.organisationHidden':
    'Qui le voit\u00a0: vous et les personnes qui animent, qui peuvent le corriger. Ce n’est pas montré à côté de votre nom.',
  'profile.region': 'Votre région',
  'profile.regionSeen':
    'Elle ne se lit pas à côté de votre nom. Elle sert à compter les membres d’une région et à former les groupes de région.',
  'profile.unsaid': 'Rien de noté',
  'profile.failed': 'Ce qui se dit de vous n’a pas pu être affiché.',
  'profile.saveFailed': 'Ce n’est pas enregistré. Ce que vous avez écrit est encore là.',
  'accept.title': 'Ce que j’accepte',
  'accept.what': 'Vous pouvez changer d’idée quand vous voulez. L’effet est immédiat.',
  'accept.loading': 'Chargement de ce que vous acceptez',
  'accept.named': 'Que mon prénom soit dit aux personnes qui arrivent',
  'accept.namedWhat':
    'À sa première visite, une personne lit jusqu’à trois prénoms de membres avec qui elle partage un espace, et combien d’autres sont ici.',
  'accept.accompany': 'Que l’animatrice me propose un coup de main quand je n’ai pas encore écrit',
  'accept.accompanyWhat': 'Sans votre accord, elle n’a aucune liste où vous seriez pour cette raison.',
  'accept.help_facts': 'Que l’animatrice garde ce que j’ai dit de mon équipement, de mon aisance et de mon téléphone',
  'accept.help_factsWhat': 'Pour mieux vous aider. Si vous le retirez, c’est effacé aussitôt, là où elle le lisait aussi.',
  'accept.given': 'Accepté le {date}.',
  'accept.back': 'Retiré le {date}.',
  'accept.saidGiven': 'C’est noté. Pour le retirer, appuyez de nouveau.',
  'accept.saidBack': 'C’est retiré.',
  'accept.failed': 'Ce que vous acceptez n’a pas pu être affiché.',
  'accept.saveFailed': 'Ce n’est pas noté. Rien n’a changé.',
  'help.title': 'Ce qui m’aide à participer',
  'prefs.title': 'Langue et données',
  'prefs.language': 'Dans quelle langue Cercle vous parle',
  'prefs.page': 'Comme la page',
  'prefs.fr-CA': 'Français',
  'prefs.en-CA': 'English',
  'prefs.languageWhat':
    'Ici, sur les pages de Cercle et dans vos courriels, sur tous vos appareils. Ce que les membres écrivent n’est jamais traduit.',
  'prefs.saver': 'Économiser les données sur cet appareil',
  'prefs.saverWhat':
    'Rien n’arrive tout seul : vous appuyez sur « Actualiser ». À la prochaine page, les listes sont plus courtes et la police du site n’est pas chargée.',
  'prefs.saverBrowser': 'Votre navigateur le demande.',
  'prefs.failed': 'Ce n’est pas noté. Rien n’a changé.',
  'fail.offline': 'La connexion est coupée.',
  'fail.busy': 'Le service est très occupé.',
  'fail.over': 'Votre session est terminée. Entrez de nouveau.',
  'fail.internal': 'Ce n’est pas de votre faute.',
  'fail.retry': 'Essayer de nouveau',
} as const satisfies Record<string, Text>

export type AccountKey = keyof typeof accountFr
