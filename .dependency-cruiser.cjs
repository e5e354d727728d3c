// Who may import whom: the table of rooms, one rule a line of it. `.tools/import-rules.test.ts` breaks each rule once and asserts that it is noticed.
const features =
  '(charter|communities|organisations|auth|joining|members|spaces|discussions|documents|events|surveys|notifications|newsletters|facilitation|evaluation|privacy|search|live)'
const server = '^packages/server/src/'
const sdk = '^packages/sdk/src/'
const widgets = '^packages/widgets/src/'
/** Of the elements’ package: what serves them; every other folder there is a feature or the frame. */
const lowerRooms = `${widgets}(primitives|theme|locales|context|controllers)/`
/** Asking for a tag to be defined is how one element uses another. */
const byTag = '[/-]register[.]ts$'
const tests = '[.](test|stories)[.]ts$'
const lit = 'node_modules/(lit|lit-html|lit-element|@lit/reactive-element)/'
const values = ['type-only', 'type-import']

/** @param {string} suffix */
const room = (suffix) => `${server}.+[.]${suffix}[.]ts$`
/** The first group is the feature. @param {string} suffix */
const featureRoom = (suffix) => `${server}([^/]+)/[^/]+[.]${suffix}[.]ts$`

/** @param {string} name @param {string} comment @param {object} from @param {object} to */
const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    rule(
      'no-circle',
      'Two files that need one another are one file, or three.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: values } },
    ),
    rule('resolvable', 'The import leads nowhere.', {}, { couldNotResolve: true }),
    rule(
      'listed',
      'Every package used is listed in the package.json beside it.',
      {},
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    ),
    rule(
      'src-without-dev-packages',
      'What is published may not need a development dependency at run time.',
      { path: '^packages/[^/]+/src/', pathNot: tests },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: values, pathNot: '^packages/' },
    ),
    rule(
      'src-without-tests',
      'Tests read the code, never the other way round.',
      { path: '^packages/[^/]+/src/', pathNot: tests },
      { path: [tests, '^packages/[^/]+/(test|bench)/'] },
    ),

    // server, from the words on the wire upwards
    rule(
      'schema',
      'The words on the wire know zod and one another.',
      { path: room('schema') },
      { pathNot: [room('schema'), `${server}error-codes[.]ts$`, 'node_modules/zod/'] },
    ),
    rule(
      'policy',
      'A policy says yes or no: it needs types and nothing to call.',
      { path: room('policy') },
      { dependencyTypesNot: values },
    ),
    rule(
      'table',
      'How a row lies on disk: column types, and the words of the wire it stores.',
      { path: room('table') },
      { pathNot: ['node_modules/kysely/', `${server}db/`, room('(table|schema)')] },
    ),
    rule('table-types', 'A table is a type.', { path: room('table') }, { dependencyTypesNot: values }),
    rule(
      'repository',
      'A repository asks the database, and calls nothing else.',
      { path: featureRoom('repository') },
      {
        dependencyTypesNot: values,
        pathNot: [
          'node_modules/kysely/',
          `${server}db/`,
          `${server}$1/[^/]+[.](table|repository)[.]ts$`,
          `${server}$1/[^/.]+[.]ts$`,
          `${server}(ids|viewer)[.]ts$`,
        ],
      },
    ),
    rule(
      'repository-own-table',
      'A repository speaks of its own tables; others are reached through the types of db/.',
      { path: featureRoom('repository') },
      { path: room('table'), pathNot: `${server}$1/` },
    ),
    rule(
      'service',
      'A service sees neither transport, nor database library, nor process.',
      { path: room('service') },
      {
        path: [
          `${server}(trpc|http)/`,
          `${server}(main|cli|config|server|app-router|index)[.]ts$`,
          room('router'),
          'node_modules/(express|@trpc/server|pg)/',
          '^(node:)?process$',
        ],
      },
    ),
    rule(
      'service-without-sql',
      'SQL lives in repositories.',
      { path: room('service') },
      { path: 'node_modules/kysely/', dependencyTypesNot: values },
    ),
    rule(
      'service-own-rooms',
      'Of another feature a service knows its services only.',
      { path: featureRoom('service') },
      { path: room('(repository|policy|table)'), pathNot: `${server}$1/` },
    ),
    rule(
      'router',
      'A router is a table of contents: its own words, its own services, trpc/.',
      { path: featureRoom('router') },
      { pathNot: [`${server}$1/[^/]+[.](schema|service)[.]ts$`, `${server}trpc/`, `${server}wire[.]schema[.]ts$`] },
    ),
    rule(
      'migration',
      'The world of that day is frozen: no code of today. An earlier step is as frozen, and the way back to it may use its words.',
      { path: `${server}db/migrations/` },
      { pathNot: ['node_modules/kysely/', `${server}db/migrations/`] },
    ),
    rule(
      'features-meet-at-services',
      'One feature calls another through its services.',
      { path: `${server}${features}/`, pathNot: tests },
      { path: `${server}${features}/`, pathNot: [`${server}$1/`, room('(service|schema)')], dependencyTypesNot: values },
    ),
    rule(
      'feature-below-composition',
      'A feature does not know what it is put together into.',
      { path: `${server}${features}/`, pathNot: tests },
      { path: [`${server}(main|cli|config|server|app-router|index)[.]ts$`, `${server}http/`], dependencyTypesNot: values },
    ),
    rule(
      'machinery-below-features',
      'Database, mail, jobs, files, time and words of errors serve features and know none.',
      {
        path: [`${server}(db|jobs|files|mail)/`, `${server}(clock|ids|viewer|errors|error-codes|logger|scope|config)[.]ts$`],
        pathNot: tests,
      },
      {
        path: [`${server}${features}/`, `${server}(trpc|http)/`, `${server}(main|cli|server|app-router|index)[.]ts$`],
        dependencyTypesNot: values,
      },
    ),
    rule(
      'trpc-below-routers',
      'The base procedures know services at most.',
      { path: `${server}trpc/`, pathNot: tests },
      { path: [room('(router|repository|policy)'), `${server}http/`, `${server}(main|cli|server|index)[.]ts$`] },
    ),
    rule(
      'http-through-services',
      'A route does what a router does: it hands over to a service.',
      { path: `${server}http/`, pathNot: tests },
      { path: [room('(repository|policy|router)'), `${server}(main|cli|server|index)[.]ts$`] },
    ),
    rule(
      'nobody-imports-main',
      'The process entry is nobody’s library.',
      { pathNot: [`${server}(main|cli)[.]ts$`, tests] },
      { path: `${server}(main|cli)[.]ts$` },
    ),
    rule(
      'server-below-clients',
      'The server knows neither its SDK nor its elements as code.',
      { path: server, pathNot: tests },
      { path: '^packages/(sdk|widgets)/' },
    ),

    // SDK
    rule(
      'sdk-server-types',
      'Of the server the SDK takes types: a value would carry it into every page.',
      { path: sdk, pathNot: tests },
      { path: '^packages/server/', dependencyTypesNot: values },
    ),
    rule(
      'one-door',
      'Outside its package the server has one door.',
      { path: '^(packages/(sdk|widgets)/src|examples)/' },
      { path: '^packages/server/', pathNot: '^packages/server/src/index[.]ts$' },
    ),
    rule('sdk-below-elements', 'The SDK knows no element.', { path: '^packages/sdk/' }, { path: '^packages/widgets/' }),

    // widgets
    rule(
      'widgets-through-sdk',
      'Elements and controllers speak to the SDK; they know no server and no transport.',
      { path: widgets },
      { path: ['^packages/server/', 'node_modules/@trpc/'] },
    ),
    rule(
      'widgets-lower-rooms',
      'Primitives, theme, texts, contexts and controllers serve the features and know none.',
      { path: lowerRooms, pathNot: tests },
      { path: widgets, pathNot: [lowerRooms, byTag], dependencyTypesNot: values },
    ),
    rule(
      'controller-never-renders',
      'A controller works for a host; of Lit it needs types.',
      { path: [`${widgets}controllers/`, `${widgets}.+-controller[.]ts$`] },
      { path: lit, dependencyTypesNot: values },
    ),
    rule(
      'elements-meet-on-the-page',
      'One feature’s elements use another’s by tag.',
      { path: `${widgets}([^/]+)/`, pathNot: [tests, byTag, lowerRooms, `${widgets}frame/`] },
      {
        path: `${widgets}[^/]+/`,
        pathNot: [`${widgets}$1/`, lowerRooms, byTag, `${widgets}frame/protocol[.]ts$`],
        dependencyTypesNot: values,
      },
    ),
    rule(
      'shell-without-lit',
      'What every page loads first carries no Lit; it asks for the rest.',
      { path: [`${widgets}loader[.]ts$`, `${widgets}frame/host[^/]*[.]ts$`], pathNot: tests },
      { path: lit, dependencyTypesNot: [...values, 'dynamic-import'] },
    ),
  ],
  options: {
    doNotFollow: { path: ['node_modules'] },
    exclude: { path: ['^packages/sdk/etc/', '(^|/)dist/', 'storybook-static', '[.]vitepress/(cache|dist)'] },
    tsPreCompilationDeps: true,
    // every package lists what it uses itself
    combinedDependencies: false,
    detectProcessBuiltinModuleCalls: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'node', 'default'],
      mainFields: ['types', 'main'],
      extensions: ['.ts', '.js', '.mjs', '.cjs', '.d.ts', '.json'],
    },
  },
}
