const mostRemembered = 20_000;
const longestRemembered = 30;

/** The same work, done once for each word: lists hold the same words over and over. Bounded in memory. */
export const remembering = <T>(work: (word: string) => T): ((word: string) => T) => {
  const answers = new Map<string, T>();
  return (word) => {
    if (word.length > longestRemembered) return work(word);
    const before = answers.get(word);
    if (before !== undefined) return before;
    if (answers.size >= mostRemembered) answers.clear();
    const answer = work(word);
    answers.set(word, answer);
    return answer;
  };
};
