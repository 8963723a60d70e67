import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.ts';

/**
 * The parts of the style sheet, files of `views/styles/`, in the order of the cascade: what holds
 * for every page, then what a room adds to it, then paper. Each part ends with its own rules for
 * narrow screens and for paper.
 */
export const styleParts: readonly string[] = [
  'base',
  'chrome',
  'blocks',
  'notices',
  'buttons',
  'fields',
  'tables',
  'board-table',
  'charts',
  'board',
  'sheet',
  'reports',
  'desk',
  'claims',
  'appendix',
  'jobs',
  'signed',
  'lists',
  'accounts',
  'hand-outs',
  'campaigns',
  'units',
  'welcome',
  'mail',
  'reminders',
  'print',
];

/** All parts as the one file that a browser fetches. A part that is not there is an error. */
export const wholeStylesheet = (): string =>
  styleParts
    .map((part) => readFileSync(join(root, 'views/styles', `${part}.css`), 'utf8'))
    .join('\n');
