import type { Db } from '../db/schema.ts';

/**
 * Ids of waiting reports one of whose people stands in another unit's last version, too (rule 9): the
 * same name, and no birth date that tells them apart.
 */
export const claimedElsewhere = async (
  db: Db,
  campaignId: string,
): Promise<ReadonlySet<string>> => {
  const rows = await peopleOfOthers(db)
    .select('own.id')
    .distinct()
    .where('own.campaign_id', '=', campaignId)
    .where('own.state', '=', 'submitted')
    .where('other.campaign_id', '=', campaignId)
    .where('other.state', '<>', 'exempt')
    .whereRef('other.id', '<>', 'own.id')
    .where((row) =>
      row.or([
        row('person.birth_date', '=', row.ref('namesake.birth_date')),
        row('person.birth_date', '=', ''),
        row('namesake.birth_date', '=', ''),
      ]),
    )
    .execute();
  return new Set(rows.map(({ id }) => id));
};

/** The people of last versions beside all their namesakes in last versions. */
const peopleOfOthers = (db: Db) =>
  db
    .selectFrom('report as own')
    .innerJoin('version as sent', (on) =>
      on.onRef('sent.report_id', '=', 'own.id').onRef('sent.number', '=', 'own.last_version'),
    )
    .innerJoin('version_participant as person', 'person.version_id', 'sent.id')
    .innerJoin('version_participant as namesake', 'namesake.name_key', 'person.name_key')
    .innerJoin('version as elsewhere', 'elsewhere.id', 'namesake.version_id')
    .innerJoin('report as other', (on) =>
      on
        .onRef('other.id', '=', 'elsewhere.report_id')
        .onRef('other.last_version', '=', 'elsewhere.number'),
    );
