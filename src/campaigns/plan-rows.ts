import { rawOf } from '../kit/fields.ts';
import type { TypedPlan } from './plan.ts';

/** What a button beside a row asks for; the page is shown again with it, nothing is stored. */
export type RowDeed =
  | 'category-more'
  | 'category-up'
  | 'category-down'
  | 'category-remove'
  | 'document-more'
  | 'document-remove';

/** A pressed row button: its deed and the place of its row, from 0. */
export interface RowPress {
  readonly deed: RowDeed;
  readonly row: number;
}

const deeds: readonly RowDeed[] = [
  'category-more',
  'category-up',
  'category-down',
  'category-remove',
  'document-more',
  'document-remove',
];

/** The row button that was pressed (`row=category-up.2`), or `undefined` when the form is to be saved. */
export const rowPressed = (form: URLSearchParams): RowPress | undefined => {
  const [word = '', number = '1'] = rawOf(form, 'row').split('.');
  const deed = deeds.find((one) => one === word);
  return deed && { deed, row: Number(number) - 1 };
};

/** The plan after a row button. A row that is not there changes nothing. */
export const withRows = (plan: TypedPlan, { deed, row }: RowPress): TypedPlan => {
  const { categories, documents } = plan;
  switch (deed) {
    case 'category-more':
      return { ...plan, categories: [...categories, { id: '', name: '' }] };
    case 'category-up':
      return { ...plan, categories: swapped(categories, row - 1, row) };
    case 'category-down':
      return { ...plan, categories: swapped(categories, row, row + 1) };
    case 'category-remove':
      return { ...plan, categories: categories.filter((_, index) => index !== row) };
    case 'document-more':
      return { ...plan, documents: [...documents, { number: '', day: '', issuer: '' }] };
    case 'document-remove':
      return { ...plan, documents: documents.filter((_, index) => index !== row) };
  }
};

const swapped = <T>(list: readonly T[], first: number, second: number): readonly T[] => {
  const [one, other] = [list[first], list[second]];
  if (one === undefined || other === undefined) return list;
  return list.map((each, index) => (index === first ? other : index === second ? one : each));
};
