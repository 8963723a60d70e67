import type { Campaign } from '../campaigns/campaign.ts';
import { dayText } from '../kit/time.ts';
import { stateForOffice } from '../strings/reports.ts';
import { byGivenName } from '../vietnamese/names.ts';
import type { Consolidation } from './consolidate.ts';
import type { CsvCell } from './csv.ts';
import { outstandingTitles, peopleColumns } from './layout.ts';
import { outstandingUnits } from './outstanding-sheet.ts';
import type { PeopleByUnit } from './people-sheet.ts';

/**
 * The names of every unit that counts as rows that stand for themselves: group and unit in each, so that
 * they can be sorted and filtered. Order, numbers and columns are those of the sheet.
 */
export function* namesAsRows(
  campaign: Campaign,
  { groups }: Consolidation,
  people: PeopleByUnit,
): Generator<readonly CsvCell[]> {
  const { birthDateAsked } = campaign;
  const { titles } = peopleColumns(birthDateAsked);
  const [, group, unit] = outstandingTitles.columns;
  yield [group, unit, ...titles];
  const categories = new Map(campaign.categories.map(({ id, name }) => [id, name]));
  for (const { name, lines } of groups)
    for (const line of lines) {
      if (!line.figures) continue;
      const listed = people.get(line.unit.id) ?? [];
      const sorted = listed.toSorted((one, other) => byGivenName(one.name, other.name));
      for (const [index, person] of sorted.entries())
        yield [
          ...[name, line.unit.name, index + 1, person.name],
          ...(birthDateAsked ? [dayText(person.birthDate)] : []),
          ...[person.title, categories.get(person.categoryId) ?? null, person.note],
        ];
    }
}

/** The units that owe a report and have sent none, with the person to call. */
export function* outstandingAsRows({ groups }: Consolidation): Generator<readonly CsvCell[]> {
  yield outstandingTitles.columns;
  for (const [index, { group, line }] of outstandingUnits(groups).entries()) {
    const { name, contactName, phone, email, state } = line.unit;
    yield [index + 1, group.name, name, contactName, phone, email, stateForOffice[state].label];
  }
}
