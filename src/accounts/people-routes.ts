import type { Context } from '../context.ts';
import { Problem } from '../kit/problem.ts';
import { peopleFilterLabel, roleLabel } from '../strings/accounts.ts';
import { unitLines } from '../units/store.ts';
import { statusOf } from '../web/errors.ts';
import { errorLine, submit } from '../web/forms.ts';
import { type Answer, type Page, page, type SignedVisit, view } from '../web/page.ts';
import { mayInvite, roles } from './account.ts';
import {
  accountLine,
  postedAccount,
  roleOptions,
  unitOptions,
  unitsMeant,
} from './account-page.ts';
import { invite } from './invitation.ts';
import { invitedPage } from './invited-page.ts';
import type { PeoplePage } from './pages.ts';
import { peopleAddress, peopleShown, peopleStandings } from './people-query.ts';
import { accountCards } from './people-store.ts';

/** Who has an account; inviting one more. */
export const peoplePages = (context: Context): Page[] => [
  page('get', '/nguoi-dung', 'invite clerks', (visit) => people(context, visit)),
  page('post', '/nguoi-dung', 'invite clerks', (visit) =>
    submit(
      () => inviteOne(context, visit),
      (problem) => people(context, visit, problem),
    ),
  ),
];

const inviteOne = async (context: Context, visit: SignedVisit): Promise<Answer> => {
  const typed = postedAccount(visit.form);
  if (!mayInvite(visit.actor, typed.role)) throw new Problem('role-unknown', 'role');
  const units = unitsMeant(typed, await unitLines(context.db));
  const unitIds = units.map(({ id }) => id);
  const token = await invite(context.db, { ...typed, unitIds }, visit.doer);
  const own = typed.role === 'clerk' ? units.map(({ name }) => name) : [];
  return invitedPage(visit, { name: typed.name, units: own, token });
};

const people = async (context: Context, visit: SignedVisit, problem?: Problem): Promise<Answer> => {
  const cards = await accountCards(context.db);
  const filter = peopleAddress(visit.query);
  const everybody = { value: '', label: 'Tất cả vai trò' };
  return view<PeoplePage>(
    'accounts/people',
    'Tài khoản',
    {
      errors: problem ? [errorLine(problem)] : [],
      accounts: peopleShown(cards, filter).map((card) => accountLine(card, visit.actor)),
      total: cards.filter(({ deactivatedAt }) => deactivatedAt === null).length,
      filter,
      roleFilter: [everybody, ...roles.map((role) => ({ value: role, label: roleLabel[role] }))],
      standingFilter: peopleStandings.map((one) => ({
        value: one,
        label: peopleFilterLabel[one],
      })),
      unitOptions: unitOptions(await unitLines(context.db)),
      roleOptions: roleOptions(visit.actor),
      typed: postedAccount(visit.form),
    },
    problem ? statusOf(problem) : 200,
  );
};
