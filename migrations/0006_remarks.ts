import { type Kysely, SqliteAdapter, sql } from 'kysely';

/** What an officer wrote beside single rows of a version when returning it: kept with that return for ever. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql.raw(remark).execute(db);
  const onSqlite = db.getExecutor().adapter instanceof SqliteAdapter;
  for (const guard of onSqlite ? guardsOnSqlite : guardsOnPostgres)
    await sql.raw(guard).execute(db);
};

/** `event` is the return among the report's events, `row_number` a position in the list of its version. */
const remark = `create table return_remark (
  report_id text not null,
  event integer not null,
  row_number integer not null check (row_number > 0),
  text text not null,
  primary key (report_id, event, row_number),
  foreign key (report_id, event) references report_event (report_id, position)
)`;

const guardsOnSqlite = ['update', 'delete'].map(
  (change) => `create trigger return_remark_keeps_${change} before ${change} on return_remark
    begin select raise(abort, 'return_remark is append-only'); end`,
);

const guardsOnPostgres = [
  `create trigger return_remark_keeps before update or delete on return_remark
    for each row execute function refuse_change()`,
  `create trigger return_remark_stays before truncate on return_remark
    for each statement execute function refuse_change()`,
];
