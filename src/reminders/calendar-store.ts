import type { Db, Tx } from '../db/schema.ts';
import { type Calendar, type DayOff, defaultCalendar } from './calendar.ts';

/** When people of this installation may be written to, and whether the office gets its digest. */
export interface ReminderSettings {
  readonly calendar: Calendar;
  readonly digestIsOn: boolean;
}

/** As the office has set them, otherwise as the product brings them. */
export const reminderSettings = async (db: Db): Promise<ReminderSettings> => {
  const row = await db.selectFrom('reminder_setting').selectAll().executeTakeFirst();
  if (!row) return { calendar: defaultCalendar, digestIsOn: true };
  return {
    calendar: {
      quietFrom: row.quiet_from,
      quietUntil: row.quiet_until,
      weekendsOff: row.weekends === 'off',
      daysOff: JSON.parse(row.days_off) as DayOff[],
    },
    digestIsOn: row.digest_off_at === null,
  };
};

/** Writes them; there is one row for the installation. */
export const writeReminderSettings = async (
  tx: Tx,
  { calendar, digestIsOn }: ReminderSettings,
  at: string,
): Promise<void> => {
  const columns = {
    quiet_from: calendar.quietFrom,
    quiet_until: calendar.quietUntil,
    weekends: calendar.weekendsOff ? ('off' as const) : ('on' as const),
    days_off: JSON.stringify(calendar.daysOff),
    digest_off_at: digestIsOn ? null : at,
  };
  await tx
    .insertInto('reminder_setting')
    .values({ id: 1, ...columns })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
    .execute();
};
