import { v7 as newKey } from 'uuid';
import { dueAt, openingFor } from '../campaigns/campaign.ts';
import { campaignById } from '../campaigns/store.ts';
import { claimsOnReport } from '../claims/on-report-store.ts';
import type { Context } from '../context.ts';
import { numberOf } from '../kit/fields.ts';
import { Problem } from '../kit/problem.ts';
import { callsToUnit } from '../reminders/calls-store.ts';
import { chaseLines } from '../reminders/chase-page.ts';
import { mailsToUnit } from '../reminders/chase-store.ts';
import { figuresOf } from '../reports/figures.ts';
import { officeBadges } from '../reports/head.ts';
import { lastTime } from '../reports/last-time-store.ts';
import { eventLines } from '../reports/past.ts';
import { explainedLines } from '../reports/query-boxes.ts';
import { differenceFromEarlier, lineOf } from '../reports/reading-routes.ts';
import { remarksOf } from '../reports/remarks-store.ts';
import { isBeingMended, stateAfter } from '../reports/report.ts';
import { differenceSinceLast } from '../reports/since-last.ts';
import { eventsOf, type Found, reportFound } from '../reports/store.ts';
import type { Version } from '../reports/version.ts';
import { versionNumbered, versionsOf } from '../reports/version-store.ts';
import { signedSection } from '../signed/found-signed.ts';
import { warningText } from '../strings/checks.ts';
import { deskNotices } from '../strings/desk.ts';
import { problemText } from '../strings/problems.ts';
import { officeExplanation } from '../strings/reports.ts';
import { otherReason, returnReasons, sinceLastText } from '../strings/review.ts';
import { unitByCode } from '../units/catalogue-store.ts';
import { inactiveWords } from '../units/unit-page.ts';
import { statusOf } from '../web/errors.ts';
import { errorLine } from '../web/forms.ts';
import { type Answer, type SignedVisit, view } from '../web/page.ts';
import { boardPath } from './board-page.ts';
import { enteringOf } from './entering.ts';
import { handledNotice } from './handled-notice.ts';
import { listQuery } from './list-query.ts';
import { overtakenBy } from './overtaken.ts';
import { mayOwe, owingOf } from './owing-routes.ts';
import type { ReportPage } from './pages.ts';
import { peopleList } from './people-list.ts';
import { returningOf } from './returning.ts';
import { contactOf } from './store.ts';
import { nextAfter } from './waiting.ts';
import { waitingReports } from './waiting-store.ts';

/** The report that the address names. Throws `not-found`. */
export const foundFor = (context: Context, visit: SignedVisit): Promise<Found> =>
  reportFound(context.db, visit.params.campaign ?? '', visit.params.unit ?? '');

export const pathOf = ({ campaign, report }: Found): string =>
  `${boardPath(campaign.code)}/${report.unitCode}`;

/** One unit's report as the office sees it; after a refusal with everything that was typed. */
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
    ...(await decidingOf(context, found, visit, refusal)),
    signed: await signedSection(context, found, version),
    list: version ? await listOf(context, found, version, visit, refusal) : null,
    olderVersion: version && version.number < report.lastVersion ? version.number : null,
    handled: await handledNotice(context, visit),
    next: await nextOf(context, found),
    notice: deskNotices.get(visit.query.get('xong') ?? '') ?? null,
    ...owingOf(found, visit),
    entering: enteringOf(found, visit.now),
    can: { ...mayDecide(found), ...mayOwe(found) },
  };
  return view<ReportPage>('desk/report', report.unitName, model, refusal ? statusOf(refusal) : 200);
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

const pastOf = async ({ db }: Context, found: Found, version: Version | undefined, now: string) => {
  const { campaign, report } = found;
  const numbers = (await versionsOf(db, report.id)).map((line) => line.number);
  return {
    versions: numbers.map((number) => ({
      number,
      href: `${pathOf(found)}?ban=${number}`,
      current: number === version?.number,
    })),
    events: eventLines(await eventsOf(db, report.id), await remarksOf(db, report.id)),
    chase: chaseLines(
      await mailsToUnit(db, campaign.id, report.unitId),
      await callsToUnit(db, campaign.id, report.unitId),
      now,
    ),
    callKey: newKey(),
    contact: await contactOf(db, report.unitId),
    unitNote: await unitNoteOf(db, report.unitCode),
  };
};

/** The unit is not in use, or another one took over; or `null`. */
const unitNoteOf = async (db: Context['db'], code: string): Promise<string | null> => {
  const unit = await unitByCode(db, code);
  return unit ? inactiveWords(unit) : null;
};

const contentOf = async (context: Context, found: Found, version: Version | undefined) => {
  if (!version) return nothingSent;
  const { campaign, report } = found;
  const claims = await claimsOnReport(context.db, report, version.participants);
  return {
    version: lineOf(version),
    figures: figuresOf(version, campaign.categories, claims),
    confirmed: version.confirmed.map(warningText),
    explained: explainedLines(version.explanations),
    difference: await differenceFromEarlier(context, found, version),
    sinceLast: await sinceLastOf(context, found, version),
  };
};

const nothingSent = {
  version: null,
  figures: null,
  confirmed: [],
  explained: [],
  difference: null,
  sinceLast: null,
};

/** What changed since the unit's last report of the campaign that this one was copied from. */
const sinceLastOf = async (
  { db }: Context,
  { campaign, report }: Found,
  version: Version,
): Promise<ReportPage['sinceLast']> => {
  const last = await lastTime(db, report);
  const then = last && (await campaignById(db, last.campaignId));
  const earlier = last && (await versionNumbered(db, last.reportId, last.version));
  if (!last || !then || !earlier) return null;
  const difference = differenceSinceLast(
    { campaign: then, version: earlier },
    { campaign, version },
  );
  const { headcount, participants } = lineOf(version);
  const now = { headcount, participants };
  return { difference, summary: sinceLastText(last, now, difference) };
};

/** What a decision is made with, and what became of the last attempt. */
const decidingOf = async (
  { db }: Context,
  found: Found,
  visit: SignedVisit,
  refusal: Problem | undefined,
) => {
  const { report } = found;
  const { ticked, words } = returningOf(visit.form);
  const text = overtakenBy(visit.form, report, await eventsOf(db, report.id));
  // Words that no form on the page can hold any more are shown, to be copied.
  const homeless = mayDecide(found).return || words === '' ? null : words;
  const overtaken = text === null ? null : { text, words: homeless };
  const isTold = overtaken !== null && refusal?.code === 'state-changed';
  return {
    errors: refusal && !isTold ? [errorLine(refusal)] : [],
    overtaken,
    lastVersion: report.lastVersion,
    seenState: report.state,
    reason: words,
    reasons: [...returnReasons, otherReason].map(({ key, label }) => {
      return { key, label, ticked: ticked.includes(key) };
    }),
  };
};

const listOf = async (
  { db }: Context,
  found: Found,
  version: Version,
  visit: SignedVisit,
  refusal: Problem | undefined,
): Promise<ReportPage['list']> => {
  const { campaign, report } = found;
  const isPosted = visit.form.has('lastVersion');
  const seen = numberOf(visit.form, 'lastVersion');
  const other =
    isPosted && seen > 0 && seen < version.number
      ? await versionNumbered(db, report.id, seen)
      : undefined;
  const row = /^remark-(\d+)$/.exec(refusal?.field ?? '')?.[1];
  return peopleList({
    people: figuresOf(version, campaign.categories).people,
    query: listQuery(isPosted ? visit.form : visit.query),
    returning: returningOf(visit.form),
    seen: other?.participants,
    canRemark: mayDecide(found).return && version.number === report.lastVersion,
    fault: refusal && row !== undefined ? { row: Number(row), text: problemText(refusal) } : null,
  });
};

const nextOf = async (
  { db }: Context,
  { campaign, report }: Found,
): Promise<ReportPage['next']> => {
  const waiting = await waitingReports(db, campaign.id);
  const next = nextAfter(waiting, report.unitCode);
  if (!next) return null;
  const others = waiting.filter(({ code }) => code !== report.unitCode).length;
  return { unit: next.unit, href: `${boardPath(campaign.code)}/${next.code}`, others };
};

const mayDecide = ({ report }: Found) => ({
  accept: stateAfter(report.state, 'accept') !== undefined,
  return: stateAfter(report.state, 'return') !== undefined,
  reopen: stateAfter(report.state, 'reopen') !== undefined,
});
