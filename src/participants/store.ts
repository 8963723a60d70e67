import type { Db } from '../db/schema.ts';
import { nameKey } from '../vietnamese/names.ts';
import { type ClaimedTwice, claimedTwice, type Named, type NamedElsewhere } from './duplicates.ts';

const keysAtOnce = 500;

/** Rule 9: which of a report's people other units of the campaign have sent too, as it stands now. */
export const claimedByOthers = async (
  db: Db,
  report: { campaignId: string; id: string },
  people: readonly Named[],
  settled?: (row: number, claim: SentElsewhere) => boolean,
): Promise<ClaimedTwice[]> => {
  const names = people.map(({ name }) => name);
  return claimedTwice(people, await namedElsewhere(db, report, names), settled);
};

/** A row of another report's last version. */
interface SentElsewhere extends NamedElsewhere {
  readonly reportId: string;
  readonly position: number;
}

/** Which of these names stand in the last versions that other reports of the campaign have sent. */
const namedElsewhere = async (
  db: Db,
  own: { campaignId: string; id: string },
  names: readonly string[],
): Promise<SentElsewhere[]> => {
  const keys = [...new Set(names.map(nameKey))];
  const found: SentElsewhere[] = [];
  for (let start = 0; start < keys.length; start += keysAtOnce)
    found.push(...(await withKeys(db, own, keys.slice(start, start + keysAtOnce))));
  return found;
};

const withKeys = (
  db: Db,
  own: { campaignId: string; id: string },
  keys: readonly string[],
): Promise<SentElsewhere[]> =>
  db
    .selectFrom('version_participant')
    .innerJoin('version', 'version.id', 'version_participant.version_id')
    .innerJoin('report', (on) =>
      on
        .onRef('report.id', '=', 'version.report_id')
        .onRef('report.last_version', '=', 'version.number'),
    )
    .innerJoin('unit', 'unit.id', 'report.unit_id')
    .innerJoin('unit_group', 'unit_group.id', 'unit.group_id')
    .select(['unit.name as unit', 'version_participant.name'])
    .select(['version_participant.birth_date as birthDate', 'version_participant.position'])
    .select('report.id as reportId')
    .where('version_participant.name_key', 'in', keys)
    .where('report.campaign_id', '=', own.campaignId)
    .where('report.id', '<>', own.id)
    .where('report.state', '<>', 'exempt')
    .orderBy('unit_group.position')
    .orderBy('unit.position')
    .execute();
