import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byGivenName, givenName } from '../../src/vietnamese/names.ts';
import { capitalised, foldMarks, tidyLine, tidyText } from '../../src/vietnamese/text.ts';

describe('Text is stored tidied', () => {
  test.each([
    ['  Nguyễn   Văn\tAn \r\n', 'Nguyễn Văn An'],
    ['Nguyễn\u00A0Văn\u3000An', 'Nguyễn Văn An'],
    ['Ng\u200Buyễn\uFEFF Văn\u00AD An\u202C', 'Nguyễn Văn An'],
    ['Nguyễn\u0000 An\u0007\u007F', 'Nguyễn An'],
    ['Nguyễn Thúy'.normalize('NFD'), 'Nguyễn Thúy'.normalize('NFC')],
    ['e\u200B\u0302\u200D\u0301', '\u1EBF'],
    ['NGUYỄN văn An', 'NGUYỄN văn An'],
    ['<b>&amp;', '<b>&amp;'],
  ])('%j becomes %j', (typed, stored) => {
    expect(tidyLine(typed)).toBe(stored);
  });

  test('whatever is typed: composed, trimmed, one line, and tidy already the second time', () => {
    const pieces = [
      'a',
      'e',
      '\u0302',
      '\u0301',
      '\u0323',
      ' ',
      '\u00A0',
      '\u200B',
      '\n',
      '\u0000',
    ];
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...pieces) }),
    );
    fc.assert(
      fc.property(anything, (typed) => {
        const line = tidyLine(typed);
        expect(line).toBe(line.normalize('NFC').trim());
        for (const gone of ['\n', '\r', '\t', '\u0000', '\u200B', '\u00A0', '  '])
          expect(line).not.toContain(gone);
        expect(tidyLine(line)).toBe(line);
      }),
      { numRuns: 1000 },
    );
  });

  test('a longer text keeps its line breaks, of any system', () => {
    expect(tidyText('\n một  \r\nhai\rba \n\nbốn\n')).toBe('một\nhai\nba\n\nbốn');
  });
});

describe('Search ignores marks and capitals', () => {
  test.each([
    ['Phường Quang Trung', 'phuong quang trung'],
    ['Đặng Thị Đào', 'dang thi dao'],
    ['TRƯỜNG THCS Nguyễn Huệ', 'truong thcs nguyen hue'],
    ['ắằẳẵặ ấầẩẫậ ếềểễệ ốồổỗộ ớờởỡợ ứừửữự ỷ', 'aaaaa aaaaa eeeee ooooo ooooo uuuuu y'],
    ['  Bình   Hàn ', 'binh han'],
  ])('%j is found by %j', (text, folded) => {
    expect(foldMarks(text)).toBe(folded);
    expect(foldMarks(text.normalize('NFD'))).toBe(folded);
    expect(foldMarks(text.toUpperCase())).toBe(folded);
  });
});

describe('People stand in Vietnamese order', () => {
  test.each([
    ['Nguyễn Văn An', 'An'],
    ['An', 'An'],
    ['', ''],
  ])('the given name of %j is %j', (name, given) => {
    expect(givenName(name)).toBe(given);
  });

  test('by given name, then by the whole name; Đ follows D, marks follow their letter', () => {
    const inOrder = [
      'Vũ Thị An',
      'Lê Văn Ân',
      'Bùi Bình',
      'Trần Dung',
      'Ngô Duy',
      'Lê Đào',
      'Phạm Đức',
      'Cao Em',
      'Nguyễn Thị Hoa',
      'Trần Thị Hoa',
      'Đỗ Văn Yên',
    ];
    const shuffled = fc.shuffledSubarray(inOrder, { minLength: inOrder.length });
    fc.assert(
      fc.property(shuffled, (names) => {
        expect([...names].sort(byGivenName)).toEqual(inOrder);
      }),
    );
  });

  test('Đỗ comes after Dương among people of one given name', () => {
    expect(['Đỗ Văn An', 'Dương Văn An'].sort(byGivenName)).toEqual(['Dương Văn An', 'Đỗ Văn An']);
  });
});

test('a sentence begins with a capital, marks included', () => {
  expect(capitalised('đơn vị')).toBe('Đơn vị');
  expect(capitalised('')).toBe('');
});
