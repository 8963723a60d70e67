import { tidyLine } from '../vietnamese/text.ts';

export type HeadcountFault =
  | 'headcount-missing'
  | 'headcount-has-words'
  | 'headcount-not-whole'
  | 'headcount-too-large';

/** No unit of a city employs more people than this; a longer number is a slip of the finger. */
export const largestHeadcount = 99_999;

/**
 * Rule 1: a headcount is a whole number from 0 up. Reads `48`, `1.234`, `1 234` (thousands);
 * everything else is a fault that says what is wrong with it.
 */
export const readHeadcount = (typed: string): number | HeadcountFault => {
  const text = tidyLine(typed);
  if (text === '') return 'headcount-missing';
  if (/^[-–−]?[\d.,\s]+$/.test(text) === false) return 'headcount-has-words';
  if (/^\d+$/.test(text) || /^\d{1,3}([. ]\d{3})+$/.test(text)) {
    const count = Number(text.replace(/[. ]/g, ''));
    return count > largestHeadcount ? 'headcount-too-large' : count;
  }
  return 'headcount-not-whole';
};
