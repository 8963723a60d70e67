import { clerksOf } from '../accounts/clerks-store.ts';
import type { Context } from '../context.ts';
import { lineOf } from '../kit/fields.ts';
import { Problem } from '../kit/problem.ts';
import { reportsOfUnit } from '../reports/unit-store.ts';
import { codeHint, unitNotices } from '../strings/units.ts';
import { statusOf } from '../web/errors.ts';
import { submit } from '../web/forms.ts';
import { type Answer, type Page, page, redirect, type SignedVisit, view } from '../web/page.ts';
import { type Unit, unitByCode, unitsMergedInto } from './catalogue-store.ts';
import { everyGroup } from './groups-store.ts';
import { addUnit, changeUnit, type KeptUnit } from './keep-unit.ts';
import { unitPath } from './list-page.ts';
import type { NewUnitPage, TypedFields, UnitPage } from './pages.ts';
import { checkUnit } from './unit.ts';
import {
  fieldsOf,
  groupOptions,
  noRefusal,
  type Refusal,
  refusedBy,
  refusedFor,
} from './unit-form.ts';
import { type Around, besideForm } from './unit-page.ts';

/** Adding a unit, and the page of one with all that hangs on it. */
export const unitPages = (context: Context): Page[] => [
  page('get', '/don-vi/moi', 'run campaigns', (visit) => newUnit(context, visit)),
  page('post', '/don-vi/moi', 'run campaigns', (visit) =>
    keep(
      visit,
      async (unit) => {
        await addUnit(context.db, unit, visit.doer);
        return `${unitPath(unit.facts.code)}?xong=them`;
      },
      (refusal) => newUnit(context, visit, refusal),
    ),
  ),
  page('get', '/don-vi/sua/:unit', 'run campaigns', async (visit) =>
    unitAnswer(context, visit, await unitFor(context, visit)),
  ),
  page('post', '/don-vi/sua/:unit', 'run campaigns', (visit) => change(context, visit)),
];

/** The unit that the address names. Throws `not-found`. */
export const unitFor = async (context: Context, visit: SignedVisit): Promise<Unit> => {
  const unit = await unitByCode(context.db, visit.params.unit ?? '');
  if (!unit) throw new Problem('not-found');
  return unit;
};

/** Who reports for a unit, what it reported, what it took over. */
export const aroundOf = async ({ db }: Context, unit: Unit): Promise<Around> => ({
  clerks: await clerksOf(db, unit.id),
  reports: await reportsOfUnit(db, unit.id),
  mergedHere: await unitsMergedInto(db, unit.id),
});

/** The fields of the form, or with `seen.` before their names those that it was made from. */
const typedFields = ({ form }: SignedVisit, before = ''): TypedFields => ({
  code: lineOf(form, `${before}code`),
  name: lineOf(form, `${before}name`),
  group: lineOf(form, `${before}group`),
  contactName: lineOf(form, `${before}contactName`),
  email: lineOf(form, `${before}email`),
  phone: lineOf(form, `${before}phone`),
});

/** Checks what was typed and keeps it: on to the address that `work` gives, or the same page again. */
const keep = async (
  visit: SignedVisit,
  work: (unit: KeptUnit) => Promise<string>,
  again: (refusal: Refusal) => Promise<Answer>,
): Promise<Answer> => {
  const typed = typedFields(visit);
  const checked = checkUnit(typed);
  if (checked.faults) return again(refusedFor(checked.faults));
  return submit(
    async () => redirect(await work({ facts: checked.unit, group: typed.group })),
    (problem) => again(refusedBy(problem, statusOf(problem))),
  );
};

const change = async (context: Context, visit: SignedVisit): Promise<Answer> => {
  const before = await unitFor(context, visit);
  // A form that does not say is as if it were made just now.
  const seen = visit.form.has('seen.code') ? typedFields(visit, 'seen.') : fieldsOf(before);
  return keep(
    visit,
    async (to) => {
      await changeUnit(context.db, before.code, { to, seen }, visit.doer);
      return `${unitPath(to.facts.code)}?xong=sua`;
    },
    async (refusal) => {
      const unit = await unitFor(context, visit);
      const typed = typedFields(visit);
      // Who has been told what a colleague changed may go on.
      return unitAnswer(context, visit, unit, refusal, {
        typed,
        seen: refusal.status === 409 ? fieldsOf(unit) : seen,
      });
    },
  );
};

const newUnit = async (
  context: Context,
  visit: SignedVisit,
  refusal: Refusal = noRefusal,
): Promise<Answer> => {
  const typed = typedFields(visit);
  const group = typed.group || (visit.query.get('nhom') ?? '');
  const options = groupOptions(await everyGroup(context.db));
  const model = {
    errors: refusal.errors,
    offers: refusal.offers,
    typed: { ...typed, group },
    groupOptions: [{ value: '', label: 'Chọn nhóm' }, ...options],
    codeHint: codeHint(0),
  };
  return view<NewUnitPage>('units/new', 'Thêm đơn vị', model, refusal.status);
};

const unchanged = (unit: Unit) => ({ typed: fieldsOf(unit), seen: fieldsOf(unit) });

/** The page of one unit. */
export const unitAnswer = async (
  context: Context,
  visit: SignedVisit,
  unit: Unit,
  refusal: Refusal = noRefusal,
  { typed, seen }: { typed: TypedFields; seen: TypedFields } = unchanged(unit),
): Promise<Answer> => {
  const around = await aroundOf(context, unit);
  const active = around.clerks.filter(({ deactivatedAt }) => deactivatedAt === null);
  const model = {
    ...besideForm(unit, around),
    errors: refusal.errors,
    offers: refusal.offers,
    notice: unitNotices[visit.query.get('xong') ?? ''] ?? null,
    typed,
    seen,
    groupOptions: groupOptions(await everyGroup(context.db)),
    codeHint: codeHint(active.length),
  };
  return view<UnitPage>('units/unit', unit.name, model, refusal.status);
};
