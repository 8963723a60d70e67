import { foldMarks } from '../vietnamese/text.ts';

/**
 * The one of `names` that somebody most likely meant by `written`: marks, capitals and blanks make no
 * difference, a few wrong letters neither. `undefined` when none is near.
 */
export const nearestName = <Name extends string>(
  written: string,
  names: readonly Name[],
): Name | undefined => {
  const word = foldMarks(written).replace(/[^a-z0-9]+/g, '_');
  if (word === '' || word === '_') return undefined;
  const longer = names.find((name) => word.startsWith(`${name}_`));
  if (longer) return longer;
  const away = names.map((name) => ({ name, steps: stepsBetween(word, name) }));
  const [nearest] = away.sort((one, other) => one.steps - other.steps);
  if (nearest && nearest.steps <= Math.floor(word.length / 3)) return nearest.name;
  return names.find((name) => word.includes(name) || name.includes(word));
};

/** How many letters must be put in, taken out or changed to make one word of the other. */
const stepsBetween = (one: string, other: string): number => {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [line, letter] of [...one].entries()) {
    const next = [line + 1];
    for (const [at, candidate] of [...other].entries()) {
      const changed = (row[at] ?? 0) + (letter === candidate ? 0 : 1);
      next.push(Math.min(changed, (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
};
