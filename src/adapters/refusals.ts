import { Problem, type ProblemCode, type ProblemDetails } from '../kit/problem.ts';

/** What a worker answers: refusals change threads as values, because errors lose their class. */
export type Refusable<Value> =
  | { readonly value: Value }
  | { readonly refused: ProblemCode; readonly details: ProblemDetails };

/** In the worker: a refusal becomes a value. */
export const refusalAsValue = <Value>(work: () => Value): Refusable<Value> => {
  try {
    return { value: work() };
  } catch (failure) {
    if (failure instanceof Problem) return { refused: failure.code, details: failure.details };
    throw failure;
  }
};

/** In the server: the value, or the refusal thrown, at the field with the file. */
export const opened = <Value>(answer: Refusable<Value>): Value => {
  if ('refused' in answer) throw new Problem(answer.refused, 'file', answer.details);
  return answer.value;
};
