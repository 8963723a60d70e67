import { heldInvitations } from '../accounts/mail-readiness.ts';
import { accountCards } from '../accounts/people-store.ts';
import { spreadsheetType } from '../appendix/sheet.ts';
import type { Context } from '../context.ts';
import { inTransaction } from '../db/open.ts';
import { record } from '../history/store.ts';
import { Problem } from '../kit/problem.ts';
import { fileStamp } from '../kit/time.ts';
import { catalogueText } from '../strings/catalogue.ts';
import { invitedText } from '../strings/invitations.ts';
import { everyUnit } from '../units/catalogue-store.ts';
import { statusOf } from '../web/errors.ts';
import { errorLine, submit } from '../web/forms.ts';
import { type Answer, type Page, page, redirect, type SignedVisit, view } from '../web/page.ts';
import { applyUpload } from './apply.ts';
import { currentWorkbook, resultWorkbook } from './catalogue-workbook.ts';
import type { PreviewPage, ResultPage, StartPage } from './pages.ts';
import { planOf } from './plan.ts';
import { previewPage } from './preview-page.ts';
import { readCatalogue } from './read-catalogue.ts';
import type { Results } from './results.ts';
import { keepUpload, type StoredUpload, uploadSentBy } from './store.ts';

const place = '/don-vi/excel';

/** Units and accounts from one workbook: take it, change it, look at what it would do, apply it. */
export const cataloguePages = (context: Context): Page[] => [
  page('get', place, 'run campaigns', () => Promise.resolve(start())),
  page('post', `${place}/tai-ve`, 'run campaigns', (visit) => download(context, visit)),
  page('post', place, 'run campaigns', (visit) => upload(context, visit), 'upload'),
  page('get', `${place}/:upload`, 'run campaigns', (visit) => show(context, visit)),
  page('post', `${place}/:upload/ap-dung`, 'run campaigns', (visit) => apply(context, visit)),
  page('get', `${place}/:upload/ket-qua.xlsx`, 'run campaigns', (visit) =>
    resultFile(context, visit),
  ),
];

const start = (problem?: Problem): Answer =>
  view<StartPage>(
    'catalogue/start',
    'Đơn vị và tài khoản bằng tệp Excel',
    { errors: problem ? [errorLine(problem)] : [] },
    problem ? statusOf(problem) : 200,
  );

/** A POST, because names and telephone numbers leave the house: who took them is on record. */
const download = async (context: Context, { now, doer }: SignedVisit): Promise<Answer> => {
  const units = await everyUnit(context.db);
  const workbook = currentWorkbook(units, await accountCards(context.db), now);
  const bytes = await context.workers.write(workbook);
  await inTransaction(context.db, (tx) =>
    record(tx, doer, 'catalogue.exported', '', { bytes: bytes.length }),
  );
  const fileName = `Don-vi-va-tai-khoan_${fileStamp(now)}.xlsx`;
  return { kind: 'file', fileName, type: spreadsheetType, bytes };
};

const upload = (context: Context, visit: SignedVisit): Promise<Answer> =>
  submit(async () => {
    const { bytes } = visit.upload();
    const rows = readCatalogue(await context.workers.read(bytes));
    const sender = { accountId: visit.actor.accountId, at: visit.now };
    return redirect(`${place}/${await keepUpload(context.db, rows, sender)}`);
  }, start);

/** Found through the person: a file that somebody else sent is not there. */
const uploadFor = async (context: Context, visit: SignedVisit): Promise<StoredUpload> => {
  const { params, actor } = visit;
  const found = await uploadSentBy(context.db, params.upload ?? '', actor.accountId);
  if (!found) throw new Problem('not-found');
  return found;
};

const show = async (context: Context, visit: SignedVisit): Promise<Answer> => {
  const stored = await uploadFor(context, visit);
  return stored.results ? result(stored, stored.results) : preview(context, visit, stored);
};

const preview = async (
  context: Context,
  visit: SignedVisit,
  { id, rows }: StoredUpload,
  problem?: Problem,
): Promise<Answer> => {
  const held = await heldInvitations(context);
  const byMail = { ticked: problem ? visit.form.has('mail') : held === null, held };
  const plan = await planOf(context.db, rows, visit.actor);
  return view<PreviewPage>(
    'catalogue/preview',
    'Xem trước thay đổi',
    {
      errors: problem ? [errorLine(problem)] : [],
      ...previewPage(plan, { action: `${place}/${id}/ap-dung`, byMail }),
    },
    problem ? statusOf(problem) : 200,
  );
};

const result = ({ id }: StoredUpload, results: Results): Answer =>
  view<ResultPage>('catalogue/result', 'Kết quả', {
    done: results.done === '' ? catalogueText.nothingDone : catalogueText.done(results.done),
    faulty: results.faulty,
    accountsAdded: results.accountsAdded,
    invited: invitedOf(results),
    file: `${place}/${id}/ket-qua.xlsx`,
  });

const invitedOf = ({ accountsAdded, mailed = 0 }: Results): ResultPage['invited'] => {
  if (mailed === 0) return null;
  const toPrint = accountsAdded - mailed;
  return {
    mailed: invitedText.mailed(mailed),
    toPrint: toPrint > 0 ? invitedText.toPrint(toPrint) : '',
  };
};

const apply = async (context: Context, visit: SignedVisit): Promise<Answer> => {
  const stored = await uploadFor(context, visit);
  const { actor } = visit;
  const doer = { ...visit.doer, accountId: actor.accountId };
  const retire = visit.form.getAll('retire');
  const secret = context.config.sessionSecret;
  const inviting = visit.form.has('mail') ? { secret } : undefined;
  return submit(
    async () => {
      await applyUpload(context.db, stored, { actor, doer, retire, inviting });
      context.post.wake();
      return redirect(`${place}/${stored.id}`);
    },
    (problem) => preview(context, visit, stored, problem),
  );
};

const resultFile = async (context: Context, visit: SignedVisit): Promise<Answer> => {
  const { rows, results } = await uploadFor(context, visit);
  if (!results) throw new Problem('not-found');
  const bytes = await context.workers.write(resultWorkbook(rows, results, visit.now));
  const fileName = `Ket-qua-don-vi-va-tai-khoan_${fileStamp(visit.now)}.xlsx`;
  return { kind: 'file', fileName, type: spreadsheetType, bytes };
};
