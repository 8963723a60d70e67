import type { Badge, Chrome, ErrorLine } from '../web/chrome.ts';

/** What the views of this room are given. All texts are ready to be shown. */

/** Fields of an interrupted form, kept hidden and posted again after signing in. */
export interface HeldForm {
  readonly path: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
}

/** accounts/sign-in */
export interface SignInPage {
  readonly chrome: Chrome;
  readonly errors: readonly ErrorLine[];
  /** Said above the form: session ended, signed out … or null. */
  readonly notice: string | null;
  readonly identifier: string;
  /** Where to go afterwards (a path of this site), or ''. */
  readonly back: string;
  readonly held: HeldForm | null;
}

/** accounts/held: signed in again, one click from carrying on. Posts `form.fields` to `form.path`. */
export interface HeldPage {
  readonly chrome: Chrome;
  readonly form: HeldForm;
}

/** accounts/link-request: a one-time link by mail. */
export interface LinkRequestPage {
  readonly chrome: Chrome;
  readonly errors: readonly ErrorLine[];
  /** Mails are sent now; otherwise the page says whom to call. */
  readonly possible: boolean;
  /** Said instead of the form: a mail comes if there is such an account. */
  readonly asked: boolean;
  readonly minutes: number;
  readonly identifier: string;
  /** Posted along, so that a second click sends no second mail. */
  readonly occasion: string;
}

/** accounts/link: a one-time link; only its POST spends it. */
export interface LinkPage {
  readonly chrome: Chrome;
  readonly errors: readonly ErrorLine[];
  readonly path: string;
  /** Name of the account, '' while the first office account has none. */
  readonly name: string;
  readonly units: readonly string[];
  /** The first office account gives name, e-mail and password; for others a password is a choice. */
  readonly isFirst: boolean;
  /** There is a password, which stays when the field is left blank. */
  readonly hasPassword: boolean;
  readonly typed: { readonly name: string; readonly email: string };
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface AccountLine {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly role: string;
  readonly units: string;
  /** What is out of the ordinary, or null. */
  readonly standing: Badge | null;
  /** `11/12/2024 08:00`, or ''. */
  readonly signedIn: string;
  /** The visitor may make a new one-time link for this account. */
  readonly mayRenew: boolean;
}

/** What was typed into the fields of an account. */
export interface AccountTyped {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly role: string;
  /** Codes of units, one for each select; the last one is empty. */
  readonly units: readonly string[];
}

export interface UnitOption extends Choice {
  readonly group: string;
}

/** accounts/people: who has an account; inviting one more. */
export interface PeoplePage {
  readonly chrome: Chrome;
  readonly errors: readonly ErrorLine[];
  readonly accounts: readonly AccountLine[];
  /** All accounts in use, whatever the filter. */
  readonly total: number;
  readonly filter: { readonly q: string; readonly role: string; readonly standing: string };
  readonly roleFilter: readonly Choice[];
  readonly standingFilter: readonly Choice[];
  readonly unitOptions: readonly UnitOption[];
  readonly roleOptions: readonly Choice[];
  readonly typed: AccountTyped;
  readonly byMail: InviteByMail;
}

/** The tick that invites by mail. */
export interface InviteByMail {
  readonly ticked: boolean;
  /** Why mails would wait, or null. */
  readonly held: string | null;
}

/** The last invitation by mail of an account. */
export interface InvitationShown {
  readonly badge: Badge;
  readonly text: string;
  /** The mail server's words, or ''. */
  readonly error: string;
  readonly href: string;
}

/** accounts/account: one account, seen by the office. */
export interface AccountPage {
  readonly chrome: Chrome;
  readonly errors: readonly ErrorLine[];
  readonly notice: string | null;
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly email: string;
  readonly phone: string;
  readonly units: string;
  readonly standing: Badge | null;
  readonly signedIn: string;
  readonly deactivated: string;
  /** The visitor may change this account. */
  readonly mayChange: boolean;
  readonly isOwn: boolean;
  /** The last invitation by mail, or null. */
  readonly invitation: InvitationShown | null;
  /** Why mails would wait, or null. */
  readonly mailHeld: string | null;
  /** Posted along, so that a second click sends no second mail. */
  readonly occasion: string;
  readonly unitOptions: readonly UnitOption[];
  readonly roleOptions: readonly Choice[];
  readonly typed: AccountTyped;
}

/** accounts/hand-out-choice: whom hand-outs are printed for. */
export interface HandOutChoicePage {
  readonly chrome: Chrome;
  readonly errors: readonly ErrorLine[];
  readonly filter: { readonly group: string; readonly of: string };
  readonly groupOptions: readonly Choice[];
  readonly filterOptions: readonly Choice[];
  /** Those with an e-mail are invited by mail; posted as `way`. */
  readonly byMail: InviteByMail;
  readonly occasion: string;
  readonly rows: readonly {
    readonly field: string;
    readonly value: string;
    readonly units: string;
    readonly clerk: string;
    readonly ticked: boolean;
  }[];
}

/** One A4 page. */
export interface HandOutSheet {
  readonly units: readonly { readonly name: string; readonly code: string }[];
  readonly clerk: string;
  readonly link: string;
  readonly qr: string;
}

/** accounts/hand-outs: the hand-outs, each on a page of its own. The links are shown this once. */
export interface HandOutsPage {
  readonly chrome: Chrome;
  /** Who was invited by mail instead. */
  readonly mailed: readonly {
    readonly name: string;
    readonly email: string;
    readonly units: string;
    readonly href: string;
  }[];
  /** Why those mails wait, or null. */
  readonly mailHeld: string | null;
  readonly sheets: readonly HandOutSheet[];
  readonly campaign: { readonly title: string; readonly deadline: string } | null;
  readonly expires: string;
  /** Where to sign in later. */
  readonly site: string;
  readonly leastPassword: number;
}

export interface SessionShown {
  readonly mark: string;
  readonly browser: string;
  readonly address: string;
  readonly begun: string;
  readonly seen: string;
  readonly isThis: boolean;
}

/** accounts/own: the own account: password and sessions. */
export interface OwnAccountPage {
  readonly chrome: Chrome;
  readonly errors: readonly ErrorLine[];
  readonly notice: string | null;
  readonly name: string;
  readonly role: string;
  readonly email: string;
  readonly phone: string;
  readonly units: readonly { readonly name: string; readonly code: string }[];
  readonly hasPassword: boolean;
  readonly leastPassword: number;
  readonly sessions: readonly SessionShown[];
}

/** accounts/invited: the one-time link, shown this once. */
export interface InvitedPage {
  readonly chrome: Chrome;
  readonly name: string;
  readonly units: readonly string[];
  readonly link: string;
  readonly expires: string;
  /** The same link goes by mail: where to, and the mail's page; null when it does not. */
  readonly mailed: { readonly email: string; readonly href: string } | null;
  /** Why that mail waits, or null. */
  readonly mailHeld: string | null;
}
