import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { ICruiseResult } from 'dependency-cruiser';
import { describe, expect, test } from 'vitest';
import rules from '../../.dependency-cruiser.js';
import { root } from '../../src/root.ts';
import { freshFolder } from '../support/database.ts';
import { linesWith, sourcesIn } from '../support/sources.ts';

/** One import in a place where it must not stand, for every rule. */
const planted = [
  { file: 'src/kit/ratio.ts', from: '../reports/report.ts', rule: 'kit-knows-nobody' },
  { file: 'src/reports/report.ts', from: '../reports/check.ts', rule: 'no-cycles' },
  { file: 'src/reports/report.ts', from: './nowhere.ts', rule: 'resolvable' },
  { file: 'src/web/chrome.ts', from: 'vitest', rule: 'shipped' },
  { file: 'src/web/chrome.ts', from: '../../scripts/root.js', rule: 'product-alone' },
  { file: 'migrations/0001_first.ts', from: '../src/kit/time.ts', rule: 'migrations-alone' },
  { file: 'src/reports/store.ts', from: 'express', rule: 'express-at-the-door' },
  { file: 'src/reports/send.ts', from: 'kysely', rule: 'sql-in-stores' },
  { file: 'src/campaigns/store.ts', from: 'better-sqlite3', rule: 'drivers-in-db' },
  { file: 'src/campaigns/store.ts', from: 'pg', rule: 'drivers-in-db' },
  { file: 'src/appendix/sheet.ts', from: 'exceljs', rule: 'edges-in-adapters' },
  { file: 'src/participants/participant.ts', from: 'node:fs', rule: 'nouns-are-pure' },
  { file: 'src/participants/duplicates.ts', from: '../db/schema.ts', rule: 'nouns-are-pure' },
  { file: 'src/units/store.ts', from: '../context.ts', rule: 'stores-below-verbs' },
  { file: 'src/reports/withdraw.ts', from: '../web/page.ts', rule: 'verbs-below-routes' },
  { file: 'src/web/views.ts', from: '../reports/form-routes.ts', rule: 'routes-below-app' },
  { file: 'src/app.ts', from: './commands/serve.ts', rule: 'commands-below-main' },
] as const;

describe('import rules', () => {
  test('hold in every file of the product', () => {
    const { summary } = cruise(root);
    expect(summary.violations.map(sentence)).toEqual([]);
    expect(summary.totalCruised).toBeGreaterThan(100);
  });

  test('find an import that stands where it must not, for every rule', () => {
    const copy = freshFolder();
    for (const part of ['src', 'migrations', 'public', 'scripts', 'package.json'])
      cpSync(join(root, part), join(copy, part), { recursive: true });
    cpSync(join(root, '.dependency-cruiser.js'), join(copy, '.dependency-cruiser.js'));
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
    for (const { file, from } of planted)
      appendFileSync(join(copy, file), `\nimport type {} from '${from}';\n`);
    const found = cruise(copy).summary.violations;
    const missed = planted.filter(
      ({ file, rule }) =>
        !found.some(
          ({ from, cycle = [], rule: { name } }) =>
            name === rule && [from, ...cycle.map((step) => step.name)].includes(file),
        ),
    );
    expect(missed).toEqual([]);
    const proved = new Set<string>(planted.map(({ rule }) => rule));
    expect(
      (rules.forbidden ?? []).map(({ name }) => name).filter((name) => !proved.has(name ?? '')),
    ).toEqual([]);
  });

  test('let a noun take from a store its types alone', () => {
    const pure = rules.forbidden?.find(({ name }) => name === 'nouns-are-pure');
    const within = new RegExp(String(pure?.from.path));
    const not = [pure?.from.pathNot ?? []].flat().map((pattern) => new RegExp(pattern));
    const nouns = sourcesIn('src', '.ts').filter(
      ({ path }) => within.test(path) && !not.some((pattern) => pattern.test(path)),
    );
    expect(nouns.length).toBeGreaterThan(15);
    expect(linesWith(nouns, /^(?!import type ).*from '[^']*store\.ts'/)).toEqual([]);
  });
});

const cruise = (folder: string): ICruiseResult => {
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const words = [program, 'src', 'migrations', '--output-type', 'json'];
  const { stdout, stderr } = spawnSync(process.execPath, words, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as ICruiseResult;
};

const sentence = ({ from, to, rule }: { from: string; to: string; rule: { name: string } }) =>
  `${from} imports ${to}: ${rules.forbidden?.find(({ name }) => name === rule.name)?.comment}`;
