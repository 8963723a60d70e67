import type { Campaign } from '../campaigns/campaign.ts';
import { dateTimeText, dayText } from '../kit/time.ts';
import {
  decidedInPartText,
  decidedText,
  differentLabel,
  factLabel,
  goneText,
  likelihoodBadge,
  likelihoodReason,
  meaningText,
  missingText,
  rowGoneText,
  rowHeading,
  rowMovedText,
  undoneText,
  verdictBadge,
} from '../strings/claims.ts';
import type { Case, Claim } from './cases.ts';
import { caseId, claimsPath } from './claims-query.ts';
import type { KeptDecision, KeptPerson } from './decisions-store.ts';
import type { CaseShown, DecisionShown, RowShown } from './pages.ts';
import { rowToken, settledAmong } from './seen-case.ts';
import { stands, type Verdicts } from './standing.ts';
import type { ClaimingReport } from './store.ts';

/** What the cards of a page are made with. */
export interface Beside {
  readonly campaign: Campaign;
  readonly reports: ReadonlyMap<string, ClaimingReport>;
  readonly settled: Verdicts['settled'];
}

/** What an officer has chosen and was refused. */
export interface TypedCase {
  readonly tokens: readonly string[];
  readonly ticked: readonly string[];
  readonly choice: string;
  readonly fault: string;
}

/** A case as a card, `place` from 1 on its page. */
export const caseShown = (
  { likelihood, rows }: Case,
  place: number,
  beside: Beside,
  typed?: TypedCase,
): CaseShown => {
  const tokens = rows.map(rowToken);
  const own = typed && typed.tokens.join() === tokens.join() ? typed : undefined;
  const settled = settledAmong(rows, beside.settled);
  const ids = new Set(rows.map(({ reportId }) => reportId));
  return {
    id: caseId(place),
    place,
    name: rows[0]?.name ?? '',
    likelihood: likelihoodBadge[likelihood],
    reason: likelihoodReason[likelihood],
    decidedInPart: settled === '' ? '' : decidedInPartText,
    settled,
    rows: rows.map((row) => ({
      ...claimShown(row, beside),
      ticked: !own || own.ticked.includes(rowToken(row)),
    })),
    tickable: rows.length > 2,
    units: [...beside.reports.values()]
      .filter(({ id }) => ids.has(id))
      .map(({ id, unitName }) => ({ value: `same:${id}`, name: unitName })),
    differentLabel: differentLabel(rows.length),
    chosen: own?.choice ?? '',
    fault: own?.fault,
  };
};

const claimShown = (row: Claim & { part: number }, beside: Beside): Omit<RowShown, 'ticked'> => {
  const { campaign, reports } = beside;
  const category = campaign.categories.find(({ id }) => id === row.categoryId)?.name ?? '';
  const sentAt = reports.get(row.reportId)?.sentAt;
  const { name, birthDate, title, note } = row;
  return {
    ...unitOf(row.reportId, beside),
    token: rowToken(row),
    heading: rowHeading(row.position),
    facts: [
      ...whoFacts({ name, birthDate, title }, campaign),
      fact('category', category),
      ...(note === '' ? [] : [fact('note', note)]),
      fact('sentAt', sentAt ? dateTimeText(sentAt) : ''),
    ],
    standing: '',
  };
};

/** A decision as a card. */
export const decisionShown = (decision: KeptDecision, beside: Beside): DecisionShown => {
  const { id, verdict, countedReportId, persons, decidedBy, decidedAt, undoneAt } = decision;
  const unit = beside.reports.get(countedReportId ?? '')?.unitName ?? '';
  const voided = stands(decision) ? '' : goneText;
  return {
    id,
    name: persons[0]?.seen.name ?? '',
    verdict: verdictBadge[verdict],
    meaning: meaningText(verdict, unit),
    facts: decidedText(decidedBy, dateTimeText(decidedAt)),
    void: undoneAt === null ? voided : undoneText(dateTimeText(undoneAt)),
    rows: persons.map((person) => personShown(person, beside)),
    undoPath: undoneAt === null ? `${claimsPath(beside.campaign.code)}/${id}/bo` : null,
  };
};

const personShown = (person: KeptPerson, beside: Beside): RowShown => {
  const { reportId, position, seen } = person;
  const moved = position === null ? rowGoneText : rowMovedText(position);
  return {
    ...unitOf(reportId, beside),
    token: '',
    ticked: false,
    heading: rowHeading(seen.position),
    facts: whoFacts(seen, beside.campaign),
    standing: position === seen.position ? '' : moved,
  };
};

const unitOf = (reportId: string, { campaign, reports }: Beside) => {
  const report = reports.get(reportId);
  return { unit: report?.unitName ?? '', href: `/tien-do/${campaign.code}/${report?.unitCode}` };
};

type Who = Pick<Claim, 'name' | 'birthDate' | 'title'>;

const whoFacts = ({ name, birthDate, title }: Who, { birthDateAsked }: Campaign) => [
  fact('name', name),
  ...(birthDateAsked || birthDate !== '' ? [fact('birthDate', dayText(birthDate))] : []),
  fact('title', title),
];

const fact = (of: keyof typeof factLabel, value: string) => ({
  label: factLabel[of],
  value: value || missingText,
});
