import { roleLabel } from '../strings/accounts.ts';
import {
  accountHeadings,
  catalogueText,
  faultText,
  sheetNames,
  unitHeadings,
} from '../strings/catalogue.ts';
import { inviteNewText } from '../strings/invitations.ts';
import type { Unit } from '../units/catalogue-store.ts';
import type { Change, RowOutcome } from './catalogue.ts';
import type { AccountOutcome, WantedAccount } from './compare-accounts.ts';
import type { UnitOutcome, UnitPlan, WantedUnit } from './compare-units.ts';
import type { AccountLine, ChangedLine, FaultLine, PreviewPage, UnitLine } from './pages.ts';
import { doneText, invitable } from './results.ts';

/** What a file would do, ready to be shown. */
export const previewPage = (
  { units, accounts }: { units: UnitPlan; accounts: readonly AccountOutcome[] },
  { action, byMail }: Applied,
): Omit<PreviewPage, 'chrome' | 'errors'> => ({
  action,
  byMail: byMailChoice(invitable(accounts), byMail),
  button: buttonText(units, accounts),
  faults: [
    ...faultLines(sheetNames.units, units.outcomes),
    ...faultLines(sheetNames.accounts, accounts),
  ],
  units: {
    added: wantedIn(units.outcomes).map(addedUnit),
    changed: changedIn(units.outcomes, unitHeadings),
    same: sameIn(units.outcomes),
    missing: units.missing.map(missingUnit),
  },
  accounts: {
    added: wantedIn(accounts).map(addedAccount),
    changed: changedIn(accounts, accountHeadings),
    same: sameIn(accounts),
  },
});

/** Where a file is applied, and how the choice about mails stands. */
interface Applied {
  readonly action: string;
  readonly byMail: { readonly ticked: boolean; readonly held: string | null };
}

const byMailChoice = (accounts: number, choice: Applied['byMail']): PreviewPage['byMail'] =>
  accounts === 0 ? null : { label: inviteNewText(accounts), ...choice };

const buttonText = (units: UnitPlan, accounts: readonly AccountOutcome[]): string => {
  const counts = doneText({ units: units.outcomes, accounts });
  if (counts !== '') return catalogueText.apply(counts);
  return units.missing.length > 0 ? catalogueText.applyMissing : '';
};

const wantedIn = <New>(outcomes: readonly RowOutcome<New, unknown>[]): New[] =>
  outcomes.flatMap((outcome) => (outcome.kind === 'added' ? [outcome.wanted] : []));

const sameIn = (outcomes: readonly (UnitOutcome | AccountOutcome)[]): number =>
  outcomes.filter(({ kind }) => kind === 'same').length;

const changedIn = (
  outcomes: readonly RowOutcome<unknown, { readonly name: string }>[],
  headings: Readonly<Partial<Record<Change['what'], string>>>,
): ChangedLine[] =>
  outcomes.flatMap((outcome) =>
    outcome.kind === 'changed'
      ? [
          {
            name: outcome.stored.name,
            changes: outcome.changes.map(({ what, before, after }) => ({
              what: headings[what] ?? '',
              before: before || catalogueText.blank,
              after: after || catalogueText.blank,
            })),
          },
        ]
      : [],
  );

const faultLines = (
  sheet: string,
  outcomes: readonly RowOutcome<unknown, unknown>[],
): FaultLine[] =>
  outcomes.flatMap((outcome) =>
    outcome.kind === 'faulty'
      ? outcome.faults.map((fault) => ({
          place: `${sheet}!${fault.cell.at}`,
          value: fault.cell.text,
          text: faultText(fault),
        }))
      : [],
  );

const addedUnit = ({ facts, group }: WantedUnit): UnitLine => ({
  code: facts.code,
  name: facts.name,
  group: `${group.code}. ${group.name}`,
});

const missingUnit = ({ code, name, group, groupName }: Unit): UnitLine => ({
  code,
  name,
  group: `${group}. ${groupName}`,
});

const addedAccount = ({ name, email, role, units }: WantedAccount): AccountLine => ({
  name,
  email: email ?? '',
  role: roleLabel[role],
  units: units.join(', '),
});
