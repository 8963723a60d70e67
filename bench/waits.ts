import { Agent, request } from 'node:http';
import type { Measured } from './table.ts';

const everyMilliseconds = 5;
const longestWait = 50;

/** Asks every 5 ms, answered or not, until `work` is done; the waits in milliseconds. */
export const waitsDuring = async (address: string, work: Promise<unknown>): Promise<number[]> => {
  const agent = new Agent({ keepAlive: true });
  const waits: Promise<number>[] = [];
  const asking = setInterval(
    () => waits.push(waitFor(`${address}/healthz`, agent)),
    everyMilliseconds,
  );
  await work;
  clearInterval(asking);
  const all = await Promise.all(waits);
  agent.destroy();
  return all;
};

const waitFor = (url: string, agent: Agent): Promise<number> =>
  new Promise((resolve, reject) => {
    const began = performance.now();
    request(url, { agent }, (response) => {
      response.resume().once('end', () => resolve(performance.now() - began));
    })
      .once('error', reject)
      .end();
  });

/** The floor of a wait is the same question while nothing is exported. */
export const waitRow = (
  what: string,
  alone: number,
  beside: number,
  hasTarget = false,
): Measured => ({
  what,
  floor: `${alone.toFixed(1)} ms`,
  ours: `${beside.toFixed(1)} ms`,
  ratio: '',
  target: hasTarget ? `≤ ${longestWait} ms` : '',
  ...(hasTarget ? { isMet: beside <= longestWait } : {}),
});
