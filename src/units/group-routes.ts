import type { Context } from '../context.ts';
import { lineOf } from '../kit/fields.ts';
import { Problem } from '../kit/problem.ts';
import { romanNumeral } from '../kit/roman.ts';
import { unitNotices } from '../strings/units.ts';
import { statusOf } from '../web/errors.ts';
import { errorLine, submit } from '../web/forms.ts';
import { type Answer, type Page, page, redirect, type SignedVisit, view } from '../web/page.ts';
import { everyGroup } from './groups-store.ts';
import { addGroup, moveGroup, removeGroup, renameGroup } from './keep-group.ts';
import type { GroupsPage } from './pages.ts';
import { isDirection } from './unit.ts';

/** The groups of units: adding, renaming, ordering, removing while empty. */
export const groupPages = (context: Context): Page[] => [
  page('get', '/don-vi/nhom', 'run campaigns', (visit) => groups(context, visit)),
  page('post', '/don-vi/nhom', 'run campaigns', (visit) =>
    submit(
      async () => {
        await addGroup(context.db, lineOf(visit.form, 'name'), visit.doer);
        return redirect('/don-vi/nhom?xong=them-nhom');
      },
      (problem) => groups(context, visit, problem),
    ),
  ),
  ...changes.map(([word, change]) =>
    page('post', `/don-vi/nhom/:group${word}`, 'run campaigns', (visit) =>
      submit(
        async () => redirect(await change(context, visit, visit.params.group ?? '')),
        (problem) => groups(context, visit, besideGroup(problem, visit)),
      ),
    ),
  ),
];

type Change = (context: Context, visit: SignedVisit, code: string) => Promise<string>;

const rename: Change = async (context, visit, code) => {
  await renameGroup(context.db, code, lineOf(visit.form, 'name'), visit.doer);
  return '/don-vi/nhom?xong=sua-nhom';
};

const reorder: Change = async (context, visit, code) => {
  const direction = lineOf(visit.form, 'direction');
  if (isDirection(direction)) await moveGroup(context.db, code, direction, visit.doer);
  return `/don-vi/nhom#name-${code}`;
};

const remove: Change = async (context, visit, code) => {
  await removeGroup(context.db, code, visit.doer);
  return '/don-vi/nhom?xong=xoa-nhom';
};

const changes: readonly (readonly [word: string, change: Change])[] = [
  ['', rename],
  ['/thu-tu', reorder],
  ['/xoa', remove],
];

/** The field of the group that was to be changed, not that of the new one. */
const besideGroup = (problem: Problem, visit: SignedVisit): Problem =>
  new Problem(problem.code, `name-${visit.params.group}`, problem.details);

const groups = async (context: Context, visit: SignedVisit, problem?: Problem): Promise<Answer> => {
  const all = await everyGroup(context.db);
  const refused = problem && visit.form.has('name') ? visit.params.group : undefined;
  const model = {
    errors: problem ? [errorLine(problem)] : [],
    notice: unitNotices[visit.query.get('xong') ?? ''] ?? null,
    typed: visit.params.group === undefined ? lineOf(visit.form, 'name') : '',
    groups: all.map(({ code, name, units }, index) => ({
      number: romanNumeral(index + 1),
      code,
      name,
      typed: code === refused ? lineOf(visit.form, 'name') : name,
      units,
      first: index === 0,
      last: index === all.length - 1,
    })),
  };
  return view<GroupsPage>('units/groups', 'Nhóm đơn vị', model, problem ? statusOf(problem) : 200);
};
