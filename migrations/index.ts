import type { Migration } from 'kysely';
import * as first from './0001_first.ts';
import * as officeAlone from './0002_office_alone.ts';
import * as mail from './0003_mail.ts';
import * as lists from './0004_lists.ts';
import * as drafts from './0005_drafts.ts';
import * as remarks from './0006_remarks.ts';
import * as queries from './0007_queries.ts';
import * as claims from './0008_claims.ts';
import * as finals from './0009_finals.ts';
import * as signedCopies from './0010_signed_copies.ts';
import * as jobs from './0011_jobs.ts';
import * as checkCodes from './0012_check_codes.ts';
import * as lastSent from './0013_last_sent.ts';

/** Every migration in order, named once and for all. Landed ones are frozen: add, never change. */
export const migrations: Record<string, Migration> = {
  '0001_first': first,
  '0002_office_alone': officeAlone,
  '0003_mail': mail,
  '0004_lists': lists,
  '0005_drafts': drafts,
  '0006_remarks': remarks,
  '0007_queries': queries,
  '0008_claims': claims,
  '0009_finals': finals,
  '0010_signed_copies': signedCopies,
  '0011_jobs': jobs,
  '0012_check_codes': checkCodes,
  '0013_last_sent': lastSent,
};
