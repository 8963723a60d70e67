import type { Context } from '../context.ts';
import { lineOf } from '../kit/fields.ts';
import type { Problem } from '../kit/problem.ts';
import { signedDoer } from '../reports/found.ts';
import { isUnsent } from '../reports/report.ts';
import {
  clerksFollowText,
  keptUnderOwnNameText,
  stopsText,
  toExemptText,
} from '../strings/units.ts';
import { tidyLine } from '../vietnamese/text.ts';
import { statusOf } from '../web/errors.ts';
import { errorLine, submit } from '../web/forms.ts';
import { type Answer, type Page, page, redirect, type SignedVisit, view } from '../web/page.ts';
import type { Unit } from './catalogue-store.ts';
import { unitPath } from './list-page.ts';
import type { MergePage } from './pages.ts';
import { activate, deactivate, merge } from './retire.ts';
import { type UnitLine, unitLines } from './store.ts';
import { refusedBy } from './unit-form.ts';
import type { Around } from './unit-page.ts';
import { aroundOf, unitAnswer, unitFor } from './unit-routes.ts';

/** Taking a unit out of use, back into it, and merging it into another one. */
export const retirePages = (context: Context): Page[] => [
  page('post', '/don-vi/sua/:unit/ngung', 'run campaigns', (visit) =>
    doing(context, visit, 'ngung', (unit) => deactivate(context.db, unit, signedDoer(visit))),
  ),
  page('post', '/don-vi/sua/:unit/hoat-dong', 'run campaigns', (visit) =>
    doing(context, visit, 'hoat-dong', (unit) => activate(context.db, unit, signedDoer(visit))),
  ),
  page('get', '/don-vi/sua/:unit/sap-nhap', 'run campaigns', async (visit) => {
    const into = tidyLine(visit.query.get('vao') ?? '');
    return mergePage(context, await unitFor(context, visit), into);
  }),
  page('post', '/don-vi/sua/:unit/sap-nhap', 'run campaigns', (visit) => mergeInto(context, visit)),
];

const doing = async (
  context: Context,
  visit: SignedVisit,
  word: string,
  work: (unit: Unit) => Promise<void>,
): Promise<Answer> => {
  const unit = await unitFor(context, visit);
  return submit(
    async () => {
      await work(unit);
      return redirect(`${unitPath(unit.code)}?xong=${word}`);
    },
    async (problem) =>
      unitAnswer(
        context,
        visit,
        await unitFor(context, visit),
        refusedBy(problem, statusOf(problem)),
      ),
  );
};

const mergeInto = async (context: Context, visit: SignedVisit): Promise<Answer> => {
  const unit = await unitFor(context, visit);
  const into = lineOf(visit.form, 'into');
  return submit(
    async () => {
      await merge(context.db, unit.code, into, signedDoer(visit));
      return redirect(`${unitPath(unit.code)}?xong=sap-nhap`);
    },
    (problem) => mergePage(context, unit, '', problem),
  );
};

/** Which unit takes over; once one is chosen, what will happen, and the button that does it. */
const mergePage = async (
  context: Context,
  unit: Unit,
  into: string,
  problem?: Problem,
): Promise<Answer> => {
  if (unit.mergedIntoId !== null) return redirect(unitPath(unit.code));
  const others = (await unitLines(context.db)).filter(({ id }) => id !== unit.id);
  const heir = others.find(({ code }) => code === into);
  const model = {
    errors: problem ? [errorLine(problem)] : [],
    name: unit.name,
    path: `${unitPath(unit.code)}/sap-nhap`,
    into: heir?.code ?? '',
    unitOptions: optionsByGroup(others),
    plan: heir ? planFor(heir, await aroundOf(context, unit)) : null,
  };
  const status = problem ? statusOf(problem) : 200;
  return view<MergePage>('units/merge', `Sáp nhập ${unit.name}`, model, status);
};

const optionsByGroup = (units: readonly UnitLine[]): MergePage['unitOptions'] =>
  [...new Set(units.map(({ group }) => group))].map((name) => ({
    name,
    options: units
      .filter(({ group }) => group === name)
      .map((unit) => ({ value: unit.code, label: unit.name })),
  }));

const planFor = (heir: UnitLine, { clerks, reports }: Around): NonNullable<MergePage['plan']> => ({
  into: heir.name,
  consequences: [
    stopsText(heir.name),
    clerksFollowText(
      clerks.map(({ name }) => name),
      heir.name,
    ),
    keptUnderOwnNameText(reports.filter(({ lastVersion }) => lastVersion > 0).length),
    toExemptText(reports.filter(isUnsent).map(({ campaign }) => campaign)),
  ],
});
