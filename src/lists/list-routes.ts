import { spreadsheetType } from '../appendix/sheet.ts';
import type { Context } from '../context.ts';
import { rawOf } from '../kit/fields.ts';
import { Problem } from '../kit/problem.ts';
import { fileStamp } from '../kit/time.ts';
import { foundFor, mayEdit } from '../reports/found.ts';
import { reportHead } from '../reports/head.ts';
import { sentPage } from '../reports/sent-page.ts';
import { statusOf } from '../web/errors.ts';
import { errorLine, submit } from '../web/forms.ts';
import { type Answer, type Page, page, redirect, type SignedVisit, view } from '../web/page.ts';
import { pathOf, readFor, senderOf } from './found-list.ts';
import type { ListStartPage } from './pages.ts';
import { type KeptList, keepList } from './store.ts';
import { listTemplate } from './template.ts';

const place = '/bao-cao/:campaign/:unit';

/** A clerk's own list: send the file or paste it, see `take-routes.ts` for what comes after. */
export const listPages = (context: Context): Page[] => [
  page('get', `${place}/mau.xlsx`, 'enter reports', (visit) => template(context, visit)),
  page('get', `${place}/tai-len`, 'enter reports', (visit) => start(context, visit)),
  page('post', `${place}/tai-len`, 'enter reports', (visit) => upload(context, visit), 'upload'),
  page('post', `${place}/tai-len/dan`, 'enter reports', (visit) => paste(context, visit), 'list'),
];

const start = async (
  context: Context,
  visit: SignedVisit,
  problem?: Problem,
  pasted = '',
): Promise<Answer> => {
  const found = await foundFor(context, visit);
  if (!mayEdit(found, visit)) return sentPage(context, found, visit, problem);
  return view<ListStartPage>(
    'lists/start',
    'Tải tệp Excel lên',
    {
      errors: problem ? [errorLine(problem)] : [],
      head: reportHead(found, undefined, visit.now),
      pasted,
    },
    problem ? statusOf(problem) : 200,
  );
};

const upload = (context: Context, visit: SignedVisit): Promise<Answer> =>
  submit(
    async () => {
      const { name, bytes } = visit.upload();
      return kept(context, visit, { fileName: name, bytes });
    },
    (problem) => start(context, visit, problem),
  );

const paste = (context: Context, visit: SignedVisit): Promise<Answer> => {
  const pasted = rawOf(visit.form, 'pasted');
  return submit(
    async () => {
      if (pasted.trim() === '') throw new Problem('paste-empty', 'pasted');
      return kept(context, visit, { fileName: '', bytes: new TextEncoder().encode(pasted) });
    },
    (problem) => start(context, visit, problem, pasted),
  );
};

/** Read once before it is kept, so that a file which can't be read is refused on the spot. */
const kept = async (
  context: Context,
  visit: SignedVisit,
  list: Omit<KeptList, 'id'>,
): Promise<Answer> => {
  const found = await foundFor(context, visit);
  if (!mayEdit(found, visit)) return sentPage(context, found, visit);
  await readFor(context, found, list, {});
  const sender = senderOf(found, visit);
  const id = await keepList(context.db, list, { ...sender, at: visit.now });
  return redirect(`${pathOf(found)}/tai-len/${id}`);
};

const template = async (context: Context, visit: SignedVisit): Promise<Answer> => {
  const { campaign, report } = await foundFor(context, visit);
  const bytes = await context.workers.write(listTemplate(campaign, report.unitName, visit.now));
  const fileName = `Mau-danh-sach_${campaign.code}_${report.unitCode}_${fileStamp(visit.now)}.xlsx`;
  return { kind: 'file', fileName, type: spreadsheetType, bytes };
};
