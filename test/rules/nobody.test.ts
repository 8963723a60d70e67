import { describe, expect, test } from 'vitest';
import { longestText } from '../../src/participants/participant.ts';
import { checkDraft } from '../../src/reports/check.ts';
import { type Draft, emptyDraft, tidyDraft } from '../../src/reports/draft.ts';
import { aCampaign, categories } from '../support/appendix-input.ts';

const headcounts = { 'can-bo': '0', 'cong-chuc': '0', 'vien-chuc': '12' };
const row = { name: 'Nguyễn Văn An', birthDate: '', title: '', category: 'Viên chức', note: '' };

const faultsOf = (changes: Partial<Draft>) =>
  checkDraft(
    tidyDraft({ ...emptyDraft, headcounts, ...changes }, categories),
    aCampaign(),
  ).faults.map(({ code, field }) => `${code} ${field}`);

describe('Rule 8: no participants can be sent only with the tick and a reason', () => {
  test('the tick with a reason is enough', () => {
    expect(faultsOf({ nobody: true, nobodyReason: 'Đi học tập trung' })).toEqual([]);
  });

  test('an empty list without the tick is an error', () => {
    expect(faultsOf({})).toEqual(['list-empty row-1-name']);
  });

  test('a reason alone is not the tick', () => {
    expect(faultsOf({ nobodyReason: 'Đi học tập trung' })).toEqual(['list-empty row-1-name']);
  });

  test.each(['', '   ', '\u00A0', '\u200B\n'])(
    'the tick with the reason %j is an error',
    (reason) => {
      expect(faultsOf({ nobody: true, nobodyReason: reason })).toEqual([
        'nobody-reason-missing nobody-reason',
      ]);
    },
  );

  test('the tick beside a list is an error: one of the two is wrong', () => {
    expect(faultsOf({ nobody: true, nobodyReason: 'x', rows: [row] })).toEqual([
      'nobody-but-list nobody',
    ]);
  });

  test('rows that hold nothing but blanks are no list', () => {
    const blank = { name: ' ', birthDate: '\u200B', title: '', category: '\u00A0', note: '' };
    expect(faultsOf({ nobody: true, nobodyReason: 'Nghỉ', rows: [blank] })).toEqual([]);
  });

  test('a reason beyond the limit is an error', () => {
    expect(faultsOf({ nobody: true, nobodyReason: 'x'.repeat(longestText) })).toEqual([]);
    expect(faultsOf({ nobody: true, nobodyReason: 'x'.repeat(longestText + 1) })).toEqual([
      'text-too-long nobody-reason',
    ]);
  });

  test('a unit without any staff needs the tick as well', () => {
    const none = { 'can-bo': '0', 'cong-chuc': '0', 'vien-chuc': '0' };
    expect(faultsOf({ headcounts: none })).toEqual(['list-empty row-1-name']);
    expect(faultsOf({ headcounts: none, nobody: true, nobodyReason: 'Giải thể' })).toEqual([]);
  });
});
