import { Agent, type IncomingMessage, request } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { ServerProcess } from '../test/support/server-process.ts';
import { Visitor } from '../test/support/visitor.ts';
import { campaign, password, writers } from './city.ts';
import { Floor } from './floor.ts';
import { startProduct } from './product.ts';
import { type Measured, median, rateRow } from './table.ts';

const rounds = 5;
const milliseconds = 1500;
const rows = 35;
/** Of each clerk, before the clock runs. */
const savesBefore = 400;

/** Autosave over HTTP, eight clerks at once, beside the bare rows in a transaction. */
export const autosaveRows = async (dataDir: string): Promise<Measured[]> => {
  const floor = new Floor('rows.js', [join(dataDir, 'floor.sqlite')]);
  const server = await startProduct(dataDir);
  const clerks = await Promise.all(writers.map((unit) => signedIn(server, unit)));
  const floors: number[] = [];
  const ones: number[] = [];
  const alls: number[] = [];
  await warmUp(clerks);
  for (let round = 0; round < rounds; round += 1) {
    floors.push((await floor.ask<{ rate: number }>({ milliseconds })).rate);
    ones.push(await savesPerSecond(clerks, 'one'));
    alls.push(await savesPerSecond(clerks, 'all'));
  }
  await server.end();
  await floor.end();
  const what = `autosave of ${rows} rows, ${writers.length} clerks`;
  return [
    rateRow(`${what}: one cell changed`, median(floors), median(ones), 30),
    rateRow(`${what}: all rows changed`, median(floors), median(alls), 30),
  ];
};

interface Clerk {
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly token: string;
  revision: number;
  turn: number;
}

const signedIn = async ({ address }: ServerProcess, unit: string): Promise<Clerk> => {
  const visitor = new Visitor(address);
  await visitor.signIn(unit, password);
  const form = await visitor.get(`/bao-cao/${campaign}/${unit}`);
  const headers = {
    cookie: `phuluc=${visitor.session}`,
    origin: address,
    accept: 'application/json',
    'content-type': 'application/x-www-form-urlencoded',
  };
  const revision = Number(/name="revision" value="(\d+)"/.exec(form.text)?.[1]);
  const url = `${address}/bao-cao/${campaign}/${unit}/nhap`;
  return { url, headers, token: visitor.token, revision, turn: 0 };
};

type Change = 'one' | 'all';

/** Node.js compiles what runs often: a server that has just started is not the one that clerks meet. */
const warmUp = async (clerks: readonly Clerk[]): Promise<void> => {
  const agent = connections(clerks);
  const working = clerks.map(async (clerk) => {
    for (let count = 0; count < savesBefore; count += 1)
      await save(agent, clerk, count % 2 === 0 ? 'one' : 'all');
  });
  await Promise.all(working);
  agent.destroy();
};

const connections = ({ length }: readonly Clerk[]): Agent =>
  new Agent({ keepAlive: true, maxSockets: length });

/** All clerks save, each again as soon as the answer is there. */
const savesPerSecond = async (clerks: readonly Clerk[], change: Change): Promise<number> => {
  const agent = connections(clerks);
  const began = performance.now();
  const counts = clerks.map(async (clerk) => {
    let count = 0;
    for (; performance.now() - began < milliseconds; count += 1) await save(agent, clerk, change);
    return count;
  });
  const saves = (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
  const rate = (saves * 1000) / (performance.now() - began);
  agent.destroy();
  return rate;
};

const save = async (agent: Agent, clerk: Clerk, change: Change): Promise<void> => {
  clerk.turn += 1;
  const { url, headers } = clerk;
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const asking = request(url, { agent, method: 'POST', headers }, resolve).once('error', reject);
    asking.end(bodyOf(clerk, change));
  });
  const answer = await text(response);
  if (response.statusCode !== 200) throw new Error(`${response.statusCode} ${answer}`);
  clerk.revision = JSON.parse(answer).revision;
};

const bodyOf = ({ token, revision, turn }: Clerk, change: Change): string => {
  const note = encodeURIComponent(`lần ${turn}`);
  const list = Array.from({ length: rows }, (_, row) =>
    change === 'all' || row === turn % rows ? `${person}${note}` : person,
  );
  return `_csrf=${token}&revision=${revision}&${headcounts}${list.join('')}`;
};

/** What never changes is put into the form's shape once: these clerks share two cores with the server. */
const headcounts = 'headcount.can-bo=0&headcount.cong-chuc=0&headcount.vien-chuc=48';
const someone = {
  name: 'Nguyễn Thị Thu Hằng',
  title: 'Giáo viên',
  category: 'Viên chức',
  note: '',
};
const person = `&${new URLSearchParams(someone)}`;
