import compression from 'compression';
import express, { type Express, Router } from 'express';
import { accountPages } from './accounts/account-routes.ts';
import { handOutPages } from './accounts/hand-out-routes.ts';
import { linkPages } from './accounts/link-routes.ts';
import { ownAccountPages } from './accounts/own-account-routes.ts';
import { peoplePages } from './accounts/people-routes.ts';
import { signInPages } from './accounts/sign-in-routes.ts';
import { appendixPages } from './appendix/routes.ts';
import { campaignPages } from './campaigns/routes.ts';
import { cataloguePages } from './catalogue/routes.ts';
import type { Context } from './context.ts';
import { boardPages } from './desk/board-routes.ts';
import { deskReportPages } from './desk/report-routes.ts';
import { listPages } from './lists/list-routes.ts';
import { takePages } from './lists/take-routes.ts';
import { formPages } from './reports/form-routes.ts';
import { readingPages } from './reports/reading-routes.ts';
import { sendingPages } from './reports/sending-routes.ts';
import { startPages } from './reports/start-routes.ts';
import { groupPages } from './units/group-routes.ts';
import { unitListPages } from './units/list-routes.ts';
import { retirePages } from './units/retire-routes.ts';
import { unitPages } from './units/unit-routes.ts';
import { assets } from './web/assets.ts';
import { showErrors } from './web/errors.ts';
import { securityHeaders } from './web/headers.ts';
import { mount, nothingHere } from './web/mount.ts';
import type { Page } from './web/page.ts';
import { requestLog } from './web/request-log.ts';
import { sessions } from './web/sessions.ts';
import { welcomePages } from './welcome/routes.ts';
import { startGuidePages } from './welcome/start-guide-routes.ts';

/** Every page of the product. */
export const pagesOf = (context: Context): Page[] => [
  ...welcomePages(context),
  ...startGuidePages(context),
  ...signInPages(context),
  ...linkPages(context),
  ...peoplePages(context),
  ...handOutPages(context),
  ...accountPages(context),
  ...ownAccountPages(context),
  // Before the units: /don-vi/excel is no unit.
  ...cataloguePages(context),
  ...unitListPages(context),
  ...groupPages(context),
  ...unitPages(context),
  ...retirePages(context),
  ...readingPages(context),
  ...formPages(context),
  ...startPages(context),
  ...listPages(context),
  ...takePages(context),
  ...sendingPages(context),
  ...campaignPages(context),
  ...boardPages(context),
  ...appendixPages(context),
  ...deskReportPages(context),
];

/** The product as an Express app: what happens to a request, in order. */
export const appOf = (context: Context): Express => {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('trust proxy', context.config.trustProxy);
  app.use(requestLog(context.log), securityHeaders(), compression(), assets());
  const router = Router();
  router.use(sessions(context));
  mount(router, context, pagesOf(context));
  app.use(router, nothingHere, showErrors(context));
  return app;
};
