import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  asBoardQuery,
  type BoardAddress,
  boardAddress,
  boardHref,
  boardOrders,
  stateFilters,
} from '../../src/desk/board-query.ts';
import { reportStates } from '../../src/reports/report.ts';

const plain: BoardAddress = { q: '', group: '', state: '', order: 'don-vi', descending: false };
const read = (query: string) => boardAddress(new URLSearchParams(query));
const readBack = (href: string) => read(href.split('?')[1] ?? '');

describe("The board's filters stand in its address", () => {
  test('the plain board has a plain address', () => {
    expect(boardHref('/tien-do/x', plain)).toBe('/tien-do/x');
    expect(read('')).toEqual(plain);
  });

  test('every address leads back to itself', () => {
    const anyAddress = fc.record({
      q: fc.constantFrom('', 'Quang Trung', 'a&b=c', '100%', '?#/', 'Đặng "x"'),
      group: fc.constantFrom('', 'I', 'II', 'a&b'),
      state: fc.constantFrom('', ...Object.keys(stateFilters)),
      order: fc.constantFrom(...boardOrders),
      descending: fc.boolean(),
    });
    fc.assert(
      fc.property(anyAddress, (address) => {
        expect(readBack(boardHref('/tien-do/x', address))).toEqual(address);
      }),
    );
  });

  test.each(['sap=constructor&trang-thai=__proto__', 'sap=&chieu=up&trang-thai=nope', 'x=y'])(
    'words that it does not know are as if they were not there: %s',
    (query) => {
      expect(read(query)).toEqual(plain);
    },
  );

  test('what is searched for is tidied and short; signs that no database takes are gone', () => {
    expect(read(`q=${'x'.repeat(500)}`).q).toHaveLength(100);
    expect(read('q=%20a%20%20b%00&nhom=I%00')).toMatchObject({ q: 'a b', group: 'I' });
  });
});

describe('What the board asks the store for', () => {
  test('searches without marks', () => {
    expect(asBoardQuery({ ...plain, q: 'Phường ĐÔNG' }).search).toBe('phuong dong');
  });

  test('every filter names states or whether anything was sent', () => {
    for (const state of Object.keys(stateFilters)) {
      const { states, sent } = asBoardQuery({ ...plain, state });
      expect(states !== undefined || sent !== undefined).toBe(true);
      for (const one of states ?? []) expect(reportStates).toContain(one);
    }
    expect(asBoardQuery(plain)).toMatchObject({ states: undefined, sent: undefined });
  });
});
