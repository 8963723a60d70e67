import type { Badge, Chrome, ErrorLine } from '../web/chrome.ts';
import type { TypedReminders } from './plan.ts';
import type { TypedCalendar } from './typed-calendar.ts';

/** What the views of this room are given. All texts are ready to be shown. */

/** A unit without any address, for phoning. */
export interface PhoneLine {
  readonly unit: string;
  readonly href: string;
  readonly contact: string;
  readonly phone: string;
}

/** When units with one deadline are reminded. */
export interface PlanPreview {
  readonly heading: string;
  readonly due: string;
  /** Names of the units that were given this time; empty for the ordinary deadline. */
  readonly units: readonly string[];
  readonly moments: readonly {
    readonly what: string;
    readonly at: string;
    /** Why it lies elsewhere, or ''. */
    readonly moved: string;
    readonly state: Badge;
  }[];
}

/** reminders/plan: when a campaign reminds by itself. */
export interface PlanPage {
  readonly chrome: Chrome;
  readonly errors: readonly ErrorLine[];
  readonly notice: string | null;
  readonly campaign: string;
  readonly path: string;
  readonly editPath: string;
  readonly askPath: string;
  readonly typed: TypedReminders;
  /** The preview shows what is typed and not stored yet. */
  readonly isTrial: boolean;
  readonly previews: readonly PlanPreview[];
  readonly unsent: number;
  readonly reachable: number;
  readonly phones: readonly PhoneLine[];
  /** Why nothing can be sent now, or null. */
  readonly notReady: string | null;
  readonly closed: boolean;
}

/** reminders/calendar: quiet hours and days off of the installation. */
export interface CalendarPage {
  readonly chrome: Chrome;
  readonly errors: readonly ErrorLine[];
  readonly notice: string | null;
  readonly typed: TypedCalendar;
}

/** One unit to choose for an officer's own reminder. */
export interface AskRow {
  readonly code: string;
  readonly unit: string;
  readonly group: string;
  readonly href: string;
  readonly ticked: boolean;
  readonly state: Badge;
  /** To how many addresses, or that there is none. */
  readonly addresses: string;
  /** The last reminder, or ''. */
  readonly last: string;
}

interface Option {
  readonly value: string;
  readonly label: string;
}

/** reminders/ask: choosing units for an officer's own reminder. */
export interface AskPage {
  readonly chrome: Chrome;
  readonly errors: readonly ErrorLine[];
  readonly notice: string | null;
  readonly campaign: string;
  readonly path: string;
  readonly boardPath: string;
  readonly planPath: string;
  /** The path with its filter. */
  readonly action: string;
  readonly filter: { readonly q: string; readonly group: string; readonly state: string };
  readonly groupOptions: readonly Option[];
  readonly stateOptions: readonly Option[];
  readonly rows: readonly AskRow[];
  readonly ticked: number;
  readonly words: string;
  readonly notReady: string | null;
}

/** reminders/ask-preview: who gets what, before it goes out. */
export interface AskPreviewPage {
  readonly chrome: Chrome;
  readonly errors: readonly ErrorLine[];
  readonly campaign: string;
  readonly path: string;
  /** Back to choosing. */
  readonly back: string;
  /** The hidden key of this preview: what is sent with it once is not sent again. */
  readonly key: string;
  readonly words: string;
  readonly codes: readonly string[];
  readonly units: readonly { readonly unit: string; readonly addresses: readonly string[] }[];
  readonly phones: readonly PhoneLine[];
  readonly mails: number;
  /** One mail as it will go out; null when nobody has an address. */
  readonly sample: {
    readonly to: string;
    readonly subject: string;
    readonly paragraphs: readonly string[];
  } | null;
  /** To be copied into a chat group. */
  readonly chat: string;
  readonly notReady: string | null;
}
