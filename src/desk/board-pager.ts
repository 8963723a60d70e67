import { countText } from '../kit/ratio.ts';
import { pagerOf } from '../strings/pager.ts';
import type { BoardPager } from './board-pages.ts';
import { type BoardAddress, boardHref, listAnchor, unitsOnPage } from './board-query.ts';

/** How many pages a list of so many units has; an empty one has one. */
export const pagesFor = (units: number): number => Math.max(1, Math.ceil(units / unitsOnPage));

/** The pager of a list that stands at `address.page` of `pages`. */
export const boardPager = (
  path: string,
  address: BoardAddress,
  pages: number,
): BoardPager | null => {
  const { page } = address;
  const to = (number: number) => boardHref(path, { ...address, page: number }) + listAnchor;
  const pager = pagerOf(page, pages, to);
  return (
    pager && {
      ...pager,
      // Shorter: the numbers of pages stand beside it.
      text: `Trang ${countText(page)}/${countText(pages)}`,
      pages: numbersAround(page, pages).map((number) =>
        number === null
          ? null
          : { label: countText(number), href: to(number), current: number === page },
      ),
    }
  );
};

/** The first, the last, and those beside the one that is shown; `null` for what is left out between them. */
export const numbersAround = (page: number, pages: number): (number | null)[] => {
  const near = (number: number) => Math.abs(number - page) <= 1;
  const shown = Array.from({ length: pages }, (_, index) => index + 1).filter(
    (number) => number === 1 || number === pages || near(number),
  );
  return shown.flatMap((number, index) => {
    const skipped = number - (shown[index - 1] ?? 0) - 1;
    if (skipped === 0) return number;
    // One left out takes as much room as a sign for it.
    return skipped === 1 ? [number - 1, number] : [null, number];
  });
};
