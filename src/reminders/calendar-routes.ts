import type { Context } from '../context.ts';
import { calendarFaultText, reminderNotices } from '../strings/reminders.ts';
import { type Answer, type Page, page, redirect, type SignedVisit, view } from '../web/page.ts';
import { reminderSettings } from './calendar-store.ts';
import type { CalendarPage } from './pages.ts';
import { setCalendar } from './set-calendar.ts';
import {
  type CalendarFault,
  calendarFromForm,
  calendarOnForm,
  checkCalendar,
  type TypedCalendar,
} from './typed-calendar.ts';

/** Quiet hours, days off and the daily digest, for the whole installation. */
export const calendarPages = (context: Context): Page[] => [
  page('get', '/lich-nhac', 'run campaigns', async (visit) => {
    const typed = calendarOnForm(await reminderSettings(context.db));
    return calendarPage(typed, [], visit.query.get('xong'));
  }),
  page('post', '/lich-nhac', 'run campaigns', (visit) => change(context, visit)),
];

const change = async (context: Context, visit: SignedVisit): Promise<Answer> => {
  const typed = calendarFromForm(visit.form);
  const { settings, faults } = checkCalendar(typed);
  if (faults) return calendarPage(typed, faults);
  await setCalendar(context.db, settings, visit.doer);
  return redirect('/lich-nhac?xong=da-luu-ngay-nghi');
};

const calendarPage = (
  typed: TypedCalendar,
  faults: readonly CalendarFault[],
  notice: string | null = null,
): Answer => {
  const model: Omit<CalendarPage, 'chrome'> = {
    errors: faults.map((fault) => ({ field: fault.field, text: calendarFaultText(fault) })),
    notice: reminderNotices.get(notice ?? '') ?? null,
    typed,
  };
  const status = faults.length > 0 ? 422 : 200;
  return view<CalendarPage>('reminders/calendar', 'Giờ yên lặng và ngày nghỉ', model, status);
};
