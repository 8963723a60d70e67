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
import { inviteByMail } from './invite-by-mail.ts';
import { invitedPage } from './invited-page.ts';
import { heldInvitations } from './mail-readiness.ts';
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
  const invitation = { ...typed, unitIds: units.map(({ id }) => id) };
  const own = typed.role === 'clerk' ? units.map(({ name }) => name) : [];
  const shown = { name: typed.name, units: own };
  if (!visit.form.has('mail') || typed.email === '') {
    const token = await invite(context.db, invitation, visit.doer);
    return invitedPage(visit, { ...shown, token });
  }
  const { config, post } = context;
  const link = await inviteByMail(context.db, invitation, config.sessionSecret, visit.doer);
  post.wake();
  const mail = { id: link.mailId, email: link.to.email, held: await heldInvitations(context) };
  return invitedPage(visit, { ...shown, token: link.token, mail });
};

const people = async (context: Context, visit: SignedVisit, problem?: Problem): Promise<Answer> => {
  const cards = await accountCards(context.db);
  const filter = peopleAddress(visit.query);
  const held = await heldInvitations(context);
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
      byMail: { ticked: problem ? visit.form.has('mail') : held === null, held },
    },
    problem ? statusOf(problem) : 200,
  );
};
