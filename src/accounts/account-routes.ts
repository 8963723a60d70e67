import type { Context } from '../context.ts';
import { inTransaction } from '../db/open.ts';
import { Problem } from '../kit/problem.ts';
import { dateTimeText } from '../kit/time.ts';
import { lastInvitation } from '../mail/invitations-store.ts';
import { accountNotice } from '../strings/accounts.ts';
import { unitLines } from '../units/store.ts';
import { statusOf } from '../web/errors.ts';
import { errorLine, submit } from '../web/forms.ts';
import { newOccasion, occasionOf } from '../web/occasion.ts';
import { type Answer, type Page, page, redirect, type SignedVisit, view } from '../web/page.ts';
import { mayInvite } from './account.ts';
import {
  accountLine,
  invitationShown,
  postedAccount,
  roleOptions,
  storedAccount,
  unitOptions,
  unitsMeant,
} from './account-page.ts';
import { amend } from './amend.ts';
import { issueLink } from './invitation.ts';
import { mailInvitations } from './invite-by-mail.ts';
import { invitedPage } from './invited-page.ts';
import { heldInvitations } from './mail-readiness.ts';
import type { AccountPage, AccountTyped } from './pages.ts';
import { type AccountCard, accountCard } from './people-store.ts';
import { activate, deactivate, resetAccount, signOutEverywhere } from './shut-out.ts';

/** One account on the office's screen: who it is, and letting it in or shutting it out. */
export const accountPages = (context: Context): Page[] => [
  page('get', '/nguoi-dung/:account', 'invite clerks', async (visit) => {
    const card = await accountCard(context.db, visit.params.account ?? '');
    if (!card) throw new Problem('not-found');
    return accountPage(context, visit, card);
  }),
  page('post', '/nguoi-dung/:account', 'invite clerks', async (visit) => {
    const card = await changeable(context, visit);
    return submit(
      () => amendOne(context, visit, card),
      (problem) => accountPage(context, visit, card, problem, postedAccount(visit.form)),
    );
  }),
  ...Object.entries(deeds).map(([word, deed]) =>
    page('post', `/nguoi-dung/:account/${word}`, 'invite clerks', async (visit) => {
      const card = await changeable(context, visit);
      return submit(
        () => deed(context, visit, card),
        (problem) => accountPage(context, visit, card, problem),
      );
    }),
  ),
];

type Deed = (context: Context, visit: SignedVisit, card: AccountCard) => Promise<Answer>;

/** The buttons of the page: word of the address → what it does. */
const deeds: Readonly<Record<string, Deed>> = {
  'lien-ket': async ({ db }, visit, card) => {
    if (card.deactivatedAt !== null) throw new Problem('account-inactive');
    return withLink(
      visit,
      card,
      await inTransaction(db, (tx) => issueLink(tx, card.id, visit.doer)),
    );
  },
  'moi-qua-thu': async ({ db, config, post }, visit, card) => {
    if (card.deactivatedAt !== null) throw new Problem('account-inactive');
    if (card.email === null) throw new Problem('account-without-email', 'email');
    const inviting = { secret: config.sessionSecret, occasion: occasionOf(visit.form) };
    await inTransaction(db, (tx) => mailInvitations(tx, [card], inviting, visit.doer));
    post.wake();
    return done(card, 'da-moi');
  },
  'dat-lai': async ({ db }, visit, card) => {
    if (card.deactivatedAt !== null) throw new Problem('account-inactive');
    return withLink(visit, card, await resetAccount(db, card.id, visit.doer));
  },
  'dang-xuat': async ({ db }, visit, card) => {
    await signOutEverywhere(db, card.id, visit.doer);
    return done(card, 'da-ra');
  },
  ngung: async ({ db }, visit, card) => {
    const { accountId } = visit.actor;
    await deactivate(db, card, { ...visit.doer, accountId });
    return done(card, 'da-ngung');
  },
  'mo-lai': async ({ db }, visit, card) => {
    await activate(db, card.id, visit.doer);
    return done(card, 'da-mo');
  },
};

/** The account of the address; people of the office are there for an admin only. */
const changeable = async (context: Context, visit: SignedVisit): Promise<AccountCard> => {
  const card = await accountCard(context.db, visit.params.account ?? '');
  if (!card || !mayInvite(visit.actor, card.role)) throw new Problem('not-found');
  return card;
};

const done = (card: AccountCard, what: string): Answer =>
  redirect(`/nguoi-dung/${card.id}?xong=${what}`);

const withLink = (visit: SignedVisit, card: AccountCard, token: string): Answer =>
  invitedPage(visit, { name: card.name, units: card.units.map(({ name }) => name), token });

const amendOne = async (
  context: Context,
  visit: SignedVisit,
  card: AccountCard,
): Promise<Answer> => {
  const typed = postedAccount(visit.form);
  if (!mayInvite(visit.actor, typed.role)) throw new Problem('role-unknown', 'role');
  const offered = [...(await unitLines(context.db)), ...card.units];
  const unitIds = unitsMeant(typed, offered).map(({ id }) => id);
  await amend(context.db, card, { ...typed, unitIds }, visit.doer);
  return done(card, 'da-luu');
};

const accountPage = async (
  context: Context,
  visit: SignedVisit,
  card: AccountCard,
  problem?: Problem,
  typed?: AccountTyped,
): Promise<Answer> => {
  const { mayRenew: _, ...line } = accountLine(card, visit.actor);
  const invitation = await lastInvitation(context.db, card.id, visit.now);
  return view<AccountPage>(
    'accounts/account',
    card.name,
    {
      ...line,
      errors: problem ? [errorLine(problem)] : [],
      notice: accountNotice[visit.query.get('xong') ?? ''] ?? null,
      deactivated: card.deactivatedAt === null ? '' : dateTimeText(card.deactivatedAt),
      mayChange: mayInvite(visit.actor, card.role),
      isOwn: card.id === visit.actor.accountId,
      invitation: invitation ? invitationShown(invitation) : null,
      mailHeld: await heldInvitations(context),
      occasion: newOccasion(),
      unitOptions: unitOptions(await unitLines(context.db), card.units),
      roleOptions: roleOptions(visit.actor),
      typed: typed ?? storedAccount(card),
    },
    problem ? statusOf(problem) : 200,
  );
};
