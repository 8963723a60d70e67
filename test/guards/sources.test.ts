import { describe, expect, test } from 'vitest';
import { linesWith, sourcesIn } from '../support/sources.ts';

const product = sourcesIn('src', '.ts');
const sources = [
  ...product,
  ...sourcesIn('migrations', '.ts'),
  ...sourcesIn('scripts', '.js'),
  ...sourcesIn('public/js', '.js'),
];
const except = (...paths: string[]) => product.filter(({ path }) => !paths.includes(path));

describe('the product', () => {
  test('reads the time in one place, so that tests and the demo can set it', () => {
    const nowRead = /\bnew Date\(\s*\)|\bDate\.now\(|\bDate\(\)/;
    expect(linesWith(product, nowRead).length).toBeGreaterThan(0);
    expect(linesWith(except('src/kit/time.ts', 'src/main.ts'), nowRead)).toEqual([]);
  });

  test('reads the environment in one place', () => {
    expect(linesWith(except('src/config.ts'), /\bprocess\.env\b/)).toEqual([]);
  });

  test('is written in files that can be read at one sitting', () => {
    const lines = product.map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }));
    expect(lines.filter((file) => file.lines > 250)).toEqual([]);
    const short = lines.filter((file) => file.lines <= 150);
    expect(short.length / lines.length).toBeGreaterThanOrEqual(0.9);
  });

  test('has no drawers: a file is named by what it holds', () => {
    const drawers =
      /(^|[/-])(utils?|helpers?|common|managers?|services?|data|infos?|misc|shared|lib|types|constants|index)([.-]|\/)/;
    const paths = sources.map(({ path }) => path).filter((path) => path !== 'migrations/index.ts');
    expect(paths.filter((path) => drawers.test(path))).toEqual([]);
    expect(
      ['src/kit/date-utils.ts', 'src/common/text.ts'].every((path) => drawers.test(path)),
    ).toBe(true);
  });

  test('names its reads by what they return, and passes nothing on', () => {
    expect(linesWith(product, /^export (const|function|async function) get[A-Z]/)).toEqual([]);
    expect(linesWith(product, /^export (\*|\{[^}]*\} from)/)).toEqual([]);
  });
});
