import { defineConfig } from 'vitepress'

const decisions = {
  text: 'Decisions',
  collapsed: true,
  items: [
    { text: '1. Frames first', link: '/decisions/0001-frames-first' },
    { text: '2. Two lines of rights', link: '/decisions/0002-two-lines-of-rights' },
    { text: '3. Texts as a node tree', link: '/decisions/0003-node-tree' },
    { text: '4. Ids made by callers', link: '/decisions/0004-caller-made-ids' },
    { text: '5. Shells and views', link: '/decisions/0005-shells-and-views' },
    { text: '6. No names for strangers', link: '/decisions/0006-no-names-for-strangers' },
    { text: '7. A database role for sign-in', link: '/decisions/0007-a-role-for-sign-in' },
    { text: '8. No host fonts in frames', link: '/decisions/0008-no-host-fonts-in-frames' },
    { text: '9. One order of things', link: '/decisions/0009-one-order-of-things' },
    { text: '10. A short line, and a turn at a time', link: '/decisions/0010-shed-before-queueing' },
    { text: '11. The loader asks first', link: '/decisions/0011-first-read-by-the-loader' },
    { text: '12. The frame asks before its code is there', link: '/decisions/0012-first-question-of-the-frame' },
    { text: '13. Dates without Intl', link: '/decisions/0013-dates-without-intl' },
    { text: '14. Unsigned is a standing', link: '/decisions/0014-unsigned-is-a-standing' },
    { text: '15. A list of what was erased', link: '/decisions/0015-erasure-ledger' },
    { text: '16. Spaces within spaces', link: '/decisions/0016-spaces-within-spaces' },
    { text: '17. Mail without a library of jobs', link: '/decisions/0017-mail-without-pg-boss' },
    { text: '18. A partner’s word', link: '/decisions/0018-a-partners-word' },
  ],
}

const search = {
  provider: 'local',
  options: {
    locales: {
      root: {
        translations: {
          button: { buttonText: 'Chercher', buttonAriaLabel: 'Chercher' },
          modal: {
            displayDetails: 'Montrer le détail',
            resetButtonTitle: 'Effacer la recherche',
            backButtonTitle: 'Fermer la recherche',
            noResultsText: 'Rien trouvé pour',
            footer: { selectText: 'choisir', navigateText: 'se déplacer', closeText: 'fermer' },
          },
        },
      },
    },
  },
} as const

export default defineConfig({
  title: 'Cercle',
  cleanUrls: true,
  lastUpdated: false,
  // The two lines and the demo name addresses of this machine; they are not pages of this site.
  ignoreDeadLinks: 'localhostLinks',
  themeConfig: { search },
  locales: {
    root: {
      label: 'Français',
      lang: 'fr-CA',
      description: 'Une communauté de pratique dans les sites que vous avez déjà.',
      themeConfig: {
        nav: [
          { text: 'Mettre dans votre page', link: '/votre-page' },
          { text: 'Faire tourner', link: '/operating' },
          { text: 'SDK', link: '/sdk' },
        ],
        sidebar: [
          {
            text: 'Guides',
            items: [
              { text: 'Mettre Cercle dans votre page', link: '/votre-page' },
              { text: 'Écrire avec le SDK', link: '/sdk' },
              { text: 'Faire tourner le serveur', link: '/operating' },
              { text: 'Les chiffres', link: '/performance' },
            ],
          },
          {
            text: 'Ce que fait Cercle',
            items: [
              { text: 'Discussions', link: '/features/discussions' },
              { text: 'En direct', link: '/features/live' },
              { text: 'Pages sans script', link: '/features/pages' },
              { text: 'Quitter rapidement', link: '/features/exit' },
              { text: 'Entrer et sortir', link: '/features/auth' },
              { text: 'Le site dit qui est là', link: '/features/sso' },
              { text: 'Se joindre', link: '/features/joining' },
              { text: 'Espaces : qui peut lire', link: '/features/spaces' },
              { text: 'La charte', link: '/features/charter' },
              { text: 'Votre compte', link: '/features/account' },
              { text: 'Ce qui vous concerne', link: '/features/notifications' },
              { text: 'Demander de l’aide', link: '/features/help' },
              { text: 'Le bureau d’animation', link: '/features/desk' },
            ],
          },
          { text: 'Les mots', items: [{ text: 'Style', link: '/style' }] },
          decisions,
        ],
        outline: { label: 'Sur cette page' },
        docFooter: { prev: 'Page précédente', next: 'Page suivante' },
        darkModeSwitchLabel: 'Apparence',
        lightModeSwitchTitle: 'Passer au clair',
        darkModeSwitchTitle: 'Passer au sombre',
        sidebarMenuLabel: 'Menu',
        returnToTopLabel: 'Revenir en haut',
        langMenuLabel: 'Changer de langue',
        skipToContentLabel: 'Aller au texte',
        notFound: {
          title: 'Cette page n’existe pas',
          quote: 'L’adresse a peut-être changé.',
          linkText: 'Revenir à l’accueil',
          linkLabel: 'Revenir à l’accueil',
        },
      },
    },
    en: {
      label: 'English',
      lang: 'en-CA',
      link: '/en/',
      description: 'A community of practice inside the websites you already have.',
      themeConfig: {
        nav: [
          { text: 'In your page', link: '/en/your-page' },
          { text: 'Run it', link: '/en/operating' },
          { text: 'SDK', link: '/en/sdk' },
        ],
        sidebar: [
          {
            text: 'Guides',
            items: [
              { text: 'Put Cercle in your page', link: '/en/your-page' },
              { text: 'Write with the SDK', link: '/en/sdk' },
              { text: 'Run the server', link: '/en/operating' },
              { text: 'The figures', link: '/en/performance' },
            ],
          },
          {
            text: 'What Cercle does',
            items: [
              { text: 'Discussions', link: '/en/features/discussions' },
              { text: 'Live', link: '/en/features/live' },
              { text: 'Pages without script', link: '/en/features/pages' },
              { text: 'Exit quickly', link: '/en/features/exit' },
              { text: 'Signing in and out', link: '/en/features/auth' },
              { text: 'The site says who is there', link: '/en/features/sso' },
              { text: 'Joining', link: '/en/features/joining' },
              { text: 'Spaces: who can read', link: '/en/features/spaces' },
              { text: 'The charter', link: '/en/features/charter' },
              { text: 'Your account', link: '/en/features/account' },
              { text: 'What concerns you', link: '/en/features/notifications' },
              { text: 'Asking for help', link: '/en/features/help' },
              { text: 'The facilitator’s desk', link: '/en/features/desk' },
            ],
          },
          { text: 'Words', items: [{ text: 'Style', link: '/en/style' }] },
          decisions,
        ],
      },
    },
  },
})
