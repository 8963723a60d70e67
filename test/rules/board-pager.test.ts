import { expect, test } from 'vitest';
import { boardPager, numbersAround, pagesFor } from '../../src/desk/board-pager.ts';
import { boardAddress } from '../../src/desk/board-query.ts';

const at = (query: string) => boardAddress(new URLSearchParams(query));

test('100 units make a page', () => {
  expect([0, 1, 100, 101, 1500].map(pagesFor)).toEqual([1, 1, 1, 2, 15]);
});

test.each([
  [1, 1, [1]],
  [2, 3, [1, 2, 3]],
  [1, 15, [1, 2, null, 15]],
  [4, 15, [1, 2, 3, 4, 5, null, 15]],
  [8, 15, [1, null, 7, 8, 9, null, 15]],
  [13, 15, [1, null, 12, 13, 14, 15]],
])('page %d of %d has the numbers %j', (page, pages, numbers) => {
  expect(numbersAround(page, pages)).toEqual(numbers);
});

test('keeps filter and order, and leads to the list', () => {
  const pager = boardPager('/tien-do/x', at('nhom=I&sap=ty-le&chieu=giam&trang=2'), 15);
  const kept = '/tien-do/x?nhom=I&sap=ty-le&chieu=giam';
  expect(pager).toMatchObject({
    text: 'Trang 2/15',
    previous: `${kept}#danh-sach`,
    next: `${kept}&trang=3#danh-sach`,
  });
  expect(pager?.pages.filter((one) => one?.current).map((one) => one?.label)).toEqual(['2']);
  expect(boardPager('/tien-do/x', at('trang=15'), 15)?.next).toBeNull();
  expect(boardPager('/tien-do/x', at(''), 1)).toBeNull();
});
