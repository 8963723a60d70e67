import { Problem } from '../kit/problem.ts';
import { problemText } from '../strings/problems.ts';
import type { ErrorLine } from './chrome.ts';
import type { Answer } from './page.ts';

/** A refusal as a line of the error summary. */
export const errorLine = (problem: Problem): ErrorLine => ({
  field: problem.field ?? 'noi-dung',
  text: problemText(problem),
});

/** Does `work`; a refusal becomes `again`'s answer: the same page, everything typed kept. */
export const submit = async (
  work: () => Promise<Answer>,
  again: (problem: Problem) => Promise<Answer> | Answer,
): Promise<Answer> => {
  try {
    return await work();
  } catch (refusal) {
    if (refusal instanceof Problem && refusal.code !== 'not-found') return again(refusal);
    throw refusal;
  }
};
