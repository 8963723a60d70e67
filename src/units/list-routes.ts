import type { Context } from '../context.ts';
import { lineOf } from '../kit/fields.ts';
import { unitNotices } from '../strings/units.ts';
import { tidyLine } from '../vietnamese/text.ts';
import { type Answer, type Page, page, redirect, type SignedVisit, view } from '../web/page.ts';
import { accountCounts, everyUnit } from './catalogue-store.ts';
import { everyGroup } from './groups-store.ts';
import { moveUnit } from './keep-unit.ts';
import { listOf } from './list-page.ts';
import type { ListPage } from './pages.ts';
import { type Direction, isDirection } from './unit.ts';

/** The units in the office's order, and changing that order. */
export const unitListPages = (context: Context): Page[] => [
  page('get', '/don-vi', 'run campaigns', (visit) => list(context, visit)),
  page('post', '/don-vi/sua/:unit/thu-tu', 'run campaigns', async (visit) => {
    const code = visit.params.unit ?? '';
    const direction = directionOf(visit);
    if (direction) await moveUnit(context.db, code, direction, visit.doer);
    return redirect(`/don-vi#${code}`);
  }),
];

/** The way that a button of the order asks for; `undefined` for anything else. */
const directionOf = (visit: SignedVisit): Direction | undefined => {
  const word = lineOf(visit.form, 'direction');
  return isDirection(word) ? word : undefined;
};

const list = async (context: Context, visit: SignedVisit): Promise<Answer> => {
  const { db } = context;
  const units = await everyUnit(db);
  const groups = await everyGroup(db);
  const accounts = await accountCounts(db);
  const q = tidyLine(visit.query.get('q') ?? '');
  return view<ListPage>('units/list', 'Đơn vị', {
    errors: [],
    notice: unitNotices[visit.query.get('xong') ?? ''] ?? null,
    ...listOf({ units, groups, accounts }, q),
  });
};
