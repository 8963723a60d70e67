import type { Context } from '../context.ts';
import { inTransaction } from '../db/open.ts';
import { lineOf } from '../kit/fields.ts';
import { Problem } from '../kit/problem.ts';
import { addSeconds, deadlineText } from '../kit/time.ts';
import { roleLabel, standingText } from '../strings/accounts.ts';
import { unitLines } from '../units/store.ts';
import { statusOf } from '../web/errors.ts';
import { errorLine, submit } from '../web/forms.ts';
import { type Answer, type Page, page, type SignedVisit, view } from '../web/page.ts';
import { type Actor, can, isRole, roles } from './account.ts';
import { invite, issueLink, linkSeconds } from './invitation.ts';
import type { InvitedPage, PeoplePage } from './pages.ts';
import { accountLine, accountLines } from './store.ts';

/** Who has an account; inviting one more; a new one-time link for somebody. */
export const peoplePages = (context: Context): Page[] => [
  page('get', '/nguoi-dung', 'invite clerks', (visit) => people(context, visit)),
  page('post', '/nguoi-dung', 'invite clerks', (visit) =>
    submit(
      () => inviteOne(context, visit),
      (problem) => people(context, visit, problem),
    ),
  ),
  page('post', '/nguoi-dung/:account/lien-ket', 'invite clerks', (visit) =>
    newLink(context, visit),
  ),
];

/** Only an admin invites people of the office, or lets them in anew. */
const mayInvite = (actor: Actor, role: string): boolean =>
  isRole(role) && can(actor, role === 'clerk' ? 'invite clerks' : 'invite office');

const inviteOne = async (context: Context, visit: SignedVisit): Promise<Answer> => {
  const role = lineOf(visit.form, 'role');
  if (!mayInvite(visit.actor, role)) throw new Problem('role-unknown', 'role');
  const units = await unitLines(context.db);
  const unit = units.find(({ code }) => code === lineOf(visit.form, 'unit'));
  const name = lineOf(visit.form, 'name');
  const email = lineOf(visit.form, 'email');
  const unitIds = unit ? [unit.id] : [];
  const token = await invite(context.db, { name, email, role, unitIds }, visit.doer);
  const own = role === 'clerk' && unit ? [unit.name] : [];
  return invited(visit, { name, units: own, token });
};

const newLink = async (context: Context, visit: SignedVisit): Promise<Answer> => {
  const account = await accountLine(context.db, visit.params.account ?? '');
  if (!account || !mayInvite(visit.actor, account.role)) throw new Problem('not-found');
  const token = await inTransaction(context.db, (tx) => issueLink(tx, account.id, visit.doer));
  return invited(visit, { name: account.name, units: account.units, token });
};

const invited = (
  visit: SignedVisit,
  { name, units, token }: { name: string; units: readonly string[]; token: string },
): Answer =>
  view<InvitedPage>('accounts/invited', 'Liên kết đăng nhập', {
    name,
    units,
    link: `${visit.baseUrl}/lien-ket/${token}`,
    expires: deadlineText(addSeconds(visit.now, linkSeconds)),
  });

const people = async (context: Context, visit: SignedVisit, problem?: Problem): Promise<Answer> => {
  const lines = await accountLines(context.db);
  const units = await unitLines(context.db);
  const offered = roles.filter((role) => mayInvite(visit.actor, role));
  return view<PeoplePage>(
    'accounts/people',
    'Tài khoản',
    {
      errors: problem ? [errorLine(problem)] : [],
      accounts: lines.map((line) => ({
        id: line.id,
        name: line.name,
        email: line.email ?? '',
        role: roleLabel[line.role],
        units: line.units.join(', '),
        standing: line.hasPassword ? standingText.password : standingText.link,
        mayRenew: mayInvite(visit.actor, line.role),
      })),
      unitOptions: units.map(({ code, name, group }) => ({ value: code, label: name, group })),
      roleOptions: offered.map((role) => ({ value: role, label: roleLabel[role] })),
      typed: {
        name: lineOf(visit.form, 'name'),
        email: lineOf(visit.form, 'email'),
        role: lineOf(visit.form, 'role'),
        unit: lineOf(visit.form, 'unit'),
      },
    },
    problem ? statusOf(problem) : 200,
  );
};
