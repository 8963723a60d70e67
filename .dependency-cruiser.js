/**
 * Who may import what: `kit ← nouns ← store ← verbs ← routes ← app ← main`.
 *
 * The kind of a file shows in its name: `store.ts` and `…-store.ts`, `routes.ts` and `…-routes.ts`.
 * The files below touch several things or reach the context; every other file of a room is pure.
 */
const verbs = named(
  'accounts/(address-changed|amend|hand-out|invitation|invite-by-mail|mail-links|mailed-token|own-account|password|request-link|shut-out|sign-in|throttle)',
  'appendix/(finalize|worker|write-appendix|write-list)',
  'campaigns/(add|change|choose-units|close|first-campaign)',
  'catalogue/(apply|plan)',
  'claims/(decide|decide-apart|tell-claim-decided|undo)',
  'demo/.*',
  'desk/accept-clean',
  'jobs/runner',
  'lists/take-list',
  'mail/(change-text|confirm|deliver|e-file|resend|sender|tell|test-mail)',
  'papers/(give-check-code|unit-report|worker|write-city-paper|write-paper|write-unit-file)',
  'reminders/(ask|call|digest|remind|set-calendar|set-plan)',
  'signed/(ask|dossier|keep)',
  'reports/(decide|enter-for-unit|exempt|extend|save-draft|send|start-from-last|tell-decided|tell-sent|withdraw)',
  'units/(keep-group|keep-unit|retire)',
);
/** What several pages of a room share on their way to an answer. */
const besideRoutes = named(
  'accounts/(invited-page|mail-readiness)',
  'campaigns/(edit-page|found)',
  'desk/(handled-notice|next-waiting)',
  'jobs/exported',
  'lists/found-list',
  'mail/outbox-answer',
  'reminders/asked-notice',
  'signed/found-signed',
  'reports/(conflict|form-answer|found|sent-page)',
);

const rooms =
  '^src/(accounts|appendix|campaigns|catalogue|claims|demo|desk|history|jobs|lists|mail|papers|participants|reminders|reports|sessions|signed|units|welcome)/';
const stores = '^src/[a-z]+/[a-z-]*store[.]ts$';
const routes = '^src/[a-z]+/[a-z-]*routes[.]ts$';
const edges = 'node_modules/(exceljs|@e965/xlsx|ics|nodemailer|docx|piscina|qrcode|sharp|yazl)/';

/**
 * Type imports count like all others: the parser does not tell them apart. What a noun may take from
 * a store, its types alone, is therefore proved in test/guards/imports.test.ts.
 * @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    rule(
      'no-cycles',
      'Two files that need each other are one idea, or three.',
      {},
      { circular: true },
    ),
    rule('resolvable', 'An import leads nowhere.', {}, { couldNotResolve: true }),
    rule(
      'shipped',
      'The product may use only what is installed for it, not the tools of its development.',
      { path: '^(src|migrations)/' },
      { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    ),
    rule(
      'product-alone',
      'The product imports neither tests nor scripts nor views.',
      { path: '^(src|migrations)/' },
      { path: '^(test|scripts|views|dist)/' },
    ),
    rule(
      'migrations-alone',
      'A landed migration never changes, so it leans on nothing that does.',
      { path: '^migrations/' },
      { pathNot: ['^migrations/', '/node_modules/kysely/', '^node_modules/kysely/'] },
    ),
    rule(
      'express-at-the-door',
      'Express is known to app.ts, web/ and routes only.',
      { pathNot: ['^src/app[.]ts$', '^src/web/', routes] },
      { path: 'node_modules/(@types/|)express(-session|)/' },
    ),
    rule(
      'sql-in-stores',
      'Kysely is known to db/, stores and migrations only.',
      { pathNot: ['^src/db/', '^migrations/', stores] },
      { path: 'node_modules/kysely/' },
    ),
    rule(
      'drivers-in-db',
      'The drivers are known to db/open.ts and db/lock.ts only.',
      { pathNot: '^src/db/(open|lock)[.]ts$' },
      { path: 'node_modules/(@types/|)(better-sqlite3|pg)/' },
    ),
    rule(
      'edges-in-adapters',
      'The edges of the product stand in adapters/.',
      { pathNot: '^src/adapters/' },
      { path: edges },
    ),
    rule(
      'kit-knows-nobody',
      'kit/ and vietnamese/ are small ideas for everybody.',
      { path: '^src/(kit|vietnamese)/' },
      { pathNot: '^src/(kit|vietnamese)/' },
    ),
    rule(
      'nouns-are-pure',
      'A noun knows kit/, vietnamese/, zod, sentences and other nouns: no I/O, no database, no web. Does this file do more? Then name it among the verbs in .dependency-cruiser.js.',
      { path: rooms, pathNot: [stores, routes, verbs, besideRoutes] },
      {
        path: [
          '^src/(db|web|adapters|commands)/',
          '^src/[^/]+[.]ts$',
          routes,
          verbs,
          besideRoutes,
          'node_modules/',
          '^node:',
          '^[a-z_]+$',
          '^[a-z_]+/promises$',
        ],
        pathNot: ['^src/web/chrome[.]ts$', '/node_modules/zod/', '^node_modules/zod/'],
      },
    ),
    rule(
      'stores-below-verbs',
      'A store knows the database, nouns, kit/ and other stores.',
      { path: stores },
      {
        path: [
          '^src/(web|adapters|commands|strings)/',
          '^src/[^/]+[.]ts$',
          '^src/db/open[.]ts$',
          routes,
          verbs,
          besideRoutes,
        ],
      },
    ),
    rule(
      'verbs-below-routes',
      'A verb is called alike by the web, the command line and a timer, so it knows none of them.',
      { path: verbs, pathNot: '^src/demo/' },
      { path: ['^src/(web|commands)/', '^src/(app|main|context)[.]ts$', routes, besideRoutes] },
    ),
    rule(
      'routes-below-app',
      'Pages are mounted by app.ts only.',
      { pathNot: ['^src/app[.]ts$', routes] },
      { path: [routes, besideRoutes], pathNot: besideRoutes },
    ),
    rule(
      'commands-below-main',
      'Commands are called by main.ts only.',
      { pathNot: ['^src/main[.]ts$', '^src/commands/'] },
      { path: ['^src/commands/', '^src/main[.]ts$'] },
    ),
  ],
  options: {
    // TypeScript 7 has no parser that can be called from here; without one nothing is read at all.
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
};

/** @param {string[]} files */
function named(...files) {
  return `^src/(${files.join('|')})[.]ts$`;
}

/**
 * @param {string} name
 * @param {string} comment
 * @param {object} from
 * @param {object} to
 */
function rule(name, comment, from, to) {
  return { name, comment, severity: /** @type {const} */ ('error'), from, to };
}
