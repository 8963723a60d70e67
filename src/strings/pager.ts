import { figure } from './sentence.ts';

/** Links to the pages of a list beside the one that is shown; an address is null at the ends. */
export interface Pager {
  readonly text: string;
  readonly previous: string | null;
  readonly next: string | null;
}

/** The pager of page `page` of `pages`, or `null` for a single page; `to` gives the address of a page. */
export const pagerOf = (page: number, pages: number, to: (page: number) => string): Pager | null =>
  pages <= 1
    ? null
    : {
        text: `Trang ${figure(page)} trên ${figure(pages)}`,
        previous: page > 1 ? to(page - 1) : null,
        next: page < pages ? to(page + 1) : null,
      };
