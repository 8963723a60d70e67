import { zipStream } from '../adapters/zip-stream.ts';
import { campaignFor } from '../campaigns/found.ts';
import type { Context } from '../context.ts';
import { inTransaction } from '../db/open.ts';
import { record } from '../history/store.ts';
import { rawOf } from '../kit/fields.ts';
import { Problem } from '../kit/problem.ts';
import { fileStamp } from '../kit/time.ts';
import { signedDoer } from '../reports/found.ts';
import { dossierText } from '../strings/signed.ts';
import { statusOf } from '../web/errors.ts';
import { errorLine, submit } from '../web/forms.ts';
import { type Answer, type Page, page, redirect, type SignedVisit, view } from '../web/page.ts';
import { askForSignedCopies } from './ask.ts';
import { signedAsked } from './asked-store.ts';
import { dossierFiles } from './dossier.ts';
import { type SentVersion, sentVersions } from './dossier-store.ts';
import { plainName } from './file-names.ts';
import type { DossierPage } from './pages.ts';

const place = '/tien-do/:campaign/ho-so';

/** Everything that the units of a campaign have sent, as one archive; which signed copies are missing. */
export const dossierPages = (context: Context): Page[] => [
  page('get', place, 'run campaigns', (visit) => dossierPage(context, visit)),
  page('post', place, 'run campaigns', (visit) =>
    submit(
      () => download(context, visit),
      (problem) => dossierPage(context, visit, problem),
    ),
  ),
  page('post', `${place}/ban-ky`, 'run campaigns', (visit) => ask(context, visit)),
];

const dossierPage = async (
  context: Context,
  visit: SignedVisit,
  problem?: Problem,
): Promise<Answer> => {
  const campaign = await campaignFor(context, visit);
  const sent = await sentVersions(context.db, campaign.id);
  const missing = sent.filter((version) => version.files === 0).length;
  const asked = await signedAsked(context.db, campaign.id);
  const boardPath = `/tien-do/${campaign.code}`;
  const href = `${boardPath}?trang-thai=chua-co-ban-ky#danh-sach`;
  const model = {
    errors: problem ? [errorLine(problem)] : [],
    notice: notices[visit.query.get('xong') ?? ''] ?? null,
    campaign: campaign.title,
    boardPath,
    path: `${boardPath}/ho-so`,
    any: sent.length > 0,
    whole: dossierText.whole(sent.length, ...totalOf(sent)),
    asked,
    have: dossierText.have(sent.length - missing, sent.length),
    missing: asked && missing > 0 ? { text: dossierText.missing(missing), href } : null,
  };
  const status = problem ? statusOf(problem) : 200;
  return view<DossierPage>('signed/dossier', dossierText.title, model, status);
};

/** Files and bytes of all signed copies. */
const totalOf = (sent: readonly SentVersion[]): [files: number, size: number] => [
  sent.reduce((sum, version) => sum + version.files, 0),
  sent.reduce((sum, version) => sum + version.size, 0),
];

const notices: Readonly<Record<string, string>> = {
  co: dossierText.asked,
  khong: dossierText.notAsked,
};

/** A POST: it costs work, and who took it is on record. */
const download = async (context: Context, visit: SignedVisit): Promise<Answer> => {
  const { db, workers } = context;
  const campaign = await campaignFor(context, visit);
  const sent = await sentVersions(db, campaign.id);
  if (sent.length === 0) throw new Problem('dossier-empty');
  const [signedFiles] = totalOf(sent);
  const details = { units: sent.length, signedFiles };
  await inTransaction(db, (tx) => record(tx, visit.doer, 'dossier.exported', campaign.id, details));
  const fileName = `Ho-so_${plainName(campaign.code)}_${fileStamp(visit.now)}.zip`;
  const { baseUrl, now } = visit;
  const source = { db, workers, campaignCode: campaign.code, baseUrl, now };
  const stream = zipStream(dossierFiles(source, sent));
  return { kind: 'stream', fileName, type: 'application/zip', stream };
};

const ask = async (context: Context, visit: SignedVisit): Promise<Answer> => {
  const campaign = await campaignFor(context, visit);
  const asked = rawOf(visit.form, 'can') !== 'khong';
  await askForSignedCopies(context.db, campaign.id, asked, signedDoer(visit));
  return redirect(`/tien-do/${campaign.code}/ho-so?xong=${asked ? 'co' : 'khong'}`);
};
