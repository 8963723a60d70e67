import { spreadsheetType } from '../appendix/sheet.ts';
import type { Context } from '../context.ts';
import { numberOf, rawOf } from '../kit/fields.ts';
import { Problem } from '../kit/problem.ts';
import { tidyDraft } from '../reports/draft.ts';
import { draftOf } from '../reports/draft-store.ts';
import { mayEdit, signedDoer } from '../reports/found.ts';
import { reportHead } from '../reports/head.ts';
import { sentPage } from '../reports/sent-page.ts';
import { statusOf } from '../web/errors.ts';
import { errorLine, submit } from '../web/forms.ts';
import { type Answer, type Page, page, redirect, type SignedVisit, view } from '../web/page.ts';
import { type Looking, lookingAt, pathOf, readFor } from './found-list.ts';
import { marksOf } from './marks.ts';
import type { ListPreviewPage } from './pages.ts';
import { previewOf } from './preview-page.ts';
import { takeList } from './take-list.ts';

const place = '/bao-cao/:campaign/:unit/tai-len/:upload';

/** What was read of a clerk's list: looking at it, choosing where the reader was not sure, taking it into the draft. */
export const takePages = (context: Context): Page[] => [
  page('get', place, 'enter reports', (visit) => look(context, visit)),
  page('post', place, 'enter reports', (visit) => take(context, visit)),
  page('get', `${place}/loi.xlsx`, 'enter reports', (visit) => withErrors(context, visit)),
];

const look = async (context: Context, visit: SignedVisit): Promise<Answer> => {
  const looking = await lookingAt(context, visit, visit.query);
  if (!mayEdit(looking.found, visit)) return sentPage(context, looking.found, visit);
  return preview(context, visit, looking);
};

const preview = async (
  context: Context,
  visit: SignedVisit,
  { found, list, choices }: Looking,
  problem?: Problem,
): Promise<Answer> => {
  const { categories, birthDateAsked } = found.campaign;
  const draft = tidyDraft(await draftOf(context.db, found.report.id), categories);
  const shown = previewOf({
    read: await readFor(context, found, list, choices),
    choices,
    fileName: list.fileName,
    categories: categories.map(({ name }) => name),
    birthDateAsked,
    before: draft.rows,
  });
  return view<ListPreviewPage>(
    'lists/preview',
    'Xem trước danh sách',
    {
      ...shown,
      errors: problem ? [errorLine(problem)] : [],
      head: reportHead(found, undefined, visit.now),
      action: `${pathOf(found)}/tai-len/${list.id}`,
      revision: found.report.draftRevision,
    },
    problem ? statusOf(problem) : 200,
  );
};

const take = async (context: Context, visit: SignedVisit): Promise<Answer> => {
  const looking = await lookingAt(context, visit, visit.form);
  if (!mayEdit(looking.found, visit)) return sentPage(context, looking.found, visit);
  return submit(
    () => taken(context, visit, looking),
    async (problem) =>
      preview(context, visit, await lookingAt(context, visit, visit.form), problem),
  );
};

const taken = async (
  context: Context,
  visit: SignedVisit,
  { found, list, choices }: Looking,
): Promise<Answer> => {
  const { reading, repairs } = await readFor(context, found, list, choices);
  if (repairs.length > 0 && choices.letters === undefined)
    throw new Problem('letters-unchosen', 'chu');
  const taking = {
    as: rawOf(visit.form, 'action') === 'noi' ? 'addition' : 'replacement',
    people: reading.people,
    revision: numberOf(visit.form, 'revision'),
    from: list.fileName === '' ? 'paste' : 'file',
  } as const;
  await takeList(context.db, found, taking, signedDoer(visit));
  return redirect(
    `${pathOf(found)}?${reading.faults.length > 0 ? 'loi' : 'xong=danh-sach'}#danh-sach`,
  );
};

const withErrors = async (context: Context, visit: SignedVisit): Promise<Answer> => {
  const { found, list, choices } = await lookingAt(context, visit, visit.query);
  const { reading } = await readFor(context, found, list, choices);
  const bytes = await context.workers.marked(list.bytes, marksOf(reading));
  const stem = list.fileName.replace(/\.[^.]*$/, '') || 'Danh-sach';
  return { kind: 'file', fileName: `${stem}_co-cot-loi.xlsx`, type: spreadsheetType, bytes };
};
