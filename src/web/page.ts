import type { Readable } from 'node:stream';
import type { Actor, Deed } from '../accounts/account.ts';
import type { Doer } from '../history/store.ts';
import type { Upload } from './upload.ts';
import type { Uploads } from './uploads.ts';
import type { Kept } from './views.ts';

/** Who may open a page: anyone · whoever is signed in · whoever may do this deed. */
export type Audience = 'anyone' | 'signed-in' | Deed;

/** One request as the pages see it. */
export interface Visit {
  readonly params: Readonly<Record<string, string>>;
  readonly path: string;
  readonly query: URLSearchParams;
  /** The posted fields; empty for GET. */
  readonly form: URLSearchParams;
  /** UTC ISO text. */
  readonly now: string;
  readonly actor: Actor | null;
  /** Who acts, for the history. */
  readonly doer: Doer;
  /** `https://…` without a slash at the end. */
  readonly baseUrl: string;
  /** The caller is a script of ours, which wants data instead of a page. */
  readonly wantsData: boolean;
  /** The file that came with the form. Throws `upload-missing` or `upload-too-large`. */
  upload(): Upload;
  /** The files of a form that takes several. Throws `scan-missing`, `signed-too-much` or `upload-busy`. */
  uploads(): Uploads;
  /** Names the visitor's session in the list of sessions, and opens nothing. */
  readonly sessionMark: string;
  signIn(accountId: string): Promise<void>;
  signOut(): Promise<void>;
}

export interface SignedVisit extends Visit {
  readonly actor: Actor;
}

/** A view's model without the chrome, which the mounting adds. */
type Shown<Model> = Omit<Model, 'chrome'>;

export type Answer =
  | { kind: 'view'; view: string; title: string; model: object; status: number; kept: Kept }
  | { kind: 'redirect'; to: string }
  | { kind: 'data'; status: number; body: object }
  | { kind: 'file'; fileName: string; type: string; bytes: Uint8Array }
  /** What somebody uploaded: it is saved, and never runs or loads anything here. */
  | { kind: 'foreign-file'; fileName: string; type: string; bytes: Uint8Array }
  /** A picture that this product made, for its pages. */
  | { kind: 'picture'; type: string; bytes: Uint8Array }
  /** A file that is still being made while it is sent; what fails on the way breaks the download off. */
  | { kind: 'stream'; fileName: string; type: string; stream: Readable }
  | { kind: 'empty' };

export interface Page {
  readonly method: 'get' | 'post';
  readonly path: string;
  readonly audience: Audience;
  /** `list`: takes forms as large as a list of 2,000 people. `upload`: takes one file, `uploads`: several. */
  readonly size: 'small' | 'list' | 'upload' | 'uploads';
  readonly answer: (visit: SignedVisit) => Promise<Answer>;
}

/** A page for people who are signed in and belong to its audience. */
export const page = (
  method: Page['method'],
  path: string,
  audience: Exclude<Audience, 'anyone'>,
  answer: (visit: SignedVisit) => Promise<Answer>,
  size: Page['size'] = 'small',
): Page => ({ method, path, audience, size, answer });

/** A page for anyone; the visitor may be signed in or not. */
export const openPage = (
  method: Page['method'],
  path: string,
  answer: (visit: Visit) => Promise<Answer>,
  size: Page['size'] = 'small',
): Page => ({ method, path, audience: 'anyone', size, answer });

export const view = <Model>(
  name: string,
  title: string,
  model: Shown<Model>,
  status = 200,
  kept: Kept = {},
): Answer => ({ kind: 'view', view: name, title, model, status, kept });

/** After a form was done: 303, so that reloading does not post again. */
export const redirect = (to: string): Answer => ({ kind: 'redirect', to });

export const data = (body: object, status = 200): Answer => ({ kind: 'data', status, body });
