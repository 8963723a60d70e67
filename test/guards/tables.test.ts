import { expect, test } from 'vitest';
import { linesWith, type Source, sourcesIn } from '../support/sources.ts';

const product = sourcesIn('src', '.ts');
const writes = /\.(?:insertInto|updateTable|deleteFrom|replaceInto|mergeInto)\(\s*'(\w+)'/g;

test('each table is written by one room only', () => {
  const writers = writersOf(product);
  expect(writers.size).toBeGreaterThan(10);
  const shared = [...writers].filter(([, rooms]) => rooms.size > 1);
  expect(shared.map(([table, rooms]) => `${table}: ${[...rooms].join(', ')}`)).toEqual([]);
});

test('a second writer of a table would be found', () => {
  const text = "db.insertInto('history').values(row)";
  const writers = writersOf([
    { path: 'src/history/store.ts', text },
    { path: 'src/desk/store.ts', text: text.replace('(', '(\n  ') },
  ]);
  expect([...(writers.get('history') ?? [])]).toEqual(['history', 'desk']);
});

test('the table that is written stands in the statement by its name', () => {
  const unnamed = /\.(?:insertInto|updateTable|deleteFrom|replaceInto|mergeInto)\((?!'|$)/;
  expect(linesWith(product, unnamed)).toEqual([]);
  expect(linesWith(product, /\b(?:insert into|delete from|update \w+ set)\b/i)).toEqual([]);
});

const writersOf = (sources: readonly Source[]): Map<string, Set<string>> => {
  const writers = new Map<string, Set<string>>();
  for (const { path, text } of sources) {
    for (const [, table = ''] of text.matchAll(writes)) {
      const rooms = writers.get(table) ?? new Set();
      writers.set(table, rooms.add(path.split('/')[1] ?? ''));
    }
  }
  return writers;
};
