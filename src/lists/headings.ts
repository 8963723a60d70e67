import { remembering } from '../vietnamese/remembering.ts';
import { foldMarks } from '../vietnamese/text.ts';

/**
 * What a column of a clerk's list holds. `family` and `given` are two halves of a name; `mark:n` is
 * marked with an x for the people of the campaign's n-th category (from 0); `other` is known and not
 * wanted.
 */
export type Place =
  | 'number'
  | 'name'
  | 'family'
  | 'given'
  | 'birthDate'
  | 'title'
  | 'category'
  | 'note'
  | 'other'
  | `mark:${number}`;

/** A heading without marks, capitals and signs. Every row asks, and most of their words come again. */
export const headingKey = remembering((text: string): string =>
  foldMarks(text)
    .replace(/\([^)]*\)/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim(),
);

/** The words that clerks put above their columns; the first line that fits decides. */
const words: readonly (readonly [Place, RegExp])[] = [
  ['number', /^(s ?t ?t|t ?t|(so )?thu tu|so tt|no)$/],
  ['family', /^(ho|ten dem|ho (va |ten )*(chu )?(ten )?(dem|lot)( .*)?)$/],
  ['given', /^ten$/],
  ['birthDate', /^((ngay|nam|thang)\b.*\bsinh\b.*|sinh (ngay|nam)\b.*|date of birth)$/],
  ['name', /^(ho (va )?(chu )?ten|hoten)\b/],
  ['name', /^ten (nguoi|can bo|cong chuc|vien chuc|giao vien|nhan vien|thi sinh|cb)\b/],
  ['name', /^(full )?name$/],
  ['name', /^(nguoi (du thi|tham gia|tham du)|thi sinh)\b/],
  ['title', /^(chuc (vu|danh|trach)|vi tri|cong viec|nhiem vu|position$|job title$)\b/],
  ['category', /^(doi tuong|dien|category$)\b/],
  ['category', /^(phan )?loai( (doi tuong|can bo|cong chuc|hinh|lao dong|cb\w*))?$/],
  ['category', /^(ngach|cb ?cc ?vc|cbccvc)( (cong|vien) chuc)?$/],
  ['note', /^(ghi chu|chu thich|luu y|notes?$|remarks?$)\b/],
  [
    'other',
    /^(don vi|noi cong tac|bo phan|to|phong|phong ban|khoi|email|thu dien tu|dien thoai|so dien thoai|sdt|gioi tinh|nam|nu|diem|so diem|ket qua|ngay thi|thoi gian|so cccd|cccd|cmnd|tai khoan|dia chi|trinh do|lan thi|so lan|dan toc|que quan|ma\b.*|so luong|xep loai|ky ten|ky nhan)\b/,
  ],
];

/** The category (by its place in the list) that a heading or a cell names, whole or by its initials; or -1. */
export const categoryIn = (categories: readonly string[], text: string): number => {
  const key = headingKey(text);
  if (key === '') return -1;
  const keys = categories.map(headingKey);
  const whole = keys.indexOf(key);
  if (whole >= 0) return whole;
  const short = keys.map(initials);
  const compact = key.replaceAll(' ', '');
  if (short.filter((one) => one === compact).length === 1) return short.indexOf(compact);
  const begun = keys.filter((one) => key.startsWith(`${one} `));
  return begun.length === 1 && !isOffice(key) ? keys.indexOf(begun[0] ?? '') : -1;
};

/** "Cán bộ quản lý", "cán bộ, giáo viên" are posts: of which category their holders are is not said. */
const isOffice = (key: string): boolean =>
  /\b(quan ly|giao vien|nhan vien|nguoi lao dong|hop dong|doan|hoi)\b/.test(key);

/** The one category that a title or a section's name speaks of anywhere, or -1. */
export const categoryWithin = (categories: readonly string[], text: string): number => {
  const exact = categoryIn(categories, text);
  const key = ` ${headingKey(text)} `;
  if (exact >= 0 || isOffice(key)) return exact;
  const named = categories.flatMap((name, index) =>
    key.includes(` ${headingKey(name)} `) ? [index] : [],
  );
  return named.length === 1 ? (named[0] ?? -1) : -1;
};

const initials = (key: string): string =>
  key
    .split(' ')
    .map((word) => word[0])
    .join('');

/** What a heading says that its column holds, or `undefined` for words that nobody expected. */
export const placeUnder = (heading: string, categories: readonly string[]): Place | undefined => {
  const key = headingKey(heading);
  if (key === '') return undefined;
  if (namesCategories(heading, categories)) return 'category';
  const marked = categoryIn(categories, heading.replace(/^\s*là\s/i, ''));
  if (marked >= 0 && key.split(' ').length <= 3) return `mark:${marked}`;
  return words.find(([, pattern]) => pattern.test(key))?.[0];
};

/** "Cán bộ/Công chức", "CB, CC, VC": two categories or more and nothing else. */
const namesCategories = (heading: string, categories: readonly string[]): boolean => {
  const parts = heading
    .split(/[/,;&+–-]|\s(?:và|hoặc|hay)\s/i)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return parts.length >= 2 && parts.every((part) => categoryIn(categories, part) >= 0);
};
