import { countsText, faultText, resultText } from '../strings/catalogue.ts';
import type { RowOutcome } from './catalogue.ts';
import type { AccountOutcome } from './compare-accounts.ts';
import type { UnitOutcome } from './compare-units.ts';

/** What became of a file, kept beside it. */
export interface Results {
  /** What was done, in words; '' for nothing. */
  readonly done: string;
  readonly faulty: number;
  readonly accountsAdded: number;
  /** New accounts that were invited by mail; files of before the mails have no such figure. */
  readonly mailed?: number;
  /** One text for each row. */
  readonly units: readonly string[];
  readonly accounts: readonly string[];
}

type Outcomes = {
  readonly units: readonly UnitOutcome[];
  readonly accounts: readonly AccountOutcome[];
};

/**
 * The results of a file whose rows became `outcomes`, of so many units taken out of use, and whether
 * new accounts with an e-mail were invited.
 */
export const resultsOf = (
  { units, accounts }: Outcomes,
  { retired, invited }: { readonly retired: number; readonly invited: boolean },
): Results => ({
  done: doneText({ units, accounts }, retired),
  faulty: countOf([...units, ...accounts], 'faulty'),
  accountsAdded: countOf(accounts, 'added'),
  mailed: invited ? invitable(accounts) : 0,
  units: units.map((outcome) => rowText(outcome, resultText.unit)),
  accounts: accounts.map((outcome) =>
    invited && outcome.kind === 'added'
      ? resultText.invited(outcome.wanted.email !== null)
      : rowText(outcome, resultText.account),
  ),
});

/** How many accounts of a file are new and can be written to. */
export const invitable = (accounts: readonly AccountOutcome[]): number =>
  accounts.filter((outcome) => outcome.kind === 'added' && outcome.wanted.email !== null).length;

/** What rows do, in words (`thêm 3 đơn vị, sửa 1 tài khoản`); '' for nothing. */
export const doneText = ({ units, accounts }: Outcomes, retired = 0): string =>
  countsText({
    unitsAdded: countOf(units, 'added'),
    unitsChanged: countOf(units, 'changed'),
    accountsAdded: countOf(accounts, 'added'),
    accountsChanged: countOf(accounts, 'changed'),
    retired,
  });

type AnyOutcome = RowOutcome<unknown, unknown>;

const countOf = (outcomes: readonly AnyOutcome[], kind: AnyOutcome['kind']): number =>
  outcomes.filter((outcome) => outcome.kind === kind).length;

const rowText = (
  outcome: AnyOutcome,
  words: Readonly<Record<'added' | 'changed' | 'same', string>>,
): string =>
  outcome.kind === 'faulty'
    ? resultText.faulty(
        outcome.faults.map((fault) => `${fault.cell.at}: ${faultText(fault)}`).join(' '),
      )
    : words[outcome.kind];
