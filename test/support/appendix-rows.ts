import type { Db } from '../../src/db/schema.ts';
import type { ReportState } from '../../src/reports/report.ts';
import { nameKey } from '../../src/vietnamese/names.ts';
import { deadline, inTime } from './appendix-input.ts';

/** Rows of two groups and one campaign with two categories; its units are added by `addUnit`. */
export const addCampaignRows = async (db: Db): Promise<void> => {
  await db
    .insertInto('account')
    .values({ ...account, id: 'minh' })
    .execute();
  await db.insertInto('campaign').values(campaign).execute();
  await db
    .insertInto('campaign_category')
    .values(
      ['Công chức', 'Viên chức'].map((name, index) => ({
        id: name,
        campaign_id: campaign.id,
        position: index + 1,
        code: name,
        name,
      })),
    )
    .execute();
  await db
    .insertInto('unit_group')
    .values([
      { id: 'schools', code: 'II', name: 'Trường học', position: 2 },
      { id: 'offices', code: 'I', name: 'Các phòng', position: 1 },
    ])
    .execute();
};

export interface SentRows {
  /** Headcount and names of the category Công chức. */
  readonly headcount: number;
  readonly names: readonly string[];
  readonly sentAt?: string;
  readonly nobodyReason?: string;
}

/** A unit that owes a report, with what it sent, the first version first. */
export const addUnit = async (
  db: Db,
  id: string,
  unit: { group: string; position: number; state: ReportState; sent?: readonly SentRows[] },
): Promise<void> => {
  const { group, position, state, sent = [] } = unit;
  await db
    .insertInto('unit')
    .values({ ...unitRow, id, code: id, name: `Đơn vị ${id}`, group_id: group, position })
    .execute();
  await db
    .insertInto('report')
    .values({ ...reportRow, id: `report-${id}`, unit_id: id, state, last_version: sent.length })
    .execute();
  for (const [index, version] of sent.entries()) await addVersion(db, id, index + 1, version);
};

const addVersion = async (db: Db, id: string, number: number, sent: SentRows): Promise<void> => {
  const versionId = `version-${id}-${number}`;
  await db
    .insertInto('version')
    .values({
      id: versionId,
      report_id: `report-${id}`,
      number,
      draft_revision: number,
      receipt: number,
      sent_at: sent.sentAt ?? inTime,
      sent_by: 'minh',
      due_at: deadline,
      headcount: sent.headcount,
      participants: sent.names.length,
      categories: 2,
      nobody_reason: sent.nobodyReason ?? null,
      confirmed: '[]',
    })
    .execute();
  const counts = [
    { category_id: 'Công chức', headcount: sent.headcount, participants: sent.names.length },
    { category_id: 'Viên chức', headcount: 0, participants: 0 },
  ].map((count, index) => ({ ...count, version_id: versionId, position: index + 1 }));
  await db.insertInto('version_headcount').values(counts).execute();
  const people = sent.names.map((name, index) => ({
    version_id: versionId,
    position: index + 1,
    name,
    name_key: nameKey(name),
    title: 'Chuyên viên',
    category_id: 'Công chức',
    note: '',
  }));
  for (let from = 0; from < people.length; from += 500)
    await db
      .insertInto('version_participant')
      .values(people.slice(from, from + 500))
      .execute();
};

const account = {
  role: 'clerk' as const,
  name: 'Minh',
  email: null,
  password_hash: null,
  created_at: inTime,
  deactivated_at: null,
};

const campaign = {
  id: 'campaign',
  code: 'cchc-2024',
  title: 'Cuộc thi',
  subject: 'tổng kết Cuộc thi',
  issuer: 'UBND thành phố Hải Dương',
  office: 'Phòng Nội vụ',
  place: 'Hải Dương',
  cut_off_on: '2024-11-30',
  opens_at: '2024-12-08T17:00:00.000Z',
  deadline_at: deadline,
  closed_at: null,
  dispatch_number: null,
  dispatch_on: null,
  mailbox: null,
  contact_name: 'Phòng Nội vụ',
  contact_phone: null,
  preparer_title: 'Người lập biểu',
  signer_title: 'Trưởng phòng',
  last_receipt: 0,
  created_at: inTime,
};

const unitRow = {
  search_name: '',
  contact_name: 'Lan',
  email: 'lan@a.vn',
  phone: '0220 3 852 100',
  deactivated_at: null,
};

const reportRow = {
  campaign_id: campaign.id,
  state_at: inTime,
  extended_until: null,
  draft_revision: 0,
  draft_saved_at: null,
  draft_saved_by: null,
};
