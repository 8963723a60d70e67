import { dueAt } from '../campaigns/campaign.ts';
import { campaignById } from '../campaigns/store.ts';
import { inTransaction } from '../db/open.ts';
import type { Db } from '../db/schema.ts';
import { addSeconds, dateText, daysLater, instantAt, startsAt } from '../kit/time.ts';
import { composed } from '../mail/compose.ts';
import type { NewMail } from '../mail/mail.ts';
import { addMails } from '../mail/store.ts';
import { textsOf } from '../mail/texts-store.ts';
import { officeValues } from '../strings/mail-values.ts';
import { type DigestCampaign, digestText } from '../strings/reminders.ts';
import { mayRemindAt, workingDay } from './calendar.ts';
import { reminderSettings } from './calendar-store.ts';
import {
  type CampaignStanding,
  campaignStandings,
  failedMails,
  isDigestDone,
  missingUnits,
  officePeople,
  takeDigest,
} from './digest-store.ts';

const digestHour = '07:30';
/** So long after its last deadline a campaign is told of for what is missing; later only for what is new. */
const toldAfterSeconds = 14 * 24 * 60 * 60;

/**
 * Puts the office's digest of the day into the outbox, once: on working days from 07:30 on, while a
 * campaign is open and there is something to tell. How many mails were added comes back. Called every
 * minute; a day that was missed is not made up for.
 */
export const tellDigest = async (db: Db, { now }: { readonly now: string }): Promise<number> => {
  const { calendar, digestIsOn } = await reminderSettings(db);
  const { day, hour } = startsAt(now);
  if (!digestIsOn || hour < digestHour || !mayRemindAt(calendar, now)) return 0;
  if (await isDigestDone(db, day)) return 0;
  const before = workingDay(calendar, daysLater(day, -1), -1);
  const since = instantAt(before, digestHour);
  const mails = await digestMails(db, { day, since, now });
  return inTransaction(db, async (tx) =>
    (await takeDigest(tx, day, now)) ? addMails(tx, mails, now) : 0,
  );
};

interface Period {
  readonly day: string;
  readonly since: string;
  readonly now: string;
}

const digestMails = async (db: Db, { day, since, now }: Period): Promise<NewMail[]> => {
  const open = await campaignStandings(db, { since, now });
  const told: DigestCampaign[] = [];
  for (const standing of open.filter((one) => isTold(one, now)))
    told.push(await toldOf(db, standing, now));
  const figures = digestText({ since, campaigns: told, failed: await failedMails(db, since) });
  const [newest] = open;
  const campaign = newest && (await campaignById(db, newest.id));
  if (figures === '' || !campaign) return [];
  const texts = await textsOf(db);
  return (await officePeople(db)).map((to) => ({
    occasion: `digest:${day}:${to.accountId}`,
    kind: 'digest',
    to,
    replyTo: null,
    campaignId: null,
    unitId: null,
    ...composed(texts, 'digest', {
      nguoi_nhan: to.name,
      ngay: dateText(now),
      so_lieu: figures,
      ...officeValues(campaign),
    }),
    path: told.length === 1 ? `/tien-do/${told[0]?.code}` : '/tien-do',
    expiresAt: instantAt(day, '24:00'),
    createdBy: null,
  }));
};

const isTold = ({ lastDueAt, sentSince }: CampaignStanding, now: string): boolean =>
  sentSince > 0 || now < addSeconds(lastDueAt, toldAfterSeconds);

const toldOf = async (db: Db, standing: CampaignStanding, now: string): Promise<DigestCampaign> => {
  const missing = await missingUnits(db, standing.id);
  const late = missing.filter(({ extendedUntil }) => dueAt(standing, extendedUntil) <= now);
  return { ...standing, missing: missing.map(({ name }) => name), late: late.length };
};
