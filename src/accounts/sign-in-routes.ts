import type { Context } from '../context.ts';
import { inTransaction } from '../db/open.ts';
import { record } from '../history/store.ts';
import { lineOf, rawOf } from '../kit/fields.ts';
import { Problem } from '../kit/problem.ts';
import { noticeText } from '../strings/notices.ts';
import { statusOf } from '../web/errors.ts';
import { errorLine, submit } from '../web/forms.ts';
import { type Answer, openPage, type Page, page, redirect, type Visit, view } from '../web/page.ts';
import { mailsLeave } from './mail-readiness.ts';
import type { HeldForm, HeldPage, SignInPage } from './pages.ts';
import { accountSignedIn } from './sign-in.ts';
import { markSignedIn } from './store.ts';

/** Signing in and out, and carrying on where a session ended. */
export const signInPages = (context: Context): Page[] => [
  openPage('get', '/dang-nhap', async (visit) => {
    const back = localPath(visit.query.get('tiep') ?? '');
    if (visit.actor) return redirect(back || '/');
    const notice = visit.query.has('da-ra') ? noticeText['signed-out'] : null;
    return signInPage({ notice: back === '' ? notice : noticeText['sign-in-first'], back });
  }),
  openPage('post', '/dang-nhap', (visit) => signIn(context, visit), 'list'),
  page('post', '/dang-xuat', 'signed-in', async (visit) => {
    await inTransaction(context.db, (tx) =>
      record(tx, visit.doer, 'account.signed-out', visit.actor.accountId),
    );
    await visit.signOut();
    return redirect('/dang-nhap?da-ra=1');
  }),
  page('get', '/con-day', 'signed-in', async () => ({ kind: 'empty' })),
];

const signIn = (context: Context, visit: Visit): Promise<Answer> => {
  const identifier = lineOf(visit.form, 'identifier');
  const back = localPath(rawOf(visit.form, 'back'));
  const held = heldForm(visit.form);
  return submit(
    async () => {
      const { address } = visit.doer;
      const password = rawOf(visit.form, 'password');
      const accountId = await accountSignedIn(context.db, {
        identifier,
        password,
        address,
        now: visit.now,
      });
      await inTransaction(context.db, async (tx) => {
        await markSignedIn(tx, accountId, visit.now);
        await record(tx, { ...visit.doer, accountId }, 'account.signed-in', accountId);
      });
      await visit.signIn(accountId);
      if (held) return view<HeldPage>('accounts/held', 'Tiếp tục', { form: held });
      return redirect(back || '/');
    },
    async (problem) =>
      signInPage({ identifier, back, held, problem: await withWayOut(context, problem) }),
  );
};

/** Who is locked out, perhaps by a colleague's wrong tries, gets in by mail where mails are sent. */
const withWayOut = async (context: Context, problem: Problem): Promise<Problem> => {
  const { code, field, details } = problem;
  if (code !== 'sign-in-throttled' || !(await mailsLeave(context))) return problem;
  return new Problem(code, field, { ...details, mailed: 1 });
};

interface SignInShown {
  readonly notice?: string | null;
  readonly identifier?: string;
  readonly back?: string;
  readonly held?: HeldForm | null;
  readonly problem?: Problem;
}

const signInPage = ({ notice, identifier, back, held, problem }: SignInShown): Answer =>
  view<SignInPage>(
    'accounts/sign-in',
    'Đăng nhập',
    {
      errors: problem ? [errorLine(problem)] : [],
      notice: notice ?? null,
      identifier: identifier ?? '',
      back: back ?? '',
      held: held ?? null,
    },
    problem ? statusOf(problem) : 200,
  );

/** A path of this site, or '': nobody is sent elsewhere after signing in. */
const localPath = (text: string): string => (/^\/(?![/\\])[\w\-./?=&%]*$/.test(text) ? text : '');

/** The interrupted form that the sign-in page carries along, or `null`. */
const heldForm = (form: URLSearchParams): HeldForm | null => {
  const path = localPath(rawOf(form, 'heldPath'));
  if (path === '') return null;
  const values = form.getAll('heldValue');
  const fields = form.getAll('heldName').map((name, index) => [name, values[index] ?? ''] as const);
  return { path, fields };
};
