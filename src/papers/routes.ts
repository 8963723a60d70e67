import { spreadsheetType } from '../appendix/sheet.ts';
import type { Context } from '../context.ts';
import { Problem } from '../kit/problem.ts';
import { foundFor } from '../reports/found.ts';
import { type Found, reportFound } from '../reports/store.ts';
import { type Answer, type Page, page, type SignedVisit } from '../web/page.ts';

/** The electronic file of a sent version, for the unit that sent it and for the office. */
export const unitFilePages = (context: Context): Page[] => [
  page('get', '/bao-cao/:campaign/:unit/lich-su/:number/tep.xlsx', 'report units', async (visit) =>
    file(context, await foundFor(context, visit), visit),
  ),
  page('get', '/tien-do/:campaign/:unit/ban/:number/tep.xlsx', 'run campaigns', async (visit) => {
    const { campaign = '', unit = '' } = visit.params;
    return file(context, await reportFound(context.db, campaign, unit), visit);
  }),
];

const file = async (context: Context, { report }: Found, visit: SignedVisit): Promise<Answer> => {
  const { number = '' } = visit.params;
  if (!/^[1-9]\d{0,5}$/.test(number)) throw new Problem('not-found');
  const { fileName, bytes } = await context.workers.eFile(report.id, Number(number));
  return { kind: 'file', fileName, type: spreadsheetType, bytes };
};
