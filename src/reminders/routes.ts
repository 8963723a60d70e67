import type { Context } from '../context.ts';
import type { Page } from '../web/page.ts';
import { askPages } from './ask-routes.ts';
import { calendarPages } from './calendar-routes.ts';
import { reminderPlanPages } from './plan-routes.ts';

/** Reminders: when campaigns remind by themselves, quiet hours and days off, an officer's own reminder. */
export const reminderPages = (context: Context): Page[] => [
  ...reminderPlanPages(context),
  ...calendarPages(context),
  ...askPages(context),
];
