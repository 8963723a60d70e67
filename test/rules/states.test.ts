import { describe, expect, test } from 'vitest';
import {
  counts,
  isBeingMended,
  type ReportMove,
  type ReportState,
  reportStates,
  stateAfter,
} from '../../src/reports/report.ts';

/** Every move in every state: the next state, or – where it is not allowed. */
const table = `
           not_started  draft      submitted  returned   accepted  exempt
  save     draft        draft      –          returned   –         –
  send     submitted    submitted  –          submitted  –         –
  withdraw –            –          draft      –          –         –
  return   –            –          returned   –          returned  –
  accept   –            –          accepted   –          –         –
  reopen   –            –          –          –          draft     –
  exempt   exempt       exempt     –          –          –         –
  owe      –            –          –          –          –         not_started
  resume   –            –          –          –          –         draft
`;

const [head = [], ...lines] = table
  .trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/));

const cells = lines.flatMap(([move = '', ...row]) =>
  row.map((next, index) => [move as ReportMove, head[index] as ReportState, next] as const),
);

describe('The states of a report', () => {
  test('the table below names every state', () => {
    expect([...head].sort()).toEqual([...reportStates].sort());
    expect(cells).toHaveLength(9 * reportStates.length);
  });

  test.each(cells)('%s in %s: %s', (move, state, next) => {
    expect(stateAfter(state, move) ?? '–').toBe(next);
  });
});

const standing = (state: ReportState, lastVersion: number) => ({ state, lastVersion });

describe('Rule 5: a unit that has not sent counts in no sum', () => {
  test.each(reportStates)('%s, nothing sent: does not count', (state) => {
    expect(counts(standing(state, 0))).toBe(false);
  });

  test.each(reportStates.filter((state) => state !== 'exempt'))('%s, sent: counts', (state) => {
    expect(counts(standing(state, 1))).toBe(true);
  });

  test('an exempt unit counts in no sum, whatever it has sent', () => {
    expect(counts(standing('exempt', 3))).toBe(false);
  });
});

describe('Rule 6: a sent report that is being changed is marked "đang sửa"', () => {
  test.each([
    ['draft', 1, true],
    ['returned', 1, true],
    ['returned', 4, true],
    ['submitted', 1, false],
    ['accepted', 1, false],
    ['draft', 0, false],
    ['not_started', 0, false],
    ['exempt', 0, false],
  ] as const)('%s after %i versions: %s', (state, lastVersion, marked) => {
    expect(isBeingMended(standing(state, lastVersion))).toBe(marked);
  });

  test('while it is being changed it keeps counting', () => {
    expect(counts(standing('returned', 1))).toBe(true);
    expect(counts(standing('draft', 2))).toBe(true);
  });
});
