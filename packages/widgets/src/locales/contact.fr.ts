import type { Text } from './texts.ts'

/** At the desk: whom to reach for who cannot enter; in French. */
export const contactFr = {
  title: 'Pour qui n’arrive pas à entrer',
  lead: 'Une personne à joindre, montrée avec le code d’entrée, sur la demande pour se joindre et sur les pages sans script.',
  public: 'Tout le monde pourra le lire sur le web, membre ou non. Si tout reste vide, personne n’est nommé.',
  name: 'Prénom (facultatif)',
  email: 'Adresse courriel',
  phone: 'Téléphone',
  phoneHint: 'Tel qu’il faut le lire, par exemple «\u00a0819 555-0142, poste 3\u00a0».',
  badEmail: 'Il manque quelque chose à cette adresse, par exemple «\u00a0@organisme.org\u00a0».',
  noWay: 'Un prénom ne suffit pas\u00a0: donnez une adresse ou un téléphone, ou videz tout.',
  save: 'Enregistrer qui joindre',
  saved: 'C’est enregistré. Tout le monde peut le lire.',
  none: 'C’est enregistré. Personne n’est nommé.',
} as const satisfies Record<string, Text>

export type ContactKey = keyof typeof contactFr
