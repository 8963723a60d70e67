import { dueAt } from '../campaigns/campaign.ts';
import type { Context } from '../context.ts';
import { lineOf, rawOf } from '../kit/fields.ts';
import { Problem } from '../kit/problem.ts';
import { dayTyped, deadlineText, hourTyped, instantAt } from '../kit/time.ts';
import { noteCall } from '../reminders/call.ts';
import { exempt, oweAgain } from '../reports/exempt.ts';
import { extend } from '../reports/extend.ts';
import { signedDoer } from '../reports/found.ts';
import { stateAfter } from '../reports/report.ts';
import type { Found } from '../reports/store.ts';
import { tidyText } from '../vietnamese/text.ts';
import type { SignedVisit } from '../web/page.ts';
import type { ReportPage } from './pages.ts';

/** What an officer does about a report's time and duty, and to hear from the unit: the last part of the address → the deed. */
export const owingDeeds: Readonly<
  Record<string, (context: Context, found: Found, visit: SignedVisit) => Promise<void>>
> = {
  mien: async ({ db }, { report }, visit) => {
    refuseNewer(report.state, rawOf(visit.form, 'state'));
    await exempt(db, report, longerText(visit, 'exempt-reason'), signedDoer(visit));
  },
  'thuoc-dien': async ({ db }, { report }, visit) => {
    refuseNewer(report.state, rawOf(visit.form, 'state'));
    await oweAgain(db, report, longerText(visit, 'owe-reason'), signedDoer(visit));
  },
  'goi-dien': async ({ db }, { report }, visit) => {
    const call = { key: rawOf(visit.form, 'key'), note: longerText(visit, 'call-note') };
    await noteCall(db, report, call, signedDoer(visit));
  },
  'gia-han': async ({ db }, found, visit) => {
    refuseNewer(found.report.extendedUntil ?? '', rawOf(visit.form, 'extension'));
    const until = untilTyped(visit);
    const reason = longerText(visit, 'extend-reason');
    await extend(db, found, { until, reason }, signedDoer(visit));
  },
};

const longerText = (visit: SignedVisit, field: string): string =>
  tidyText(rawOf(visit.form, field));

/** The officer must have seen what is there now. */
const refuseNewer = (now: string, seen: string): void => {
  if (now !== seen) throw new Problem('state-changed');
};

const untilTyped = ({ form }: SignedVisit): string => {
  const typedDay = lineOf(form, 'until-day');
  const typedHour = lineOf(form, 'until-hour');
  const day = dayTyped(typedDay);
  const hour = hourTyped(typedHour);
  if (day === undefined) throw new Problem('day-unreal', 'until-day', { typed: typedDay });
  if (hour === undefined) throw new Problem('hour-unreal', 'until-hour', { typed: typedHour });
  return instantAt(day, hour);
};

/** What the page shows about a report's time and duty. */
export const owingOf = (
  { campaign, report }: Found,
  visit: SignedVisit,
): Pick<ReportPage, 'due' | 'extended' | 'seenExtension' | 'typed'> => ({
  due: deadlineText(dueAt(campaign, report.extendedUntil)),
  extended: report.extendedUntil !== null && report.extendedUntil > campaign.deadlineAt,
  seenExtension: report.extendedUntil ?? '',
  typed: {
    untilDay: lineOf(visit.form, 'until-day'),
    untilHour: lineOf(visit.form, 'until-hour') || '17:00',
    extendReason: rawOf(visit.form, 'extend-reason'),
    exemptReason: rawOf(visit.form, 'exempt-reason'),
    oweReason: rawOf(visit.form, 'owe-reason'),
    callNote: rawOf(visit.form, 'call-note'),
  },
});

/** Which of these deeds are possible now. */
export const mayOwe = ({ report }: Found) => ({
  extend: report.state !== 'exempt',
  exempt: report.lastVersion === 0 && stateAfter(report.state, 'exempt') !== undefined,
  oweAgain: stateAfter(report.state, 'owe') !== undefined,
});
