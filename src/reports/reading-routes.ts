import type { Context } from '../context.ts';
import { Problem } from '../kit/problem.ts';
import { dateTimeText } from '../kit/time.ts';
import { eventText, onTimeBadge, senderText } from '../strings/reports.ts';
import { type Answer, type Page, page, redirect, type SignedVisit, view } from '../web/page.ts';
import { differenceOf } from './difference.ts';
import { figuresOf, versionLine } from './figures.ts';
import { foundFor } from './found.ts';
import { lateBadge, reportHead, reportPath } from './head.ts';
import type { EventLine, MinePage, ReceiptPage, VersionPage, VersionsPage } from './pages.ts';
import { eventsOf, type Found, ownReport, reportsOwedBy } from './store.ts';
import type { Version } from './version.ts';
import { versionNumbered, versionsOf } from './version-store.ts';

/** What a clerk reads: own reports, receipt, history of versions. */
export const readingPages = (context: Context): Page[] => [
  page('get', '/bao-cao', 'report units', (visit) => mine(context, visit)),
  page('get', '/bao-cao/:campaign/:unit/bien-nhan', 'report units', (visit) =>
    receipt(context, visit),
  ),
  page('get', '/bao-cao/:campaign/:unit/lich-su', 'report units', (visit) =>
    versions(context, visit),
  ),
  page('get', '/bao-cao/:campaign/:unit/lich-su/:number', 'report units', (visit) =>
    oneVersion(context, visit),
  ),
];

/** The reports of the clerk's units, those to be mended first; a single one opens at once. */
const mine = async (context: Context, visit: SignedVisit): Promise<Answer> => {
  const owed = await reportsOwedBy(context.db, visit.actor.unitIds);
  const [only] = owed;
  if (only && owed.length === 1) return redirect(reportPath(only.campaignCode, only.unitCode));
  const urgency = ['returned', 'draft', 'not_started', 'submitted', 'accepted', 'exempt'];
  owed.sort((one, other) => urgency.indexOf(one.state) - urgency.indexOf(other.state));
  const reports = await Promise.all(
    owed.map(async ({ campaignCode, unitCode, state }) => {
      const found = await ownReport(context.db, visit.actor, campaignCode, unitCode);
      const [last] = await versionsOf(context.db, found.report.id);
      const action = actions[state] ?? 'Xem báo cáo';
      return { ...reportHead(found, last, visit.now), action };
    }),
  );
  return view<MinePage>('reports/mine', 'Báo cáo của tôi', { reports });
};

const actions: Record<string, string> = {
  not_started: 'Nhập báo cáo',
  draft: 'Nhập tiếp',
  returned: 'Sửa báo cáo',
};

/** The version of the address, or the last one. Throws `not-found`. */
const versionFor = async (
  context: Context,
  { report }: Found,
  asked?: string,
): Promise<Version> => {
  const number = asked === undefined ? report.lastVersion : Number(asked);
  const whole = Number.isSafeInteger(number) && number > 0 && number < 1_000_000;
  const version = whole ? await versionNumbered(context.db, report.id, number) : undefined;
  if (!version) throw new Problem('not-found');
  return version;
};

const receipt = async (context: Context, visit: SignedVisit): Promise<Answer> => {
  const found = await foundFor(context, visit);
  const version = await versionFor(context, found);
  return view<ReceiptPage>('reports/receipt', 'Biên nhận', {
    head: reportHead(found, version, visit.now),
    receipt: version.receipt,
    version: version.number,
    sentAt: dateTimeText(version.sentAt),
    sentBy: senderText(version),
    punctuality: lateBadge(version) ?? onTimeBadge,
    figures: figuresOf(version, found.campaign.categories),
  });
};

const versions = async (context: Context, visit: SignedVisit): Promise<Answer> => {
  const found = await foundFor(context, visit);
  const lines = await versionsOf(context.db, found.report.id);
  return view<VersionsPage>('reports/versions', 'Lịch sử các bản đã gửi', {
    head: reportHead(found, lines[0], visit.now),
    versions: lines.map(versionLine),
    events: (await eventsOf(context.db, found.report.id)).map(eventLine),
  });
};

type ReportEvent = Awaited<ReturnType<typeof eventsOf>>[number];

/** One thing that happened to a report, ready to be shown. */
export const eventLine = (event: ReportEvent): EventLine => ({
  at: dateTimeText(event.at),
  who: event.who,
  what: `${eventText[event.kind]}${versionText(event)}`,
  reason: event.reason,
});

const versionText = ({ kind, version, onBehalf }: ReportEvent): string => {
  if (!version) return '';
  return kind === 'sent' && onBehalf === 1
    ? ` (bản gửi ${version}, nhập thay đơn vị)`
    : ` (bản gửi ${version})`;
};

const oneVersion = async (context: Context, visit: SignedVisit): Promise<Answer> => {
  const found = await foundFor(context, visit);
  const version = await versionFor(context, found, visit.params.number);
  return view<VersionPage>('reports/version', `Bản gửi ${version.number}`, {
    head: reportHead(found, version, visit.now),
    line: lineOf(version),
    figures: figuresOf(version, found.campaign.categories),
    difference: await differenceFromEarlier(context, found, version),
  });
};

/** A whole version as a line of the list of versions. */
export const lineOf = (version: Version) =>
  versionLine({
    ...version,
    headcount: version.counts.reduce((sum, count) => sum + count.headcount, 0),
    participants: version.participants.length,
  });

/** What changed since the version before; `null` for the first. */
export const differenceFromEarlier = async (
  context: Context,
  { report, campaign }: Found,
  version: Version,
) => {
  const earlier = await versionNumbered(context.db, report.id, version.number - 1);
  if (!earlier) return null;
  return differenceOf(`bản gửi ${earlier.number}`, earlier, version, campaign.categories);
};
