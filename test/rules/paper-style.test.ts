import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type LookOf, looks } from '../../src/papers/paper-layout.ts';
import { root } from '../../src/root.ts';

const css = readFileSync(join(root, 'public/css/paper.css'), 'utf8');

/** What the style sheet says of a look outside of `@media`, later rules over earlier ones. */
const declared = (look: string): Map<string, string> => {
  const found = new Map<string, string>();
  const [everywhere = ''] = css.split('@media');
  for (const [, selectors = '', body = ''] of everywhere.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    const names = selectors.split(',').map((selector) => selector.trim());
    if (!names.some((name) => name === `.paper .paper-${look}` || name === '.paper')) continue;
    for (const line of body.split(';')) {
      const [property = '', value = ''] = line.split(':').map((part) => part.trim());
      if (property) found.set(property, value);
    }
  }
  return found;
};

const points = (text: string | undefined): number =>
  Number(/^([\d.]+)pt$/.exec(text ?? '0pt')?.[1]);

/** `margin: 10pt 0 8pt` or the long forms. */
const gaps = (rules: Map<string, string>) => {
  const [before, , after] = (rules.get('margin') ?? '').split(' ');
  const short = (text: string | undefined) => (text?.endsWith('pt') ? text : undefined);
  return {
    before: points(rules.get('margin-top') ?? short(before)),
    after: points(rules.get('margin-bottom') ?? short(after)),
  };
};

test.each(Object.entries<LookOf>(looks))('%s looks in print as in the .docx file', (name, look) => {
  const rules = declared(name);
  expect(points(rules.get('font-size'))).toBe(look.size);
  expect(rules.get('font-weight') === 'bold').toBe(look.bold === true);
  expect(rules.get('font-style') === 'italic').toBe(look.italic === true);
  expect(rules.get('text-align') ?? 'left').toBe(look.align);
  expect(rules.get('text-indent') ?? '0').toBe(look.indent ? `${look.indent}mm` : '0');
  expect(gaps(rules)).toEqual({ before: look.before ?? 0, after: look.after ?? 0 });
});

test('a look that the style sheet does not know would be found', () => {
  expect(declared('nothing').get('font-size')).toBe('13pt');
  expect(declared('body').get('text-indent')).toBe('12.7mm');
});
