import { v7 as newKey, validate } from 'uuid';
import { spreadsheetType } from '../appendix/sheet.ts';
import type { Campaign } from '../campaigns/campaign.ts';
import { campaignFor } from '../campaigns/found.ts';
import type { Context } from '../context.ts';
import { inTransaction } from '../db/open.ts';
import { boardPath } from '../desk/board-page.ts';
import { record } from '../history/store.ts';
import { rawOf } from '../kit/fields.ts';
import { Problem } from '../kit/problem.ts';
import { sendingStands } from '../mail/ready-store.ts';
import { recipientsOf } from '../mail/recipients-store.ts';
import { textsOf } from '../mail/texts-store.ts';
import { signedDoer } from '../reports/found.ts';
import { notReadyText } from '../strings/reminders.ts';
import { tidyText } from '../vietnamese/text.ts';
import { statusOf } from '../web/errors.ts';
import { errorLine, submit } from '../web/forms.ts';
import { type Answer, type Page, page, redirect, type SignedVisit, view } from '../web/page.ts';
import { askUnits } from './ask.ts';
import { askFilter, askPath, askRow, previewOf } from './ask-page.ts';
import { askHref, askQuery, fittingUnits } from './ask-query.ts';
import { type AskableUnit, askableUnits } from './askable-store.ts';
import { askedHref, askedNotice } from './asked-notice.ts';
import { chasedUnits } from './calls-store.ts';
import { type ChasedUnit, chaseList, chaseListFileName } from './chase-list.ts';
import type { AskPage, AskPreviewPage } from './pages.ts';
import { planPath } from './plan-page.ts';

/** An officer's own reminder: choosing units, looking at what goes out, sending it. */
export const askPages = (context: Context): Page[] => [
  page('get', '/tien-do/:campaign/nhac', 'run campaigns', async (visit) =>
    choice(context, visit, await campaignFor(context, visit)),
  ),
  page(
    'post',
    '/tien-do/:campaign/nhac',
    'run campaigns',
    (visit) => chosen(context, visit),
    'list',
  ),
  page(
    'post',
    '/tien-do/:campaign/nhac/danh-sach.xlsx',
    'run campaigns',
    (visit) => list(context, visit),
    'list',
  ),
  page(
    'post',
    '/tien-do/:campaign/nhac/gui',
    'run campaigns',
    (visit) => ask(context, visit),
    'list',
  ),
];

interface Typed {
  readonly ticked: readonly string[];
  readonly words: string;
  readonly problem?: Problem;
}

const longestWords = 2000;

const choice = async (
  context: Context,
  visit: SignedVisit,
  campaign: Campaign,
  typed?: Typed,
): Promise<Answer> => {
  const query = askQuery(visit.query);
  const waiting = await askableUnits(context.db, campaign.id);
  const units = fittingUnits(waiting, query);
  const reached = await reachedOf(context, units);
  const ticked = new Set(typed?.ticked ?? units.map(({ code }) => code));
  const board = boardPath(campaign.code);
  const path = askPath(campaign.code);
  const rows = units.map((unit) => askRow(unit, { reached, board, ticked: ticked.has(unit.code) }));
  const model: Omit<AskPage, 'chrome'> = {
    errors: typed?.problem ? [errorLine(typed.problem)] : [],
    notice: await askedNotice(context.db, visit.query),
    campaign: campaign.title,
    path,
    boardPath: board,
    planPath: planPath(campaign.code),
    action: askHref(path, query),
    ...askFilter(query, waiting),
    rows,
    ticked: rows.filter((row) => row.ticked).length,
    words: typed?.words ?? '',
    notReady: await notReady(context),
  };
  const status = typed?.problem ? statusOf(typed.problem) : 200;
  return view<AskPage>('reminders/ask', 'Nhắc các đơn vị chưa gửi', model, status);
};

const reachedOf = (context: Context, units: readonly AskableUnit[]) =>
  recipientsOf(
    context.db,
    units.map(({ unitId }) => unitId),
  );

const notReady = async ({ db, post }: Context): Promise<string | null> =>
  notReadyText[await sendingStands(db, post.sender)];

const chosen = async (context: Context, visit: SignedVisit): Promise<Answer> => {
  const campaign = await campaignFor(context, visit);
  const ticked = visit.form.getAll('unit');
  const words = tidyText(rawOf(visit.form, 'words'));
  const pressed = rawOf(visit.form, 'ticks');
  if (pressed === 'none') return choice(context, visit, campaign, { ticked: [], words });
  if (pressed === 'keep') return choice(context, visit, campaign, { ticked, words });
  if (pressed === 'all') {
    const units = await askableUnits(context.db, campaign.id);
    return choice(context, visit, campaign, { ticked: units.map(({ code }) => code), words });
  }
  return submit(
    () => preview(context, visit, campaign, { ticked, words }),
    (problem) => choice(context, visit, campaign, { ticked, words, problem }),
  );
};

const preview = async (
  context: Context,
  visit: SignedVisit,
  campaign: Campaign,
  { ticked, words }: Typed,
): Promise<Answer> => {
  if (words.length > longestWords)
    throw new Problem('text-too-long', 'words', { most: longestWords });
  const waiting = await askableUnits(context.db, campaign.id);
  const units = waiting.filter(({ code }) => ticked.includes(code));
  if (units.length === 0) throw new Problem('reminder-unchosen', 'units');
  const path = askPath(campaign.code);
  const model: Omit<AskPreviewPage, 'chrome'> = {
    errors: [],
    campaign: campaign.title,
    path,
    back: askHref(path, askQuery(visit.query)),
    key: newKey(),
    words,
    notReady: await notReady(context),
    ...previewOf({
      campaign,
      units,
      reached: await reachedOf(context, units),
      texts: await textsOf(context.db),
      words,
      board: boardPath(campaign.code),
      baseUrl: visit.baseUrl,
      now: visit.now,
    }),
  };
  return view<AskPreviewPage>('reminders/ask-preview', 'Xem trước thư nhắc', model);
};

/** Whom to phone, as a file: the ticked units. */
const list = async (context: Context, visit: SignedVisit): Promise<Answer> => {
  const campaign = await campaignFor(context, visit);
  const ticked = visit.form.getAll('unit');
  const words = tidyText(rawOf(visit.form, 'words'));
  return submit(
    async () => {
      const units = await chasedAmong(context, campaign, ticked);
      if (units.length === 0) throw new Problem('reminder-unchosen', 'units');
      const bytes = await context.workers.write(chaseList(campaign, units, visit.now));
      await inTransaction(context.db, (tx) =>
        record(tx, visit.doer, 'reminder.list-taken', campaign.id, { units: units.length }),
      );
      const fileName = chaseListFileName(campaign.code, visit.now);
      return { kind: 'file', fileName, type: spreadsheetType, bytes };
    },
    (problem) => choice(context, visit, campaign, { ticked, words, problem }),
  );
};

const chasedAmong = async (
  context: Context,
  campaign: Campaign,
  codes: readonly string[],
): Promise<ChasedUnit[]> => {
  const waiting = await askableUnits(context.db, campaign.id);
  const units = waiting.filter(({ code }) => codes.includes(code));
  const reached = await reachedOf(context, units);
  const chased = await chasedUnits(context.db, campaign.id);
  return units.map((unit) => ({
    ...unit,
    ...(chased.get(unit.unitId) ?? { reminders: 0, calls: 0, lastNote: '' }),
    addresses: (reached.get(unit.unitId) ?? []).map(({ address }) => address),
  }));
};

const ask = async (context: Context, visit: SignedVisit): Promise<Answer> => {
  const campaign = await campaignFor(context, visit);
  const codes = [...new Set(visit.form.getAll('unit'))];
  const words = tidyText(rawOf(visit.form, 'words')).slice(0, longestWords);
  const key = rawOf(visit.form, 'key');
  return submit(
    async () => {
      if (!validate(key) || codes.length === 0) throw new Problem('reminder-unchosen', 'units');
      const asked = await askUnits(context.db, campaign, { key, codes, words }, signedDoer(visit));
      context.post.wake();
      return redirect(askedHref(askPath(campaign.code), asked));
    },
    (problem) => choice(context, visit, campaign, { ticked: codes, words, problem }),
  );
};
