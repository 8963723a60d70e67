import { romanNumeral } from '../kit/roman.ts';
import { dateText } from '../kit/time.ts';
import { countedText, foundText } from '../strings/units.ts';
import { foldMarks } from '../vietnamese/text.ts';
import type { Unit } from './catalogue-store.ts';
import type { Group } from './groups-store.ts';
import type { InactiveUnit, ListedGroup, ListedUnit, ListPage } from './pages.ts';

/** Where a unit is changed. */
export const unitPath = (code: string): string => `/don-vi/sua/${code}`;

interface Catalogue {
  readonly units: readonly Unit[];
  readonly groups: readonly Group[];
  /** Active accounts by unit id. */
  readonly accounts: ReadonlyMap<string, number>;
}

/** The list of units, or those of them that a search means. */
export const listOf = (
  { units, groups, accounts }: Catalogue,
  q: string,
): Pick<ListPage, 'q' | 'count' | 'whole' | 'groups'> => {
  const whole = q === '';
  const found = units.filter((unit) => whole || means(unit, foldMarks(q)));
  const listed = groups.map((group, index) => {
    const own = found.filter((unit) => unit.groupId === group.id);
    const active = own.filter((unit) => unit.deactivatedAt === null);
    return {
      number: romanNumeral(index + 1),
      code: group.code,
      name: group.name,
      units: active.map((unit, place) => listedUnit(unit, place, active.length, accounts)),
      inactive: own.filter((unit) => unit.deactivatedAt !== null).map(inactiveUnit),
    };
  });
  const active = units.filter((unit) => unit.deactivatedAt === null).length;
  const count = whole ? countedText(active) : foundText(found.length, units.length);
  return { q, count, whole, groups: whole ? listed : listed.filter(hasUnits) };
};

const hasUnits = (group: ListedGroup): boolean => group.units.length + group.inactive.length > 0;

const means = (unit: Unit, folded: string): boolean =>
  [unit.searchName, unit.code, foldMarks(unit.contactName ?? ''), unit.email, unit.phone].some(
    (text) => text?.includes(folded),
  );

const listedUnit = (
  unit: Unit,
  place: number,
  count: number,
  accounts: ReadonlyMap<string, number>,
): ListedUnit => ({
  code: unit.code,
  name: unit.name,
  contact: unit.contactName ?? '',
  email: unit.email ?? '',
  phone: unit.phone ?? '',
  accounts: accounts.get(unit.id) ?? 0,
  href: unitPath(unit.code),
  first: place === 0,
  last: place === count - 1,
});

const inactiveUnit = (unit: Unit): InactiveUnit => {
  const since = dateText(unit.deactivatedAt ?? '');
  const why = unit.mergedIntoName ? `sáp nhập vào ${unit.mergedIntoName}` : 'ngừng hoạt động';
  return { name: unit.name, code: unit.code, href: unitPath(unit.code), why: `${why} từ ${since}` };
};
