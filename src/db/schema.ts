import type { ColumnType, Generated, Kysely, Transaction } from 'kysely';
import type { Role } from '../accounts/account.ts';
import type { ReportEventKind, ReportState } from '../reports/report.ts';
import type { ClaimTables } from './claims-schema.ts';
import type { FinalTables } from './finals-schema.ts';
import type { JobTables } from './jobs-schema.ts';
import type { MailTables } from './mail-schema.ts';
import type { PapersTables } from './papers-schema.ts';
import type { QueryTables } from './queries-schema.ts';
import type { RemarkTables } from './remark-schema.ts';
import type { SignedTables } from './signed-schema.ts';
import type { UploadTables } from './uploads-schema.ts';

/** The rows of every table. Instants are UTC ISO text, days `YYYY-MM-DD`, ids UUIDv7 text. */
export interface Tables
  extends ClaimTables,
    FinalTables,
    JobTables,
    MailTables,
    PapersTables,
    QueryTables,
    RemarkTables,
    SignedTables,
    UploadTables {
  campaign: CampaignRow;
  campaign_category: CategoryRow;
  campaign_document: DocumentRow;
  unit_group: UnitGroupRow;
  unit: UnitRow;
  account: AccountRow;
  account_unit: { account_id: string; unit_id: string };
  session: SessionRow;
  sign_in_link: SignInLinkRow;
  sign_in_attempt: { key: string; points: number; expires_at: string };
  report: ReportRow;
  draft: DraftRow;
  version: VersionRow;
  version_headcount: VersionHeadcountRow;
  version_participant: VersionParticipantRow;
  report_event: ReportEventRow;
  history: HistoryRow;
  history_head: { id: number; seq: number; hash: string };
}

/** Reads and single writes. */
export type Db = Kysely<Tables>;
/** Inside a transaction nothing but this may be used: on SQLite the outer `Db` would wait for ever. */
export type Tx = Transaction<Tables>;

export interface CampaignRow {
  id: string;
  code: string;
  title: string;
  subject: string;
  issuer: string;
  office: string;
  place: string;
  cut_off_on: string;
  opens_at: string;
  deadline_at: string;
  closed_at: string | null;
  dispatch_number: string | null;
  dispatch_on: string | null;
  mailbox: string | null;
  contact_name: string;
  contact_phone: string | null;
  preparer_title: string | null;
  signer_title: string | null;
  last_receipt: number;
  /** When somebody turned the question for birth dates on; `null`: not asked. */
  birth_date_asked_at: Generated<string | null>;
  /** Whole percent; a lower rate has to be explained. `null`: not asked. */
  least_rate: Generated<number | null>;
  /** Goes up with each change of the campaign, so that two officers at once notice each other. */
  revision: Generated<number>;
  /** The campaign that this one was copied from. */
  copied_from_id: Generated<string | null>;
  created_at: string;
}

export interface CategoryRow {
  id: string;
  campaign_id: string;
  position: number;
  code: string;
  name: string;
}

export interface DocumentRow {
  campaign_id: string;
  position: number;
  number: string;
  dated_on: string;
  issuer: string;
}

export interface UnitGroupRow {
  id: string;
  code: string;
  name: string;
  position: number;
}

export interface UnitRow {
  id: string;
  group_id: string;
  code: string;
  name: string;
  search_name: string;
  position: number;
  contact_name: string | null;
  email: string | null;
  phone: string | null;
  deactivated_at: string | null;
  /** The unit that took over this one's reports. */
  merged_into_id: Generated<string | null>;
}

export interface AccountRow {
  id: string;
  role: Role;
  name: string;
  email: string | null;
  phone: Generated<string | null>;
  /** The last time, by password or by link. */
  signed_in_at: Generated<string | null>;
  password_hash: string | null;
  created_at: string;
  deactivated_at: string | null;
}

export interface SessionRow {
  id_hash: string;
  account_id: string | null;
  data: string;
  seen_at: string;
  created_at: Generated<string>;
  /** Network address and browser at the beginning. */
  address: Generated<string>;
  agent: Generated<string>;
}

export interface SignInLinkRow {
  token_hash: string;
  account_id: string;
  created_at: string;
  created_by: string | null;
  expires_at: string;
  spent_at: string | null;
}

/** Nobody writes such a column: the database does. */
type KeptByTrigger<T> = ColumnType<T, never, never>;

export interface ReportRow {
  id: string;
  campaign_id: string;
  unit_id: string;
  state: ReportState;
  state_at: string;
  extended_until: string | null;
  draft_revision: number;
  draft_saved_at: string | null;
  draft_saved_by: string | null;
  last_version: number;
  /** Of the last version, kept by a trigger; `null` while nothing was sent. */
  last_sent_at: KeptByTrigger<string | null>;
  last_due_at: KeptByTrigger<string | null>;
  last_headcount: KeptByTrigger<number | null>;
  last_participants: KeptByTrigger<number | null>;
}

/** A report without one has never been saved. */
export interface DraftRow {
  report_id: string;
  /** JSON: see `draftContent`. */
  content: string;
}

export interface VersionRow {
  id: string;
  report_id: string;
  number: number;
  draft_revision: number;
  receipt: number;
  sent_at: string;
  sent_by: string;
  due_at: string;
  headcount: number;
  participants: number;
  categories: number;
  nobody_reason: string | null;
  /** JSON: what was ticked before sending. */
  confirmed: string;
  /** JSON: what was asked before sending, and the unit's answers. */
  explanations: Generated<string>;
  proposals: Generated<string>;
  signer_title: Generated<string>;
  signer_name: Generated<string>;
  /** 1: the office entered it for the unit. */
  on_behalf: Generated<number>;
}

export interface VersionHeadcountRow {
  version_id: string;
  position: number;
  category_id: string;
  headcount: number;
  participants: number;
}

export interface VersionParticipantRow {
  version_id: string;
  position: number;
  name: string;
  /** `nameKey(name)`: equal for two spellings of one name. */
  name_key: string;
  title: string;
  category_id: string;
  note: string;
  /** `YYYY-MM-DD`, or '' where it is not asked. */
  birth_date: Generated<string>;
}

export interface ReportEventRow {
  report_id: string;
  position: number;
  at: string;
  account_id: string;
  kind: ReportEventKind;
  version: number | null;
  reason: string | null;
}

export interface HistoryRow {
  seq: number;
  at: string;
  account_id: string | null;
  address: string;
  action: string;
  subject: string;
  details: string;
  hash: string;
}
