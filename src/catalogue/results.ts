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
  /** One text for each row. */
  readonly units: readonly string[];
  readonly accounts: readonly string[];
}

type Outcomes = {
  readonly units: readonly UnitOutcome[];
  readonly accounts: readonly AccountOutcome[];
};

/** The results of a file whose rows became `outcomes`, and of so many units taken out of use. */
export const resultsOf = ({ units, accounts }: Outcomes, retired: number): Results => ({
  done: doneText({ units, accounts }, retired),
  faulty: countOf([...units, ...accounts], 'faulty'),
  accountsAdded: countOf(accounts, 'added'),
  units: units.map((outcome) => rowText(outcome, resultText.unit)),
  accounts: accounts.map((outcome) => rowText(outcome, resultText.account)),
});

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
