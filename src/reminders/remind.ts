import { type Campaign, dueAt } from '../campaigns/campaign.ts';
import { campaignById } from '../campaigns/store.ts';
import { inTransaction } from '../db/open.ts';
import type { Db } from '../db/schema.ts';
import { addSeconds } from '../kit/time.ts';
import { deadlineAttachment } from '../mail/deadline-attachment.ts';
import type { NewMail, Recipient } from '../mail/mail.ts';
import { recipientsOf } from '../mail/recipients-store.ts';
import { addMails } from '../mail/store.ts';
import type { Texts } from '../mail/texts.ts';
import { textsOf } from '../mail/texts-store.ts';
import { reportPath } from '../reports/head.ts';
import { mayRemindAt } from './calendar.ts';
import { reminderSettings } from './calendar-store.ts';
import { planOf } from './plan-store.ts';
import { reminderText } from './reminder-mail.ts';
import { type Moment, type ReminderPlan, reminderDue } from './schedule.ts';
import {
  occasionOf,
  unremindedUnits,
  type WaitingGroup,
  type WaitingUnit,
  waitingGroups,
} from './waiting-store.ts';

/** No step, moved by the longest holiday, comes later after a deadline. */
const overAfterSeconds = 200 * 24 * 60 * 60;

/**
 * Puts the reminders that are due into the outbox: for every open campaign whose plan is on, one mail
 * for each address of each unit that has never sent. How many were added comes back. Called every
 * minute; what a missed call left undone the next one does, and nothing is ever added twice.
 */
export const remindDue = async (db: Db, { now }: { readonly now: string }): Promise<number> => {
  const { calendar } = await reminderSettings(db);
  if (!mayRemindAt(calendar, now)) return 0;
  const groups = await waitingGroups(db, { now, overBefore: addSeconds(now, -overAfterSeconds) });
  const plans = new Map<string, ReminderPlan>();
  let added = 0;
  for (const group of groups) {
    const plan = plans.get(group.campaignId) ?? (await planOf(db, group.campaignId));
    plans.set(group.campaignId, plan);
    const moment = reminderDue(plan, group, group, calendar, now);
    if (moment) added += await remindGroup(db, group, { plan, moment, now });
  }
  return added;
};

const remindGroup = async (
  db: Db,
  group: WaitingGroup,
  { plan, moment, now }: { plan: ReminderPlan; moment: Moment; now: string },
): Promise<number> => {
  const since = datesSetAt(plan, group);
  const units = await unremindedUnits(db, group, { at: moment.at, since });
  const recipients = await recipientsOf(
    db,
    units.map(({ unitId }) => unitId),
  );
  const reachable = units.filter(({ unitId }) => recipients.has(unitId));
  const campaign = reachable.length > 0 ? await campaignById(db, group.campaignId) : undefined;
  if (!campaign) return 0;
  const writing = { campaign, texts: await textsOf(db), moment, now };
  const time = dueAt(group, group.extendedUntil);
  return addedInPortions(db, reachable, now, (unit) =>
    mailsTo({ ...unit, dueAt: time }, recipients.get(unit.unitId) ?? [], writing),
  );
};

const datesSetAt = (plan: ReminderPlan, { extendedAt }: WaitingGroup): string =>
  extendedAt !== null && extendedAt > plan.changedAt ? extendedAt : plan.changedAt;

/** So many units are written at a time: others wait for the database no longer than that. */
const unitsAtATime = 100;

const addedInPortions = async (
  db: Db,
  units: readonly WaitingUnit[],
  now: string,
  mailsOf: (unit: WaitingUnit) => readonly NewMail[],
): Promise<number> => {
  let added = 0;
  for (let from = 0; from < units.length; from += unitsAtATime) {
    const mails = units.slice(from, from + unitsAtATime).flatMap(mailsOf);
    added += await inTransaction(db, (tx) => addMails(tx, mails, now));
  }
  return added;
};

interface Writing {
  readonly campaign: Campaign;
  readonly texts: Texts;
  readonly moment: Moment;
  readonly now: string;
}

const mailsTo = (
  unit: WaitingUnit & { readonly dueAt: string },
  recipients: readonly Recipient[],
  { campaign, texts, moment, now }: Writing,
): NewMail[] => {
  const isFirst = unit.reminded === 0 && now < unit.dueAt;
  const attachments = isFirst ? [deadlineAttachment(unit, campaign.title, now)] : [];
  const written = { ...unit, lastVersion: 0 };
  return recipients.map((to) => ({
    occasion: `${occasionOf(unit.reportId, moment.at)}${to.address.toLowerCase()}`,
    kind: 'reminder',
    to,
    replyTo: campaign.mailbox,
    campaignId: campaign.id,
    unitId: unit.unitId,
    ...reminderText(texts, campaign, written, to, { words: '', now }),
    path: reportPath(campaign.code, unit.code),
    attachments,
    expiresAt: moment.freshUntil,
    createdBy: null,
  }));
};
