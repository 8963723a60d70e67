import type { Campaign } from '../campaigns/campaign.ts';
import { campaignFor } from '../campaigns/found.ts';
import { openCount } from '../claims/found-store.ts';
import type { Context } from '../context.ts';
import { inTransaction } from '../db/open.ts';
import { record } from '../history/store.ts';
import { exported } from '../jobs/exported.ts';
import { wantedFile } from '../jobs/kind.ts';
import { lineOf, numberOf, rawOf } from '../kit/fields.ts';
import { Problem } from '../kit/problem.ts';
import { signedDoer } from '../reports/found.ts';
import { exportNotices } from '../strings/exports.ts';
import { statusOf } from '../web/errors.ts';
import { errorLine, submit } from '../web/forms.ts';
import { type Answer, type Page, page, redirect, type SignedVisit, view } from '../web/page.ts';
import { consolidate } from './consolidate.ts';
import { exportOf, exportPath, finalizeOf, momentOffered, suggestionsFor } from './export-page.ts';
import { exportsOf } from './exports-store.ts';
import { finalize } from './finalize.ts';
import { finalFile, finalsOf } from './finals-store.ts';
import { asOfKind, finalWork } from './kinds.ts';
import { momentTyped } from './moment.ts';
import type { ExportPage, FinalizePage } from './pages.ts';
import { spreadsheetType } from './sheet.ts';
import { groupsOfAppendix } from './store.ts';
import type { WrittenFinal } from './write-appendix.ts';

/** Everything that the office takes out of a campaign, and the finals. */
export const exportPages = (context: Context): Page[] => [
  page('get', '/tien-do/:campaign/xuat', 'run campaigns', async (visit) =>
    exportPage(context, visit, await campaignFor(context, visit)),
  ),
  page('post', '/tien-do/:campaign/xuat/thoi-diem', 'run campaigns', (visit) =>
    earlier(context, visit),
  ),
  page('get', '/tien-do/:campaign/xuat/chot', 'run campaigns', async (visit) =>
    finalizePage(context, await campaignFor(context, visit)),
  ),
  page('post', '/tien-do/:campaign/xuat/chot', 'run campaigns', (visit) =>
    makeFinal(context, visit),
  ),
  page('post', '/tien-do/:campaign/xuat/chot/:number', 'run campaigns', (visit) =>
    finalAgain(context, visit),
  ),
];

const exportsShown = 10;

const exportPage = async (
  context: Context,
  visit: SignedVisit,
  campaign: Campaign,
  refusal?: Problem,
): Promise<Answer> => {
  const { db } = context;
  const { form, now } = visit;
  const typed = { day: lineOf(form, 'ngay'), hour: lineOf(form, 'gio') };
  const model = {
    ...exportOf({
      ...(await standingOf(context, campaign)),
      campaign,
      exported: await exportsOf(db, campaign.id, exportsShown),
      now,
    }),
    errors: refusal ? [errorLine(refusal)] : [],
    notice: exportNotices.get(visit.query.get('xong') ?? '') ?? null,
    typed: refusal ? typed : momentOffered(campaign, now),
  };
  const status = refusal ? statusOf(refusal) : 200;
  return view<ExportPage>('appendix/export', 'Xuất phụ lục', model, status);
};

const standingOf = async ({ db }: Context, campaign: Campaign) => ({
  consolidation: consolidate(campaign.categories, await groupsOfAppendix(db, campaign.id)),
  finals: await finalsOf(db, campaign.id),
});

const earlier = async (context: Context, visit: SignedVisit): Promise<Answer> => {
  const campaign = await campaignFor(context, visit);
  return submit(
    async () => {
      const asOf = await momentAsked(context, visit, campaign);
      return exported(context, visit, wantedFile(asOfKind, campaign.id, { asOf }));
    },
    (problem) => exportPage(context, visit, campaign, problem),
  );
};

/** One of the moments that are offered, to the second, or what was typed. */
const momentAsked = async (
  { db }: Context,
  { form, now }: SignedVisit,
  campaign: Campaign,
): Promise<string> => {
  const pressed = rawOf(form, 'luc');
  const offered = suggestionsFor(campaign, await finalsOf(db, campaign.id), now);
  return offered.some(({ moment }) => moment === pressed)
    ? pressed
    : momentTyped(form, campaign, now);
};

const finalizePage = async (
  context: Context,
  campaign: Campaign,
  refusal?: Problem,
): Promise<Answer> => {
  const model = {
    ...finalizeOf({
      ...(await standingOf(context, campaign)),
      campaign,
      openClaims: await openCount(context.db, campaign.id),
    }),
    errors: refusal ? [errorLine(refusal)] : [],
  };
  const status = refusal ? statusOf(refusal) : 200;
  return view<FinalizePage>('appendix/finalize', 'Chốt phụ lục', model, status);
};

const makeFinal = async (context: Context, visit: SignedVisit): Promise<Answer> => {
  const campaign = await campaignFor(context, visit);
  const number = numberOf(visit.form, 'number');
  const task = { campaignId: campaign.id, number, at: visit.now };
  const write = () => context.workers.make<WrittenFinal>(finalWork, task);
  return submit(
    async () => {
      await finalize(context.db, campaign, { number, write }, signedDoer(visit));
      return redirect(`${exportPath(campaign.code)}?xong=chot#finals`);
    },
    (problem) => finalizePage(context, campaign, problem),
  );
};

const finalAgain = async (context: Context, visit: SignedVisit): Promise<Answer> => {
  const campaign = await campaignFor(context, visit);
  const number = Number(visit.params.number);
  const isNumber = /^\d{1,9}$/.test(visit.params.number ?? '');
  const file = isNumber ? await finalFile(context.db, campaign.id, number) : undefined;
  if (!file) throw new Problem('not-found');
  const details = { bytes: file.bytes.length, final: number };
  await inTransaction(context.db, (tx) =>
    record(tx, visit.doer, 'appendix.exported', campaign.id, details),
  );
  return { kind: 'file', ...file, type: spreadsheetType };
};
