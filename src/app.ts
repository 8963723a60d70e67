import express, { type Express, Router } from 'express';
import { accountPages } from './accounts/account-routes.ts';
import { handOutPages } from './accounts/hand-out-routes.ts';
import { linkRequestPages } from './accounts/link-request-routes.ts';
import { linkPages } from './accounts/link-routes.ts';
import { ownAccountPages } from './accounts/own-account-routes.ts';
import { peoplePages } from './accounts/people-routes.ts';
import { signInPages } from './accounts/sign-in-routes.ts';
import { exportPages } from './appendix/export-routes.ts';
import { appendixPages } from './appendix/routes.ts';
import { campaignPages } from './campaigns/routes.ts';
import { cataloguePages } from './catalogue/routes.ts';
import { apartPages } from './claims/apart-routes.ts';
import { claimPages } from './claims/claims-routes.ts';
import type { Context } from './context.ts';
import { boardPages } from './desk/board-routes.ts';
import { onBehalfPages } from './desk/on-behalf-routes.ts';
import { deskReportPages } from './desk/report-routes.ts';
import { waitingPages } from './desk/waiting-routes.ts';
import { jobPages } from './jobs/routes.ts';
import { listPages } from './lists/list-routes.ts';
import { takePages } from './lists/take-routes.ts';
import { campaignMailPages } from './mail/campaign-routes.ts';
import { mailPages } from './mail/mail-routes.ts';
import { mailboxPages } from './mail/mailbox-routes.ts';
import { outboxPages } from './mail/outbox-routes.ts';
import { textPages } from './mail/text-routes.ts';
import { checkPages } from './papers/check-routes.ts';
import { paperPages } from './papers/paper-routes.ts';
import { unitFilePages } from './papers/routes.ts';
import { reminderPages } from './reminders/routes.ts';
import { formPages } from './reports/form-routes.ts';
import { readingPages } from './reports/reading-routes.ts';
import { sendingPages } from './reports/sending-routes.ts';
import { startPages } from './reports/start-routes.ts';
import { signedCopyPages } from './signed/copy-routes.ts';
import { dossierPages } from './signed/dossier-routes.ts';
import { signedFilePages } from './signed/file-routes.ts';
import { groupPages } from './units/group-routes.ts';
import { unitListPages } from './units/list-routes.ts';
import { retirePages } from './units/retire-routes.ts';
import { unitPages } from './units/unit-routes.ts';
import { assets } from './web/assets.ts';
import { compressed } from './web/compressed.ts';
import { showErrors } from './web/errors.ts';
import { securityHeaders } from './web/headers.ts';
import { mount, nothingHere } from './web/mount.ts';
import type { Page } from './web/page.ts';
import { requestLog } from './web/request-log.ts';
import { sessions } from './web/sessions.ts';
import { welcomePages } from './welcome/routes.ts';
import { startGuidePages } from './welcome/start-guide-routes.ts';

/** What each room puts on the router, in this order. */
const rooms: readonly ((context: Context) => Page[])[] = [
  // First, because it answers most: a router tries its pages one after another.
  formPages,
  welcomePages,
  startGuidePages,
  signInPages,
  linkPages,
  linkRequestPages,
  peoplePages,
  handOutPages,
  accountPages,
  ownAccountPages,
  // Before the units: /don-vi/excel is no unit.
  cataloguePages,
  unitListPages,
  groupPages,
  unitPages,
  retirePages,
  readingPages,
  startPages,
  listPages,
  takePages,
  sendingPages,
  campaignPages,
  boardPages,
  // Before the reports: /tien-do/…/nhac, …/doi-chieu and …/xuat are no units.
  reminderPages,
  // Before the reports: /tien-do/…/cho-xem is no unit.
  waitingPages,
  claimPages,
  apartPages,
  exportPages,
  // So is /tien-do/…/ho-so.
  dossierPages,
  appendixPages,
  jobPages,
  deskReportPages,
  onBehalfPages,
  unitFilePages,
  paperPages,
  checkPages,
  signedCopyPages,
  signedFilePages,
  textPages,
  outboxPages,
  mailPages,
  campaignMailPages,
  mailboxPages,
];

/** Every page of the product. */
export const pagesOf = (context: Context): Page[] => rooms.flatMap((pages) => pages(context));

/** The product as an Express app: what happens to a request, in order. */
export const appOf = (context: Context): Express => {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('trust proxy', context.config.trustProxy);
  app.use(requestLog(context.log), securityHeaders(), compressed(), assets());
  const router = Router();
  router.use(sessions(context));
  mount(router, context, pagesOf(context));
  app.use(router, nothingHere, showErrors(context));
  return app;
};
