import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  asBoardQuery,
  type BoardAddress,
  boardAddress,
  boardHref,
  boardOrders,
  isUnfiltered,
  stateFilters,
} from '../../src/desk/board-query.ts';

const plain: BoardAddress = {
  q: '',
  group: '',
  state: '',
  order: 'can-lam',
  descending: false,
  page: 1,
};
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
      page: fc.integer({ min: 1, max: 999_999 }),
    });
    fc.assert(
      fc.property(anyAddress, (typed) => {
        // What needs the office first has one direction.
        const descending = typed.descending && typed.order !== 'can-lam';
        const address = { ...typed, descending };
        expect(readBack(boardHref('/tien-do/x', address))).toEqual(address);
      }),
    );
  });

  test.each([
    'sap=constructor&trang-thai=__proto__',
    'sap=&chieu=giam&trang-thai=nope',
    'x=y&trang=0',
    'trang=-1',
    'trang=1e3',
    'trang=9999999',
    'trang=2%00',
  ])('words that it does not know are as if they were not there: %s', (query) => {
    expect(read(query)).toEqual(plain);
  });

  test('what is searched for is tidied and short; signs that no database takes are gone', () => {
    expect(read(`q=${'x'.repeat(500)}`).q).toHaveLength(100);
    expect(read('q=%20a%20%20b%00&nhom=I%00')).toMatchObject({ q: 'a b', group: 'I' });
  });
});

describe('What the board asks the store for', () => {
  test('searches without marks', () => {
    expect(asBoardQuery({ ...plain, q: 'Phường ĐÔNG' }).search).toBe('phuong dong');
  });

  test('each filter of its own, and without any for every unit', () => {
    const filters = Object.keys(stateFilters);
    const fits = filters.map((state) => asBoardQuery({ ...plain, state }).fit);
    expect(new Set(fits).size).toBe(filters.length);
    expect(fits).not.toContain(undefined);
    expect(isUnfiltered(asBoardQuery({ ...plain, page: 3, order: 'ty-le' }))).toBe(true);
    for (const part of [{ q: 'a' }, { group: 'I' }, { state: 'cho-xem' }])
      expect(isUnfiltered(asBoardQuery({ ...plain, ...part }))).toBe(false);
  });
});
