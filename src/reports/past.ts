import { dateTimeText } from '../kit/time.ts';
import { remarkText } from '../strings/remarks.ts';
import { eventText } from '../strings/reports.ts';
import type { EventLine } from './pages.ts';
import type { KeptRemark } from './remarks-store.ts';
import type { eventsOf } from './store.ts';

/** One thing that happened to a report. */
export type ReportEvent = Awaited<ReturnType<typeof eventsOf>>[number];

/** What happened to a report, ready to be shown: remarks on single rows stand with the return they came with. */
export const eventLines = (
  events: readonly ReportEvent[],
  remarks: readonly KeptRemark[],
): EventLine[] =>
  events.map((event) => ({
    at: dateTimeText(event.at),
    who: event.who,
    what: `${eventText[event.kind]}${versionText(event)}`,
    reason: event.reason,
    remarks: remarks.filter((remark) => remark.event === event.position).map(remarkText),
  }));

const versionText = ({ kind, version, onBehalf }: ReportEvent): string => {
  if (!version) return '';
  return kind === 'sent' && onBehalf === 1
    ? ` (bản gửi ${version}, nhập thay đơn vị)`
    : ` (bản gửi ${version})`;
};
