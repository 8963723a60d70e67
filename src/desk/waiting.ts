/**
 * Whose turn it is after the report of the unit `code`: the next one waiting, from the last back to the
 * first; `undefined` when nobody else waits. `waiting` is in the order in which the reports came.
 */
export const nextAfter = <One extends { readonly code: string }>(
  waiting: readonly One[],
  code: string,
): One | undefined => {
  const at = waiting.findIndex((one) => one.code === code);
  const inTurn = [...waiting.slice(at + 1), ...waiting.slice(0, Math.max(0, at))];
  return inTurn.find((one) => one.code !== code);
};
