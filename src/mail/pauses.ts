const minute = 60;
const hour = 60 * minute;

/** After the first, second … try that came to nothing, in seconds; after the last one a mail has failed. */
const pauses = [minute, 5 * minute, 15 * minute, hour, 3 * hour, 6 * hour, 12 * hour] as const;

/** How often a mail is tried. */
export const mostTries = pauses.length + 1;

/** Seconds until a mail is tried again that was tried so often; `undefined`: it is given up. */
export const pauseAfter = (tries: number): number | undefined => pauses[Math.max(1, tries) - 1];

const rests = [1, 2, 5, 10, 20, 30] as const;

/** Seconds that all sending rests after so many troubles of server or settings in a row. */
export const restAfter = (troubles: number): number =>
  (rests[Math.min(Math.max(1, troubles), rests.length) - 1] ?? 30) * minute;
