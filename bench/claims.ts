import type { Visitor } from '../test/support/visitor.ts';
import { boardPath } from './product.ts';
import { type Measured, quantile, timeRow } from './table.ts';

const path = `${boardPath}/doi-chieu`;
const rounds = 20;

/** One person in two units: all cases found for the first time, and each next one after a decision. */
export const claimRows = async (visitor: Visitor): Promise<Measured[]> => {
  const first = await timed(() => visitor.get(path));
  const next: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const { text } = await visitor.get(path);
    next.push(await timed(() => decide(visitor, text)));
  }
  return [
    timeRow('cases of one person in two units, 60,000 names: found for the first time', first),
    timeRow('the same: from a decision to the next case, 19 of 20', quantile(next, 0.95)),
  ];
};

/** Says of the first case that these are different people, and looks at the page again. */
const decide = async (visitor: Visitor, page: string): Promise<void> => {
  const from = page.indexOf('id="truong-hop-1"');
  const card = page.slice(from, page.indexOf('</form>', from));
  const hidden = [...card.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)]
    .map(([, name = '', value = '']): [string, string] => [name, value])
    .filter(([name]) => name !== '_csrf');
  const ticked = [...card.matchAll(/type="checkbox" name="(\w+)"[^>]* value="([^"]*)"/g)].map(
    ([, name = '', value = '']): [string, string] => [name, value],
  );
  const { status, location } = await visitor.post(path, [
    ...hidden,
    ...ticked,
    ['decision', 'different'],
  ]);
  if (status !== 303) throw new Error(`the decision came as ${status}`);
  await visitor.get(location);
};

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  await work();
  return performance.now() - began;
};
