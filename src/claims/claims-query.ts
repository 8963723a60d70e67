/** The lists of the page: words of the address → what they hold. */
export const lists = ['', 'it-kha-nang', 'da-quyet-dinh'] as const;
export type ListWord = (typeof lists)[number];

/** What the address asks for. Unknown words are as if they were not there. */
export interface ClaimsAddress {
  /** '': to be decided. */
  readonly list: ListWord;
  /** From 1. */
  readonly page: number;
}

/** Cases, or decisions, on one page. */
const casesOnPage = 50;

export const claimsAddress = (query: URLSearchParams): ClaimsAddress => {
  const page = query.get('trang') ?? '';
  return {
    list: lists.find((word) => word === query.get('xem')) ?? '',
    page: /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1,
  };
};

/** The page where one person in two units is decided about. */
export const claimsPath = (campaignCode: string): string => `/tien-do/${campaignCode}/doi-chieu`;

/** The page where many cases are said to be different people at once. */
export const apartPath = (campaignCode: string): string => `${claimsPath(campaignCode)}/khac-nhau`;

/** The address of a list; only what differs from the plain page is named. */
export const claimsHref = (
  path: string,
  { list, page }: ClaimsAddress,
  more: Readonly<Record<string, string>> = {},
): string => {
  const query = new URLSearchParams();
  if (list !== '') query.set('xem', list);
  if (page > 1) query.set('trang', String(page));
  for (const [name, value] of Object.entries(more)) query.set(name, value);
  return query.size > 0 ? `${path}?${query}` : path;
};

/** The id of a case on its page, by its place from 1. */
export const caseId = (place: number): string => `truong-hop-${place}`;

/** The page that there is: one beyond the end means the last. */
export const pageOf = <Thing>(
  things: readonly Thing[],
  page: number,
): { readonly page: number; readonly pages: number; readonly shown: readonly Thing[] } => {
  const pages = Math.max(1, Math.ceil(things.length / casesOnPage));
  const within = Math.min(page, pages);
  return {
    page: within,
    pages,
    shown: things.slice((within - 1) * casesOnPage, within * casesOnPage),
  };
};
