import { v7 as newKey } from 'uuid';
import { dueAt, openingFor } from '../campaigns/campaign.ts';
import type { Context } from '../context.ts';
import { numberOf, rawOf } from '../kit/fields.ts';
import { Problem } from '../kit/problem.ts';
import { claimedByOthers } from '../participants/store.ts';
import { callsToUnit } from '../reminders/calls-store.ts';
import { chaseLines } from '../reminders/chase-page.ts';
import { mailsToUnit } from '../reminders/chase-store.ts';
import { decide } from '../reports/decide.ts';
import { figuresOf } from '../reports/figures.ts';
import { signedDoer } from '../reports/found.ts';
import { officeBadges } from '../reports/head.ts';
import { differenceFromEarlier, eventLine, lineOf } from '../reports/reading-routes.ts';
import { type Decision, isBeingMended, stateAfter } from '../reports/report.ts';
import { eventsOf, type Found, reportFound } from '../reports/store.ts';
import type { Version } from '../reports/version.ts';
import { versionNumbered, versionsOf } from '../reports/version-store.ts';
import { warningText } from '../strings/checks.ts';
import { deskNotices } from '../strings/desk.ts';
import { officeExplanation } from '../strings/reports.ts';
import { unitByCode } from '../units/catalogue-store.ts';
import { inactiveWords } from '../units/unit-page.ts';
import { tidyText } from '../vietnamese/text.ts';
import { statusOf } from '../web/errors.ts';
import { errorLine, submit } from '../web/forms.ts';
import { type Answer, type Page, page, redirect, type SignedVisit, view } from '../web/page.ts';
import { boardPath } from './board-page.ts';
import { enteringOf } from './entering.ts';
import { mayOwe, owingDeeds, owingOf } from './owing-routes.ts';
import type { ReportPage } from './pages.ts';
import { contactOf } from './store.ts';

const decisions: Readonly<Record<string, Decision>> = {
  'tiep-nhan': 'accept',
  'tra-lai': 'return',
  'mo-lai': 'reopen',
};

const done = { accept: 'accepted', return: 'returned', reopen: 'reopened' } as const;

/** One unit's report as the office sees it, and the decisions about it. */
export const deskReportPages = (context: Context): Page[] => [
  page('get', '/tien-do/:campaign/:unit', 'run campaigns', (visit) => reportPage(context, visit)),
  ...Object.entries(decisions).map(([word, decision]) =>
    page('post', `/tien-do/:campaign/:unit/${word}`, 'run campaigns', (visit) =>
      submit(
        () => decideAbout(context, visit, decision),
        (problem) => reportPage(context, visit, problem),
      ),
    ),
  ),
  ...Object.entries(owingDeeds).map(([word, deed]) =>
    page('post', `/tien-do/:campaign/:unit/${word}`, 'run campaigns', (visit) =>
      submit(
        async () => {
          const found = await foundFor(context, visit);
          await deed(context, found, visit);
          return redirect(`${pathOf(found)}?xong=${word}`);
        },
        (problem) => reportPage(context, visit, problem),
      ),
    ),
  ),
];

const foundFor = (context: Context, visit: SignedVisit): Promise<Found> =>
  reportFound(context.db, visit.params.campaign ?? '', visit.params.unit ?? '');

const pathOf = ({ campaign, report }: Found): string =>
  `${boardPath(campaign.code)}/${report.unitCode}`;

const decideAbout = async (
  context: Context,
  visit: SignedVisit,
  decision: Decision,
): Promise<Answer> => {
  const found = await foundFor(context, visit);
  const reason = tidyText(rawOf(visit.form, 'reason'));
  const version = numberOf(visit.form, 'lastVersion');
  const deciding = { decision, state: rawOf(visit.form, 'state'), version, reason };
  await decide(context.db, found.report, deciding, signedDoer(visit));
  return redirect(`${pathOf(found)}?xong=${done[decision]}`);
};

/** The version that the address asks for, or the last; `undefined` while nothing was sent. */
const versionAsked = async (
  context: Context,
  { report }: Found,
  asked: string | null,
): Promise<Version | undefined> => {
  const number = asked === null ? report.lastVersion : Number(asked);
  if (!Number.isSafeInteger(number) || number < 0 || number > report.lastVersion)
    throw new Problem('not-found');
  return versionNumbered(context.db, report.id, number);
};

/** The office's page about one report. */
export const reportPage = async (
  context: Context,
  visit: SignedVisit,
  refusal?: Problem,
): Promise<Answer> => {
  const found = await foundFor(context, visit);
  const { report } = found;
  const version = await versionAsked(context, found, visit.query.get('ban'));
  const model = {
    ...headOf(found, version, visit.now),
    ...(await pastOf(context, found, version, visit.now)),
    ...(await contentOf(context, found, version)),
    errors: refusal ? [errorLine(refusal)] : [],
    notice: noticeOf(visit),
    difference: version ? await differenceFromEarlier(context, found, version) : null,
    ...owingOf(found, visit),
    entering: enteringOf(found, visit.now),
    can: { ...mayDecide(found), ...mayOwe(found) },
    lastVersion: report.lastVersion,
    seenState: report.state,
    reason: rawOf(visit.form, 'reason'),
  };
  return view<ReportPage>('desk/report', report.unitName, model, refusal ? statusOf(refusal) : 200);
};

const headOf = (found: Found, version: Version | undefined, now: string) => {
  const { campaign, report } = found;
  const due = dueAt(campaign, report.extendedUntil);
  const open = openingFor(campaign, report.extendedUntil, now) === 'open';
  return {
    unit: report.unitName,
    campaign: campaign.title,
    ...officeBadges(report, due, version, now),
    explanation: officeExplanation(
      report.state,
      isBeingMended(report),
      open,
      report.isHeldByOffice,
    ),
    path: pathOf(found),
    boardPath: boardPath(campaign.code),
  };
};

const pastOf = async (
  context: Context,
  found: Found,
  version: Version | undefined,
  now: string,
) => {
  const { campaign, report } = found;
  const numbers = (await versionsOf(context.db, report.id)).map((line) => line.number);
  return {
    versions: numbers.map((number) => ({
      number,
      href: `${pathOf(found)}?ban=${number}`,
      current: number === version?.number,
    })),
    events: (await eventsOf(context.db, report.id)).map(eventLine),
    chase: chaseLines(
      await mailsToUnit(context.db, campaign.id, report.unitId),
      await callsToUnit(context.db, campaign.id, report.unitId),
      now,
    ),
    callKey: newKey(),
    contact: await contactOf(context.db, report.unitId),
    unitNote: await unitNoteOf(context, report.unitCode),
  };
};

/** The unit is not in use, or another one took over; or `null`. */
const unitNoteOf = async (context: Context, code: string): Promise<string | null> => {
  const unit = await unitByCode(context.db, code);
  return unit ? inactiveWords(unit) : null;
};

const contentOf = async (
  context: Context,
  { campaign, report }: Found,
  version: Version | undefined,
) => {
  if (!version) return { version: null, figures: null, confirmed: [] };
  const claimed = await claimedByOthers(context.db, report, version.participants);
  return {
    version: lineOf(version),
    figures: figuresOf(version, campaign.categories, claimed),
    confirmed: version.confirmed.map(warningText),
  };
};

const mayDecide = ({ report }: Found) => ({
  accept: stateAfter(report.state, 'accept') !== undefined,
  return: stateAfter(report.state, 'return') !== undefined,
  reopen: stateAfter(report.state, 'reopen') !== undefined,
});

const noticeOf = (visit: SignedVisit): string | null =>
  deskNotices.get(visit.query.get('xong') ?? '') ?? null;
