import type { Problem } from '../kit/problem.ts';
import { problemText } from '../strings/problems.ts';
import type { ErrorLine } from '../web/chrome.ts';
import type { Group } from './groups-store.ts';
import type { TypedFields, UnitFields } from './pages.ts';
import type { UnitFacts, UnitFault } from './unit.ts';

/** Why a form of a unit was not taken. */
export interface Refusal {
  readonly errors: readonly ErrorLine[];
  readonly status: number;
  readonly offers: UnitFields['offers'];
}

const noOffers = { code: '', phone: '' };

/** Nothing is wrong (yet). */
export const noRefusal: Refusal = { errors: [], status: 200, offers: noOffers };

/** What `checkUnit` found: every fault, and what can be put in place of it with one click. */
export const refusedFor = (faults: readonly UnitFault[]): Refusal => {
  const mended = (field: string): string =>
    String(faults.find((fault) => fault.field === field)?.details.mended ?? '');
  const errors = faults.map((fault) => ({ field: fault.field, text: problemText(fault) }));
  return { errors, status: 422, offers: { code: mended('code'), phone: mended('phone') } };
};

/** What a verb refused. */
export const refusedBy = (problem: Problem, status: number): Refusal => ({
  errors: [{ field: problem.field ?? 'noi-dung', text: problemText(problem) }],
  status,
  offers: noOffers,
});

/** The fields of a unit as it is stored. */
export const fieldsOf = (unit: UnitFacts & { readonly group: string }): TypedFields => ({
  code: unit.code,
  name: unit.name,
  group: unit.group,
  contactName: unit.contactName ?? '',
  email: unit.email ?? '',
  phone: unit.phone ?? '',
});

/** The groups to choose from. */
export const groupOptions = (groups: readonly Group[]): UnitFields['groupOptions'] =>
  groups.map(({ code, name }) => ({ value: code, label: name }));
