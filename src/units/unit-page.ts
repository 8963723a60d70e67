import type { clerksOf } from '../accounts/clerks-store.ts';
import { dateText } from '../kit/time.ts';
import { isUnsent } from '../reports/report.ts';
import type { ReportOfUnit } from '../reports/unit-store.ts';
import { stateForOffice } from '../strings/reports.ts';
import { accountText, inactiveText, mergedText, toExemptText } from '../strings/units.ts';
import type { Unit } from './catalogue-store.ts';
import { unitPath } from './list-page.ts';
import type { UnitPage } from './pages.ts';

/** An account that reports for a unit. */
export type Clerk = Awaited<ReturnType<typeof clerksOf>>[number];

/** What stands around a unit: who reports for it, what it reported, what it took over. */
export interface Around {
  readonly clerks: readonly Clerk[];
  readonly reports: readonly ReportOfUnit[];
  readonly mergedHere: readonly Unit[];
}

/** What the page of a unit shows beside the form. */
export const besideForm = (
  unit: Unit,
  { clerks, reports, mergedHere }: Around,
): Pick<
  UnitPage,
  'name' | 'path' | 'inactive' | 'heir' | 'mergedHere' | 'accounts' | 'reports' | 'toExempt'
> => ({
  name: unit.name,
  path: unitPath(unit.code),
  inactive: inactiveWords(unit),
  heir: unit.mergedIntoCode === null ? null : linkTo(unit.mergedIntoCode, unit.mergedIntoName),
  mergedHere: mergedHere.map(({ code, name }) => linkTo(code, name)),
  accounts: clerks.map(({ name, email, phone, deactivatedAt }) => ({
    name,
    email: email ?? '',
    phone: phone ?? '',
    standing: deactivatedAt === null ? accountText.active : accountText.inactive,
  })),
  reports: reports.map(({ campaign, campaignCode, state }) => ({
    campaign,
    href: `/tien-do/${campaignCode}/${unit.code}`,
    state: stateForOffice[state],
  })),
  toExempt: toExemptText(reports.filter(isUnsent).map(({ campaign }) => campaign)),
});

const linkTo = (code: string, name: string | null) => ({
  name: name ?? code,
  href: unitPath(code),
});

/** Why a unit is not in use, or `null` while it is. */
export const inactiveWords = (
  unit: Pick<Unit, 'deactivatedAt' | 'mergedIntoName'>,
): string | null => {
  if (unit.deactivatedAt === null) return null;
  const since = dateText(unit.deactivatedAt);
  return unit.mergedIntoName ? mergedText(unit.mergedIntoName, since) : inactiveText(since);
};
