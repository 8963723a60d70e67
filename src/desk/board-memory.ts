const mostKept = 60;

/**
 * Keeps what was made under a key until newer things push it out. The board's keys hold the number of
 * the last history entry: whatever changes a board is on record, so a kept board is never an old one.
 */
export const memoryOf = <T>() => {
  const kept = new Map<string, T>();
  return async (key: string, make: () => Promise<T>): Promise<T> => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const made = await make();
    if (kept.size >= mostKept) kept.clear();
    kept.set(key, made);
    return made;
  };
};
