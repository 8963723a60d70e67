import { rawOf } from '../kit/fields.ts';
import type { OwingUnit } from '../reports/owed-store.ts';
import { stateForOffice } from '../strings/reports.ts';
import type { TickGroup } from './pages.ts';

/** The codes ticked on a form. */
export const tickedUnits = (form: URLSearchParams): string[] => [...new Set(form.getAll('unit'))];

/**
 * What a button for many ticks asks for: `all`, `none`, `+II` or `-II`; '' when the form is to be
 * saved. They work without JavaScript: the page is shown again with other ticks.
 */
export const ticksPressed = (form: URLSearchParams): string => rawOf(form, 'ticks');

/** The ticked codes after such a button. */
export const ticksAfter = (
  ticked: readonly string[],
  pressed: string,
  units: readonly OwingUnit[],
): string[] => {
  if (pressed === 'all') return units.map(({ code }) => code);
  if (pressed === 'none') return [];
  const group = pressed.slice(1);
  const own = units.filter((unit) => unit.group === group).map(({ code }) => code);
  return pressed.startsWith('+')
    ? [...new Set([...ticked, ...own])]
    : ticked.filter((code) => !own.includes(code));
};

/** The units as a list of ticks by group. `board` is the board's address, or '' for a new campaign. */
export const tickGroups = (
  units: readonly OwingUnit[],
  ticked: readonly string[],
  board: string,
): TickGroup[] => {
  const codes = [...new Set(units.map(({ group }) => group))];
  const chosen = new Set(ticked);
  return codes.map((code) => {
    const own = units.filter(({ group }) => group === code);
    return {
      code,
      name: own[0]?.groupName ?? '',
      ticked: own.filter((unit) => chosen.has(unit.code)).length,
      units: own.map((unit) => ({
        code: unit.code,
        name: unit.name,
        ticked: chosen.has(unit.code),
        badge: badgeOf(unit),
        report: unit.owes ? `${board}/${unit.code}` : null,
      })),
    };
  });
};

const badgeOf = (unit: OwingUnit): TickGroup['units'][number]['badge'] => {
  if (!unit.owes || unit.untouched) return null;
  return unit.exempt ? stateForOffice.exempt : { label: 'Đã có nội dung', tone: 'blue' };
};
