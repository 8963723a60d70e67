import { qrImage } from '../adapters/qr-code.ts';
import { campaignLines } from '../campaigns/store.ts';
import type { Context } from '../context.ts';
import type { Problem } from '../kit/problem.ts';
import { addSeconds, deadlineText } from '../kit/time.ts';
import { type LastInvitation, lastInvitations } from '../mail/invitations-store.ts';
import { clerkOf, handOutFilterLabel, standingText } from '../strings/accounts.ts';
import { invitedBefore } from '../strings/invitations.ts';
import { groupLines, unitLines } from '../units/store.ts';
import { statusOf } from '../web/errors.ts';
import { errorLine, submit } from '../web/forms.ts';
import { newOccasion, occasionOf } from '../web/occasion.ts';
import { type Answer, type Page, page, type SignedVisit, view } from '../web/page.ts';
import { type HandOut, handOut } from './hand-out.ts';
import { type HandOutRow, handOutFilters, handOutRows } from './hand-out-choice.ts';
import { linkSeconds } from './invitation.ts';
import { heldInvitations } from './mail-readiness.ts';
import type { HandOutChoicePage, HandOutSheet, HandOutsPage } from './pages.ts';
import { leastPasswordLength } from './password.ts';
import { accountCards } from './people-store.ts';

/** Hand-outs: a printed page for each clerk, with a one-time link, for units without mail. */
export const handOutPages = (context: Context): Page[] => [
  page('get', '/nguoi-dung/phieu-moi', 'invite clerks', (visit) => choice(context, visit)),
  page('post', '/nguoi-dung/phieu-moi', 'invite clerks', (visit) =>
    submit(
      () => handedOut(context, visit),
      (problem) => choice(context, visit, problem),
    ),
  ),
];

const choice = async (context: Context, visit: SignedVisit, problem?: Problem): Promise<Answer> => {
  const groups = await groupLines(context.db);
  const group = groups.find(({ code }) => code === visit.query.get('nhom'));
  const of = handOutFilters.find((one) => one === visit.query.get('loc')) ?? 'chua-vao';
  const units = (await unitLines(context.db)).filter((unit) => !group || unit.group === group.name);
  const rows = handOutRows(units, await accountCards(context.db), of);
  const invited = await lastInvitations(context.db, visit.now);
  const held = await heldInvitations(context);
  return view<HandOutChoicePage>(
    'accounts/hand-out-choice',
    'Phiếu mời in giấy',
    {
      errors: problem ? [errorLine(problem)] : [],
      filter: { group: group?.code ?? '', of },
      groupOptions: [
        { value: '', label: 'Tất cả các nhóm' },
        ...groups.map(({ code, name }) => ({ value: code, label: name })),
      ],
      filterOptions: handOutFilters.map((one) => ({ value: one, label: handOutFilterLabel[one] })),
      byMail: { ticked: problem ? isByMail(visit) : held === null, held },
      occasion: newOccasion(),
      rows: rows.map((row) => rowShown(row, invited, problem === undefined)),
    },
    problem ? statusOf(problem) : 200,
  );
};

const isByMail = ({ form }: SignedVisit): boolean => form.get('way') === 'mail';

/** Whose mailed link still opens the door is not ticked: a new link would undo it. */
const rowShown = (
  { field, value, units, card }: HandOutRow,
  invited: ReadonlyMap<string, LastInvitation>,
  ticked: boolean,
): HandOutChoicePage['rows'][number] => {
  const last = card && invited.get(card.id);
  const underWay = last?.isOpen && last.state !== 'failed' ? last : undefined;
  const clerk = [
    card?.name,
    card?.email,
    card?.signedInAt === null ? standingText.never.toLowerCase() : null,
    underWay && invitedBefore(underWay),
  ].filter(Boolean);
  const shown = { field, value, units: units.join(', '), clerk: clerk.join(' · ') };
  return { ...shown, ticked: ticked && !underWay };
};

const handedOut = async (context: Context, visit: SignedVisit): Promise<Answer> => {
  const chosen = {
    accountIds: visit.form.getAll('account'),
    unitCodes: visit.form.getAll('unit'),
    inviting: isByMail(visit)
      ? { secret: context.config.sessionSecret, occasion: occasionOf(visit.form) }
      : null,
  };
  const doer = { ...visit.doer, accountId: visit.actor.accountId };
  const { printed, mailed } = await handOut(context.db, chosen, clerkOf, doer);
  context.post.wake();
  return view<HandOutsPage>('accounts/hand-outs', 'Phiếu mời', {
    mailed: mailed.map(({ id, name, email, units }) => ({
      name,
      email,
      units: units.map((unit) => unit.name).join(', '),
      href: `/nguoi-dung/${id}`,
    })),
    mailHeld: await heldInvitations(context),
    sheets: await Promise.all(printed.map((one) => sheet(one, visit.baseUrl))),
    campaign: await campaignOnTop(context, visit.now),
    expires: deadlineText(addSeconds(visit.now, linkSeconds)),
    site: visit.baseUrl,
    leastPassword: leastPasswordLength,
  });
};

const sheet = async ({ card, token }: HandOut, baseUrl: string): Promise<HandOutSheet> => {
  const link = `${baseUrl}/lien-ket/${token}`;
  const units = card.units.map(({ name, code }) => ({ name, code }));
  return { units, clerk: card.name, link, qr: await qrImage(link) };
};

/** The newest campaign that is not closed, as a sheet names it. */
const campaignOnTop = async (context: Context, now: string): Promise<HandOutsPage['campaign']> => {
  const campaigns = await campaignLines(context.db);
  const open = campaigns.find(({ closedAt }) => closedAt === null || now < closedAt);
  return open ? { title: open.title, deadline: deadlineText(open.deadlineAt) } : null;
};
