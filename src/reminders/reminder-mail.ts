import type { Campaign } from '../campaigns/campaign.ts';
import { daysBetween, deadlineText, endsAt, startsAt } from '../kit/time.ts';
import { type Composed, composed } from '../mail/compose.ts';
import type { Recipient } from '../mail/mail.ts';
import type { Texts } from '../mail/texts.ts';
import type { ReportState } from '../reports/report.ts';
import { officeValues } from '../strings/mail-values.ts';
import { remainingText, standingText } from '../strings/reminders.ts';

/** A unit whose report is waited for. */
export interface RemindedUnit {
  readonly code: string;
  readonly name: string;
  readonly state: ReportState;
  /** 0 while it has never sent. */
  readonly lastVersion: number;
  /** The first instant that is late for it. */
  readonly dueAt: string;
}

/** The `{con_lai}` of a reminder that is written at `now`. */
const remainingFor = (dueAt: string, now: string): string => {
  const days = daysBetween(startsAt(now).day, endsAt(dueAt).day);
  return remainingText(days, now >= dueAt);
};

/** The `{tinh_trang}` of a reminder. */
const standingOf = ({
  state,
  lastVersion,
}: Pick<RemindedUnit, 'state' | 'lastVersion'>): string => {
  if (state === 'returned') return standingText.returned;
  if (state === 'draft') return lastVersion > 0 ? standingText.mended : standingText.draft;
  return standingText.not_started;
};

/** A reminder for one recipient; `words`: what an officer adds, or ''. */
export const reminderText = (
  texts: Texts,
  campaign: Campaign,
  unit: RemindedUnit,
  to: Pick<Recipient, 'name'>,
  { words, now }: { readonly words: string; readonly now: string },
): Composed =>
  composed(texts, 'reminder', {
    nguoi_nhan: to.name,
    don_vi: unit.name,
    dot: campaign.title,
    han: deadlineText(unit.dueAt),
    con_lai: remainingFor(unit.dueAt, now),
    tinh_trang: standingOf(unit),
    loi_nhan: words,
    ...officeValues(campaign),
  });
