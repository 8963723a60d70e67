import { inTransaction } from '../db/open.ts';
import type { Db } from '../db/schema.ts';
import { record, type SignedDoer } from '../history/store.ts';
import { Problem } from '../kit/problem.ts';
import { deadlineText, startsAt, yearsLater } from '../kit/time.ts';
import { deadlineAttachment } from '../mail/deadline-attachment.ts';
import type { NewMail } from '../mail/mail.ts';
import { addMails } from '../mail/store.ts';
import { mailsOf, type Telling, telling } from '../mail/tell.ts';
import { longestText } from '../participants/participant.ts';
import { setExtended } from './owed-store.ts';
import { addEvent, type Found } from './store.ts';

export interface Extension {
  /** The first instant that is late for this unit. */
  readonly until: string;
  readonly reason: string;
}

/**
 * Rule 7: gives one unit more time than the campaign's deadline, also after closing, and tells it. Throws
 * `extension-too-early`, `extension-past`, `extension-too-far`, `reason-missing`, `reason-too-long`,
 * or `state-changed` when a colleague was faster or the unit is exempt.
 */
export const extend = async (
  db: Db,
  found: Found,
  { until, reason }: Extension,
  doer: SignedDoer,
): Promise<void> => {
  const { report, campaign } = found;
  refuseUseless(until, campaign.deadlineAt, doer.at);
  if (reason === '') throw new Problem('reason-missing', 'extend-reason');
  if (reason.length > longestText)
    throw new Problem('reason-too-long', 'extend-reason', { most: longestText });
  const ready = await telling(db, report.unitId);
  await inTransaction(db, async (tx) => {
    if (!(await setExtended(tx, report, until))) throw new Problem('state-changed');
    const event = await addEvent(tx, report.id, { kind: 'extended', version: null, reason }, doer);
    await record(tx, doer, 'report.extended', report.id, {
      until,
      before: report.extendedUntil,
      reason,
    });
    await addMails(tx, extendedMails(ready, found, { until, reason, event }, doer), doer.at);
  });
};

const extendedMails = (
  ready: Telling,
  { report, campaign }: Found,
  { until, reason, event }: Extension & { readonly event: number },
  doer: SignedDoer,
): NewMail[] => {
  const unit = { reportId: report.id, name: report.unitName, dueAt: until };
  const news = {
    kind: 'extended',
    event,
    values: { han: deadlineText(until), ly_do: reason },
    place: '',
    attachments: [deadlineAttachment(unit, campaign.title, doer.at)],
    replyTo: campaign.mailbox,
  } as const;
  return mailsOf(ready, { report, campaign }, news, doer);
};

const refuseUseless = (until: string, deadlineAt: string, now: string): void => {
  if (until <= deadlineAt)
    throw new Problem('extension-too-early', 'until-day', { deadline: deadlineText(deadlineAt) });
  if (until <= now) throw new Problem('extension-past', 'until-day');
  if (startsAt(until).day > yearsLater(startsAt(now).day, 1))
    throw new Problem('extension-too-far', 'until-day');
};
