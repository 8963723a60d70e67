import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Visitor } from '../test/support/visitor.ts';
import { fillManyUnits } from './many-units.ts';
import { boardPath, signedInOfficer, startProduct } from './product.ts';
import { durationRow, type Measured, quantile } from './table.ts';

const few = { units: 120, campaigns: 1 };
const many = { units: 1500, campaigns: 10 };
const rounds = 1000;
const warmUp = 40;
const most = 1.5;

/** The same pages of the board, by their address; each shows 100 units, whatever there are in all. */
const asked = [
  { what: 'as it opens', query: '' },
  { what: 'by rate', query: '?sap=ty-le&chieu=giam' },
  { what: 'a name is looked for', query: '?q=don+vi' },
];

/**
 * The board of 1,500 units in 10 campaigns beside that of 120 in one, 19 of 20 times, each page made anew
 * because the officer has just done something.
 */
export const boardSizeRows = async (dataDir: string): Promise<Measured[]> => {
  const floor = await boardOf(join(dataDir, 'few'), few);
  const ours = await boardOf(join(dataDir, 'many'), many);
  const rows: Measured[] = [];
  for (const { what, query } of asked) {
    const [small, large] = await takeTurns(floor, ours, query);
    rows.push(durationRow(`board of 1,500 units × 10, beside 120: ${what}`, small, large, most));
  }
  for (const { end } of [floor, ours]) await end();
  return rows;
};

/** One after the other, so that whatever else this computer does meets both alike; the 95th percentiles. */
const takeTurns = async (a: Board, b: Board, query: string): Promise<[number, number]> => {
  const times: [number[], number[]] = [[], []];
  for (let round = -warmUp; round < rounds; round += 1)
    for (const [index, board] of [a, b].entries()) {
      const took = await board.open(query);
      if (round >= 0) times[index]?.push(took);
    }
  return [quantile(times[0], 0.95), quantile(times[1], 0.95)];
};

interface Board {
  /** Opens a page of the board after something was done there; the time that it took in milliseconds. */
  open(query: string): Promise<number>;
  end(): Promise<unknown>;
}

const boardOf = async (dataDir: string, size: typeof few): Promise<Board> => {
  mkdirSync(dataDir);
  const unit = await fillManyUnits({ file: join(dataDir, 'phuluc.sqlite') }, size);
  const server = await startProduct(dataDir);
  const visitor = await signedInOfficer(server);
  let isOwed = true;
  const happens = async () => {
    const path = `${boardPath}/${unit}/${isOwed ? 'mien' : 'thuoc-dien'}`;
    const state = isOwed ? 'not_started' : 'exempt';
    const { status } = await visitor.post(path, { state, 'exempt-reason': 'Đã sáp nhập' });
    if (status !== 303) throw new Error(`the deed came as ${status}`);
    isOwed = !isOwed;
  };
  return {
    open: async (query) => {
      await happens();
      return timeOf(visitor, boardPath + query);
    },
    end: () => server.end(),
  };
};

const timeOf = async (visitor: Visitor, path: string): Promise<number> => {
  const began = performance.now();
  const { status } = await visitor.get(path);
  if (status !== 200) throw new Error(`the board came as ${status}`);
  return performance.now() - began;
};
