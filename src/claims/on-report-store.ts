import type { Db } from '../db/schema.ts';
import type { ClaimedTwice, Named } from '../participants/duplicates.ts';
import { claimedByOthers } from '../participants/store.ts';
import { nameKey } from '../vietnamese/names.ts';
import { decisionsOf, type KeptPerson } from './decisions-store.ts';
import { type Decision, present, stands, verdictsOf, whereNow } from './standing.ts';
import { claimingReports } from './store.ts';

/** A row of a list whose person is, so the office decided, the same as in another unit's list. */
export interface DecidedClaim {
  /** Position in the list, from 1. */
  readonly row: number;
  readonly name: string;
  /** The other units that name this person. */
  readonly units: readonly string[];
  /** The unit where the person counts. */
  readonly countedIn: string;
  /** The person counts in another unit. */
  readonly elsewhere: boolean;
}

/** What is to be said of a report's people beside what its list says. */
export interface ClaimsOnReport {
  /** Rows whose person other units name too, nothing decided. */
  readonly open: readonly ClaimedTwice[];
  readonly decided: readonly DecidedClaim[];
}

/** Rule 9 for one report and the list that it has or is to have. */
export const claimsOnReport = async (
  db: Db,
  report: { readonly campaignId: string; readonly id: string },
  people: readonly (Named & { readonly title: string })[],
): Promise<ClaimsOnReport> => {
  const kept = await decisionsOf(db, { campaignId: report.campaignId, reportId: report.id });
  const decisions = kept.map((decision) => ({
    ...decision,
    persons: decision.persons.map((person) =>
      person.reportId === report.id ? inList(person, people) : person,
    ),
  }));
  const { settled } = verdictsOf(decisions);
  const open = await claimedByOthers(db, report, people, (row, other) =>
    settled({ reportId: report.id, position: row }, other),
  );
  const decided = await decidedClaims(db, report.id, people, decisions);
  return { open, decided };
};

const decidedClaims = async (
  db: Db,
  reportId: string,
  people: readonly Named[],
  decisions: readonly Decision[],
): Promise<DecidedClaim[]> => {
  const same = decisions.filter((one) => one.verdict === 'same' && stands(one));
  const rows = same.flatMap(present);
  const reports = await claimingReports(
    db,
    rows.map((row) => row.reportId),
  );
  const unitOf = (id: string | null) => reports.get(id ?? '')?.unitName ?? '';
  const decided = same.flatMap((decision) => {
    const there = present(decision);
    const others = there.filter((row) => row.reportId !== reportId);
    return there
      .filter((row) => row.reportId === reportId)
      .map(({ position }) => ({
        row: position,
        name: people[position - 1]?.name ?? '',
        units: [...new Set(others.map((row) => unitOf(row.reportId)))],
        countedIn: unitOf(decision.countedReportId),
        elsewhere: decision.countedReportId !== reportId,
      }));
  });
  return decided.sort((one, other) => one.row - other.row);
};

/** Where a person of this report stands in the list at hand, which may be a draft. */
const inList = (
  person: KeptPerson,
  people: readonly (Named & { readonly title: string })[],
): KeptPerson => {
  const namesakes = people.flatMap(({ name, birthDate, title }, index) =>
    nameKey(name) === person.nameKey ? [{ position: index + 1, birthDate, title }] : [],
  );
  const at = whereNow(person.namesakes, namesakes, person.seen.position);
  return { ...person, position: at?.position ?? null };
};
