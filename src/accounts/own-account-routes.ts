import type { Context } from '../context.ts';
import type { SignedDoer } from '../history/store.ts';
import { rawOf } from '../kit/fields.ts';
import { Problem } from '../kit/problem.ts';
import { addSeconds, dateTimeText } from '../kit/time.ts';
import { browserName, sessionIdleSeconds } from '../sessions/session.ts';
import { type SessionLine, sessionLines } from '../sessions/store.ts';
import { accountNotice, roleLabel } from '../strings/accounts.ts';
import { statusOf } from '../web/errors.ts';
import { errorLine, submit } from '../web/forms.ts';
import { type Answer, type Page, page, redirect, type SignedVisit, view } from '../web/page.ts';
import { changeOwnPassword, endOwnSessions } from './own-account.ts';
import type { OwnAccountPage, SessionShown } from './pages.ts';
import { leastPasswordLength } from './password.ts';
import { accountCard } from './people-store.ts';

/** The own account: password and sessions. */
export const ownAccountPages = (context: Context): Page[] => [
  page('get', '/tai-khoan', 'signed-in', (visit) => own(context, visit)),
  page('post', '/tai-khoan/mat-khau', 'signed-in', (visit) =>
    submit(
      () => changePassword(context, visit),
      (problem) => own(context, visit, problem),
    ),
  ),
  page('post', '/tai-khoan/phien/:session/ket-thuc', 'signed-in', async (visit) => {
    const mark = visit.params.session;
    await endOwnSessions(context.db, (one) => one === mark, doerOf(visit));
    return redirect('/tai-khoan?xong=phien');
  }),
  page('post', '/tai-khoan/noi-khac/ket-thuc', 'signed-in', async (visit) => {
    await endOwnSessions(context.db, (one) => one !== visit.sessionMark, doerOf(visit));
    return redirect('/tai-khoan?xong=noi-khac');
  }),
];

const doerOf = (visit: SignedVisit): SignedDoer => ({
  ...visit.doer,
  accountId: visit.actor.accountId,
});

const changePassword = async (context: Context, visit: SignedVisit): Promise<Answer> => {
  const current = rawOf(visit.form, 'current');
  const fresh = rawOf(visit.form, 'password');
  const wanted = { current, fresh, mark: visit.sessionMark };
  await changeOwnPassword(context.db, wanted, doerOf(visit));
  return redirect('/tai-khoan?xong=mat-khau');
};

const own = async (context: Context, visit: SignedVisit, problem?: Problem): Promise<Answer> => {
  const { accountId } = visit.actor;
  const card = await accountCard(context.db, accountId);
  if (!card) throw new Problem('not-found');
  const since = addSeconds(visit.now, -sessionIdleSeconds);
  const lines = await sessionLines(context.db, accountId, since);
  return view<OwnAccountPage>(
    'accounts/own',
    'Tài khoản của tôi',
    {
      errors: problem ? [errorLine(problem)] : [],
      notice: accountNotice[visit.query.get('xong') ?? ''] ?? null,
      name: card.name,
      role: roleLabel[card.role],
      email: card.email ?? '',
      phone: card.phone ?? '',
      units: card.units.map(({ name, code }) => ({ name, code })),
      hasPassword: card.hasPassword,
      leastPassword: leastPasswordLength,
      sessions: lines.map((line) => sessionShown(line, visit.sessionMark)),
    },
    problem ? statusOf(problem) : 200,
  );
};

const sessionShown = (line: SessionLine, mark: string): SessionShown => ({
  mark: line.mark,
  browser: browserName(line.agent),
  address: line.address,
  begun: line.begunAt === '' ? '' : dateTimeText(line.begunAt),
  seen: dateTimeText(line.seenAt),
  isThis: line.mark === mark,
});
