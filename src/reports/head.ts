import { dueAt, openingFor } from '../campaigns/campaign.ts';
import { dateTimeText, dayText, deadlineText, durationText, secondsBetween } from '../kit/time.ts';
import { heldByOfficeText, stateForOffice, stateForUnit } from '../strings/reports.ts';
import type { Badge } from '../web/chrome.ts';
import type { ReportHead } from './pages.ts';
import { lateBy, stateAfter } from './report.ts';
import type { Found } from './store.ts';

/** When the last version was sent and until when it was on time. */
export interface Sent {
  readonly sentAt: string;
  readonly dueAt: string;
}

/** The address of a report's form; everything else that its unit does lies below it. */
export const reportPath = (campaignCode: string, unitCode: string): string =>
  `/bao-cao/${campaignCode}/${unitCode}`;

/** Where the office sees it. */
export const deskPath = ({ campaign, report }: Found): string =>
  `/tien-do/${campaign.code}/${report.unitCode}`;

/** The head of a unit's page about one report. `last` is the last version sent, if any. */
export const reportHead = (
  { campaign, report }: Found,
  last: Sent | undefined,
  now: string,
): ReportHead => {
  const due = dueAt(campaign, report.extendedUntil);
  const awaited = report.state !== 'submitted' && report.state !== 'accepted';
  const open = openingFor(campaign, report.extendedUntil, now) === 'open';
  return {
    unit: report.unitName,
    campaign: campaign.title,
    cutOff: dayText(campaign.cutOffOn),
    deadline: deadlineText(due),
    remaining: awaited && open && report.state !== 'exempt' ? remainingBadge(due, now) : null,
    state: stateForUnit[report.state],
    tags: sentTags(report.lastVersion, last),
    heldByOffice: heldText(report),
    path: reportPath(campaign.code, report.unitCode),
  };
};

/** That the office entered the draft, or `null`. */
const heldText = (report: Found['report']): string | null =>
  report.isHeldByOffice && stateAfter(report.state, 'save') && report.draftSavedAt
    ? heldByOfficeText(report.draftSavedBy ?? '', dateTimeText(report.draftSavedAt))
    : null;

const soonSeconds = 3 * 24 * 60 * 60;

/** `Còn 3 giờ` or `Quá hạn 2 giờ`. */
export const remainingBadge = (due: string, now: string): Badge => {
  const seconds = secondsBetween(now, due);
  if (seconds <= 0) return { label: `Quá hạn ${durationText(-seconds)}`, tone: 'red' };
  return { label: `Còn ${durationText(seconds)}`, tone: seconds <= soonSeconds ? 'amber' : 'grey' };
};

/** Tags that tell how a report came in: late, sent again. */
export const sentTags = (lastVersion: number, last: Sent | undefined): Badge[] => {
  const late = last && lateBadge(last);
  return [
    ...(late ? [late] : []),
    ...(lastVersion > 1
      ? [{ label: `Gửi lại lần ${lastVersion - 1}`, tone: 'blue' as const }]
      : []),
  ];
};

/** `Gửi muộn 2 giờ`, or `null` when it was on time. */
export const lateBadge = (sent: Sent): Badge | null => {
  const late = lateBy(sent);
  return late === undefined ? null : { label: `Gửi muộn ${durationText(late)}`, tone: 'amber' };
};

/** State and tags of a report on the office's side. */
export const officeBadges = (
  report: Pick<Found['report'], 'state' | 'lastVersion'>,
  due: string,
  last: Sent | undefined,
  now: string,
): { state: Badge; tags: Badge[] } => {
  const overdue = report.lastVersion === 0 && report.state !== 'exempt' && now >= due;
  return {
    state: stateForOffice[report.state],
    tags: [
      ...(overdue ? [{ label: 'Quá hạn', tone: 'red' as const }] : []),
      ...sentTags(report.lastVersion, last),
    ],
  };
};
