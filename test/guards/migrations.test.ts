import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { migrations } from '../../migrations/index.ts';
import { sourcesIn } from '../support/sources.ts';
import frozen from './migrations.sha256.json' with { type: 'json' };

const files = sourcesIn('migrations', '.ts').filter(({ path }) => !path.endsWith('/index.ts'));
const nameOf = (path: string) => path.replace('migrations/', '');

const advice = `A migration that has landed never changes: databases out there have run it already.
Undo the change and add a new migration. A new one is entered in test/guards/migrations.sha256.json
once, with the hash that "sha256sum migrations/NAME.ts" prints.`;

describe('migrations', () => {
  test('that have landed are frozen', () => {
    const hashes = files.map(({ path, text }) => [
      nameOf(path),
      createHash('sha256').update(text).digest('hex'),
    ]);
    expect(Object.fromEntries(hashes), advice).toEqual(frozen);
  });

  test('are all in the map, numbered without a gap, in their order', () => {
    const names = files.map(({ path }) => nameOf(path).replace('.ts', ''));
    expect(Object.keys(migrations)).toEqual(names);
    expect(names.map((name) => Number(name.slice(0, 4)))).toEqual(names.map((_, at) => at + 1));
  });
});
