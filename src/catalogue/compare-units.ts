import type { Unit } from '../units/catalogue-store.ts';
import type { Group } from '../units/groups-store.ts';
import { checkUnit, groupMeant, mendedCode, type UnitFacts } from '../units/unit.ts';
import {
  type Change,
  changesIn,
  formulasIn,
  type RowFault,
  type RowOutcome,
  rowFault,
  type UnitRow,
} from './catalogue.ts';

/** A unit as a file wants it. */
export interface WantedUnit {
  readonly group: Group;
  readonly facts: UnitFacts;
}

export type UnitOutcome = RowOutcome<WantedUnit, Unit>;

export interface UnitPlan {
  /** One for each row, in the file's order. */
  readonly outcomes: readonly UnitOutcome[];
  /** Units in use that the file does not name. Nothing happens to them unless somebody says so. */
  readonly missing: readonly Unit[];
}

/** What the rows of a file would do to the units as they are kept. A bad row holds no good one back. */
export const compareUnits = (
  rows: readonly UnitRow[] | null,
  groups: readonly Group[],
  units: readonly Unit[],
): UnitPlan => {
  if (rows === null) return { outcomes: [], missing: [] };
  const known = new Map(units.map((unit) => [unit.code, unit]));
  const seen = new Map<string, string>();
  const outcomes = rows.map((row): UnitOutcome => {
    const before = seen.get(row.code.text);
    if (before === undefined) seen.set(row.code.text, row.code.at);
    return outcomeOf(row, { groups, known, before });
  });
  const named = new Set(rows.flatMap(({ code: { text } }) => [text, mendedCode(text)]));
  return {
    outcomes,
    missing: units.filter((unit) => unit.deactivatedAt === null && !named.has(unit.code)),
  };
};

interface Surroundings {
  readonly groups: readonly Group[];
  readonly known: ReadonlyMap<string, Unit>;
  /** Where the same code stood before in this file. */
  readonly before: string | undefined;
}

const outcomeOf = (row: UnitRow, { groups, known, before }: Surroundings): UnitOutcome => {
  const formulas = formulasIn(row);
  if (formulas.length > 0) return { kind: 'faulty', faults: formulas };
  const group = groupMeant(groups, row.group.text);
  const checked = checkUnit(typed(row));
  const stored = known.get(row.code.text);
  const faults = [
    ...(group ? [] : [groupFault(row, groups)]),
    ...(checked.faults ?? []).map(({ field, code, details }) =>
      rowFault(row[field], code, details),
    ),
    ...(before !== undefined && row.code.text !== ''
      ? [rowFault(row.code, 'row-code-twice', { at: before })]
      : []),
    ...(stored && stored.deactivatedAt !== null ? [rowFault(row.code, 'row-unit-inactive')] : []),
  ];
  if (faults.length > 0 || !group || !checked.unit) return { kind: 'faulty', faults };
  const wanted = { group, facts: checked.unit };
  if (!stored) return { kind: 'added', wanted };
  const changes = changesOf(stored, wanted);
  return changes.length > 0
    ? { kind: 'changed', stored, wanted, changes }
    : { kind: 'same', stored };
};

const typed = (row: UnitRow) => ({
  code: row.code.text,
  name: row.name.text,
  contactName: row.contactName.text,
  email: row.email.text,
  phone: row.phone.text,
});

const groupFault = (row: UnitRow, groups: readonly Group[]): RowFault =>
  row.group.text === ''
    ? rowFault(row.group, 'group-missing')
    : rowFault(row.group, 'row-group-unknown', {
        codes: groups.map(({ code }) => code).join(', '),
      });

const changesOf = (stored: Unit, { group, facts }: WantedUnit): Change[] =>
  changesIn([
    ['group', stored.group, group.code],
    ['name', stored.name, facts.name],
    ['contactName', stored.contactName, facts.contactName],
    ['email', stored.email, facts.email],
    ['phone', stored.phone, facts.phone],
  ]);
