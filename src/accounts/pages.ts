import type { Chrome, ErrorLine } from '../web/chrome.ts';

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
  readonly typed: { readonly name: string; readonly email: string };
}

export interface AccountLine {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: string;
  readonly units: string;
  /** `chưa đăng nhập lần nào`, `có mật khẩu` … */
  readonly standing: string;
  /** The visitor may make a new one-time link for this account. */
  readonly mayRenew: boolean;
}

/** accounts/people: who has an account; inviting one more. */
export interface PeoplePage {
  readonly chrome: Chrome;
  readonly errors: readonly ErrorLine[];
  readonly accounts: readonly AccountLine[];
  readonly unitOptions: readonly {
    readonly value: string;
    readonly label: string;
    readonly group: string;
  }[];
  readonly roleOptions: readonly { readonly value: string; readonly label: string }[];
  readonly typed: {
    readonly name: string;
    readonly email: string;
    readonly role: string;
    readonly unit: string;
  };
}

/** accounts/invited: the one-time link, shown this once. */
export interface InvitedPage {
  readonly chrome: Chrome;
  readonly name: string;
  readonly units: readonly string[];
  readonly link: string;
  readonly expires: string;
}
