import type { ThreadSeed } from '@cercle/server'
import { day, hour, paragraphs } from './demo-community.ts'

/** What the members of A write among themselves. */
export const membersThreadsOfA: ThreadSeed[] = [
  {
    space: 'entraide',
    kind: 'question',
    author: 'kim',
    minutesAgo: 6 * hour,
    title: 'Qui peut accompagner une personne au palais de justice, à court préavis ?',
    body: 'Rendez-vous jeudi matin. Elle ne veut pas y aller seule et je suis en formation. Il faudrait surtout quelqu’un qui sait attendre sans parler. Mon repère pour la liste de garde : canari-a-entraide-4m9t.',
    reactions: { recognise: ['nadia'] },
    replies: [
      {
        author: 'denise',
        minutesAgo: 5 * hour,
        body: 'Je peux de 9 h à midi. J’apporte un thermos et un tricot.',
        reactions: { thanks: ['kim'], speaks: ['marie-eve', 'josee'] },
      },
      {
        author: 'josee',
        minutesAgo: 4 * hour,
        body: 'Et moi l’après-midi si ça déborde. Demandez la petite salle d’attente au bout du couloir : elle existe, on ne la propose pas.',
        reactions: { thanks: ['kim', 'denise'] },
      },
      { author: 'kim', minutesAgo: 3 * hour, body: 'Vous êtes formidables. Je lui dis ce soir.' },
    ],
  },
  {
    space: 'entraide',
    kind: 'experience',
    author: 'therese',
    minutesAgo: 3 * day + 2 * hour,
    title: 'Elle a annulé cinq fois. La sixième, elle est venue.',
    body: paragraphs(
      'Chaque annulation, je répondais : « C’est correct. La porte est la même la semaine prochaine. » Rien d’autre.',
      'Dans l’équipe, on se demandait s’il fallait fermer le dossier. On a décidé de compter autrement : cinq annulations, c’est cinq fois où elle a pris le téléphone.',
    ),
    reactions: { recognise: ['josee', 'line', 'nadia', 'carole'], speaks: ['denise', 'fatou', 'kim'] },
    replies: [
      {
        author: 'carole',
        minutesAgo: 2 * day + 20 * hour,
        body: '« La porte est la même. » Je le note sur le mur du bureau.',
        reactions: { thanks: ['therese'] },
      },
      {
        author: 'nadia',
        minutesAgo: 2 * day + 3 * hour,
        body: 'Comment vous l’avez expliqué au bailleur de fonds, qui compte les présences ?',
      },
      {
        author: 'therese',
        minutesAgo: 1 * day + 19 * hour,
        body: 'On a ajouté une ligne : « contacts maintenus ». Ils ont aimé l’idée. Je peux vous envoyer le tableau.',
        reactions: { thanks: ['nadia', 'josee', 'marie-eve'] },
      },
    ],
  },
  {
    space: 'entraide',
    kind: 'tool',
    author: 'josee',
    minutesAgo: 6 * day + 4 * hour,
    title: 'Ma grille d’accueil courte : six questions',
    body: paragraphs(
      'Vous me l’avez demandée. La voici, à recopier ou à changer :',
      '1. Comment voulez-vous qu’on vous appelle ?\n2. De quoi avez-vous besoin d’ici ce soir ?\n3. Est-ce qu’il y a un endroit où vous ne voulez pas aller ?\n4. Qui peut savoir que vous êtes ici ?\n5. Comment vous joindre sans risque ?\n6. Qu’est-ce que je n’ai pas demandé ?',
      'La sixième est la plus utile.',
    ),
    reactions: { thanks: ['line', 'kim', 'therese', 'denise', 'annick'], speaks: ['carole'] },
    replies: [
      {
        author: 'annick',
        minutesAgo: 6 * day,
        body: 'J’ai ajouté un dessin de téléphone barré à côté de la 5. On comprend tout de suite.',
        reactions: { thanks: ['josee'] },
      },
    ],
  },
  {
    space: 'entraide',
    kind: 'question',
    author: 'carole',
    minutesAgo: 9 * day + 5 * hour,
    title: 'Une collègue revient d’un arrêt. Comment lui faire de la place ?',
    body: 'Elle reprend à trois jours. On veut bien faire, et je crois qu’on en fait trop : tout le monde lui demande si ça va. Qu’est-ce qui vous a aidées, vous, au retour ?',
    reactions: { recognise: ['josee', 'annick'], speaks: ['line'] },
    replies: [
      {
        author: 'line',
        minutesAgo: 9 * day + 1 * hour,
        body: 'Qu’on me donne du travail normal. Et un vendredi sans réunion, le premier mois.',
        reactions: { thanks: ['carole'] },
      },
      {
        author: 'denise',
        minutesAgo: 8 * day + 20 * hour,
        body: 'Une seule personne qui demande « ça va », et pas devant les autres.',
        reactions: { recognise: ['carole', 'therese', 'josee'] },
      },
    ],
  },
  {
    space: 'entraide',
    kind: 'experience',
    author: 'nadia',
    minutesAgo: 11 * day + 3 * hour,
    title: 'Le téléphone prêté : ce qu’on a appris en six mois',
    body: paragraphs(
      'On prête un téléphone neutre, avec trois numéros enregistrés et rien d’autre. Douze prêts, onze retours. Le douzième, on l’a déclaré perdu et on a changé les numéros.',
      'Ce qu’on ferait autrement : une fiche en images pour enlever la localisation, et un chargeur *dans le même sac*. Fiche rangée sous canari-a-entraide-8x2d.',
    ),
    reactions: { thanks: ['samuel', 'kim', 'josee'], speaks: ['therese'] },
    replies: [
      {
        author: 'samuel',
        minutesAgo: 10 * day + 22 * hour,
        body: 'Le fonds de dépannage peut payer les cartes prépayées. Écrivez-moi.',
        reactions: { thanks: ['nadia', 'kim'] },
      },
    ],
  },
  {
    space: 'entraide',
    kind: 'news',
    author: 'marie-eve',
    minutesAgo: 13 * day + 6 * hour,
    title: 'Webinaire : reconnaître l’emprise dans les messages texte',
    body: paragraphs(
      'Une heure, un midi. On regarde ensemble des échanges inventés, ligne par ligne, sans caméra obligatoire. On peut se joindre par téléphone.',
      'Pour préparer : notez **une phrase** que vous entendez souvent. Pas besoin de l’expliquer.',
    ),
    reactions: { thanks: ['josee', 'nadia'], speaks: ['carole', 'denise', 'line'] },
    replies: [
      {
        author: 'josee',
        minutesAgo: 12 * day + 23 * hour,
        body: '« Il veut juste savoir où je suis. » Voilà la mienne.',
        reactions: { recognise: ['nadia', 'kim', 'fatou', 'line'] },
      },
      {
        author: 'kim',
        minutesAgo: 12 * day + 20 * hour,
        body: '« C’est compliqué, tu comprendrais pas. »',
        reactions: { recognise: ['josee', 'carole'] },
      },
    ],
  },
  {
    space: 'entraide',
    kind: 'question',
    author: 'denise',
    minutesAgo: 16 * day + 2 * hour,
    title: 'Comment finissez-vous votre journée ?',
    body: 'Moi, je lave les tasses, même propres. Ça me fait une frontière. Je cherche d’autres gestes pour les soirs plus lourds.',
    reactions: { speaks: ['josee', 'annick', 'marie-eve', 'fatou'], recognise: ['carole', 'line'] },
    replies: [
      {
        author: 'fatou',
        minutesAgo: 16 * day,
        body: 'Je change de chaussures dans l’auto. Les bottes du travail restent dans le coffre.',
        reactions: { speaks: ['denise', 'kim'] },
      },
      {
        author: 'annick',
        minutesAgo: 15 * day + 20 * hour,
        body: 'J’écris trois lignes dans un cahier, et je le ferme à l’élastique. Le bruit de l’élastique compte.',
        reactions: { thanks: ['denise'], speaks: ['josee', 'nadia'] },
      },
      { author: 'therese', minutesAgo: 15 * day + 4 * hour, body: 'Le tour du parc, encore. Toujours le tour du parc.' },
    ],
  },
  {
    space: 'entraide',
    kind: 'question',
    author: 'josee',
    minutesAgo: 17 * day + 2 * hour,
    audience: { groups: ['hebergement'] },
    title: 'Entre maisons\u00a0: que faites-vous des sacs oubliés\u202f?',
    body: 'Chez nous, trois sacs attendent depuis l’été. Je n’ose ni les ouvrir ni les jeter. Je préfère en parler d’abord entre maisons.',
    replies: [
      {
        author: 'nadia',
        minutesAgo: 16 * day + 20 * hour,
        body: 'Une étiquette avec la date, une tablette haute, un an. Après, on appelle. Si personne ne répond, on garde les papiers et les photos.',
        reactions: { thanks: ['josee', 'fatou'] },
      },
    ],
  },
  {
    space: 'entraide',
    kind: 'tool',
    author: 'line',
    minutesAgo: 18 * day + 5 * hour,
    title: 'Une affiche pour les toilettes, à découper',
    body: 'Quatre mots et des languettes avec le numéro, comme pour un chat perdu. Rien qui dise de quoi il s’agit. Vingt-huit languettes parties en un mois dans une seule halte routière.',
    reactions: { thanks: ['carole', 'samuel', 'therese'], speaks: ['josee'] },
    replies: [
      {
        author: 'carole',
        minutesAgo: 17 * day + 21 * hour,
        body: 'On la met dans les deux centres d’emploi de la Rive-Sud. Merci.',
      },
    ],
  },
]
