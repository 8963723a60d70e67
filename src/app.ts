import compression from 'compression';
import express, { type Express, Router } from 'express';
import { linkPages } from './accounts/link-routes.ts';
import { peoplePages } from './accounts/people-routes.ts';
import { signInPages } from './accounts/sign-in-routes.ts';
import { appendixPages } from './appendix/routes.ts';
import type { Context } from './context.ts';
import { boardPages } from './desk/board-routes.ts';
import { deskReportPages } from './desk/report-routes.ts';
import { formPages } from './reports/form-routes.ts';
import { readingPages } from './reports/reading-routes.ts';
import { sendingPages } from './reports/sending-routes.ts';
import { assets } from './web/assets.ts';
import { showErrors } from './web/errors.ts';
import { securityHeaders } from './web/headers.ts';
import { mount, nothingHere } from './web/mount.ts';
import type { Page } from './web/page.ts';
import { requestLog } from './web/request-log.ts';
import { sessions } from './web/sessions.ts';
import { welcomePages } from './welcome/routes.ts';

/** Every page of the product. */
export const pagesOf = (context: Context): Page[] => [
  ...welcomePages(context),
  ...signInPages(context),
  ...linkPages(context),
  ...peoplePages(context),
  ...readingPages(context),
  ...formPages(context),
  ...sendingPages(context),
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
