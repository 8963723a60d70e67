import { qrImage } from '../adapters/qr-code.ts';
import { campaignLines } from '../campaigns/store.ts';
import type { Context } from '../context.ts';
import type { Problem } from '../kit/problem.ts';
import { addSeconds, deadlineText } from '../kit/time.ts';
import { clerkOf, handOutFilterLabel, standingText } from '../strings/accounts.ts';
import { groupLines, unitLines } from '../units/store.ts';
import { statusOf } from '../web/errors.ts';
import { errorLine, submit } from '../web/forms.ts';
import { type Answer, type Page, page, type SignedVisit, view } from '../web/page.ts';
import { type HandOut, handOut } from './hand-out.ts';
import { type HandOutRow, handOutFilters, handOutRows } from './hand-out-choice.ts';
import { linkSeconds } from './invitation.ts';
import type { HandOutChoicePage, HandOutSheet, HandOutsPage } from './pages.ts';
import { leastPasswordLength } from './password.ts';
import { accountCards } from './people-store.ts';

/** Hand-outs: a printed page for each clerk, with a one-time link, for units without mail. */
export const handOutPages = (context: Context): Page[] => [
  page('get', '/nguoi-dung/phieu-moi', 'invite clerks', (visit) => choice(context, visit)),
  page('post', '/nguoi-dung/phieu-moi', 'invite clerks', (visit) =>
    submit(
      () => printed(context, visit),
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
      rows: rows.map((row) => rowShown(row, problem === undefined)),
    },
    problem ? statusOf(problem) : 200,
  );
};

const rowShown = (
  { field, value, units, card }: HandOutRow,
  ticked: boolean,
): HandOutChoicePage['rows'][number] => {
  const never = card?.signedInAt === null ? [standingText.never.toLowerCase()] : [];
  const clerk = card ? [card.name, ...(card.email ? [card.email] : []), ...never] : [];
  return { field, value, units: units.join(', '), clerk: clerk.join(' · '), ticked };
};

const printed = async (context: Context, visit: SignedVisit): Promise<Answer> => {
  const chosen = {
    accountIds: visit.form.getAll('account'),
    unitCodes: visit.form.getAll('unit'),
  };
  const doer = { ...visit.doer, accountId: visit.actor.accountId };
  const handOuts = await handOut(context.db, chosen, clerkOf, doer);
  return view<HandOutsPage>('accounts/hand-outs', 'Phiếu mời', {
    sheets: await Promise.all(handOuts.map((one) => sheet(one, visit.baseUrl))),
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
