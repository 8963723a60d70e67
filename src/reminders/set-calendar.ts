import { inTransaction } from '../db/open.ts';
import type { Db } from '../db/schema.ts';
import { type Doer, record } from '../history/store.ts';
import {
  type ReminderSettings,
  reminderSettings,
  writeReminderSettings,
} from './calendar-store.ts';

/** Sets quiet hours, days off and the digest of the installation. What changes nothing leaves no trace. */
export const setCalendar = (db: Db, settings: ReminderSettings, doer: Doer): Promise<void> =>
  inTransaction(db, async (tx) => {
    if (JSON.stringify(await reminderSettings(tx)) === JSON.stringify(settings)) return;
    await writeReminderSettings(tx, settings, doer.at);
    const { quietFrom, quietUntil, weekendsOff, daysOff } = settings.calendar;
    await record(tx, doer, 'reminder.calendar-changed', 'reminders', {
      quiet: `${quietFrom}–${quietUntil}`,
      weekendsOff: weekendsOff ? 1 : 0,
      daysOff: daysOff.map(({ day }) => day).join(' '),
      digest: settings.digestIsOn ? 1 : 0,
    });
  });
