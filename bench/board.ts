import autocannon from 'autocannon';
import { boardSizeRows } from './board-size.ts';
import { Floor } from './floor.ts';
import { boardPath, signedInOfficer, startProduct } from './product.ts';
import { type Measured, median, rateRow } from './table.ts';

const rounds = 5;
const seconds = 2;
const connections = 16;

/** The board of 120 units, signed in, beside Express sending the same text, ready; then how it grows. */
export const boardRows = async (dataDir: string): Promise<Measured[]> => {
  const server = await startProduct(dataDir);
  const visitor = await signedInOfficer(server);
  const { bytes, text } = await visitor.get(boardPath);
  const floor = new Floor('express.js');
  const { address } = await floor.ask<{ address: string }>({ text });
  const headers = { cookie: `phuluc=${visitor.session}` };
  const floors: number[] = [];
  const ours: number[] = [];
  await pagesPerSecond(server.address + boardPath, headers);
  for (let round = 0; round < rounds; round += 1) {
    floors.push(await pagesPerSecond(address, {}));
    ours.push(await pagesPerSecond(server.address + boardPath, headers));
  }
  await floor.end();
  await server.end();
  const what = `board of 120 units (${Math.round(bytes.length / 1024)} KB), ${connections} connections`;
  return [rateRow(what, median(floors), median(ours), 20), ...(await boardSizeRows(dataDir))];
};

const pagesPerSecond = async (url: string, headers: Record<string, string>): Promise<number> => {
  const result = await autocannon({ url, headers, connections, duration: seconds });
  if (result.non2xx + result.errors > 0) throw new Error(`${url} answered with errors`);
  return result.requests.total / result.duration;
};
