import type { Category } from '../campaigns/campaign.ts';

/** Who is counted, in a sentence: `cán bộ, công chức, viên chức`. */
export const staffOf = (categories: readonly Category[]): string =>
  categories.map(({ name }) => name.charAt(0).toLocaleLowerCase('vi') + name.slice(1)).join(', ');
