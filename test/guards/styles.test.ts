import { describe, expect, test } from 'vitest';
import { styleParts } from '../../src/web/stylesheet.ts';
import { sourcesIn } from '../support/sources.ts';

const parts = sourcesIn('views/styles', '');

describe('the parts of the style sheet', () => {
  test('are the files of their folder, each once', () => {
    const listed = styleParts.map((part) => `views/styles/${part}.css`);
    expect([...listed].sort()).toEqual(parts.map(({ path }) => path));
  });

  test('are short, and say in their first line what they are about', () => {
    const long = parts.filter(({ text }) => text.split('\n').length - 1 > 250);
    expect(long.map(({ path }) => path)).toEqual([]);
    const silent = parts.filter(({ text }) => !/^\/\* [A-Z].*\. \*\/\n/.test(text));
    expect(silent.map(({ path }) => path)).toEqual([]);
  });

  test('fetch no further sheet: a browser gets all of it in one answer', () => {
    expect(parts.filter(({ text }) => text.includes('@import'))).toEqual([]);
  });
});
