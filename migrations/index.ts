import type { Migration } from 'kysely';
import * as first from './0001_first.ts';

/** Every migration in order, named once and for all. Landed ones are frozen: add, never change. */
export const migrations: Record<string, Migration> = {
  '0001_first': first,
};
