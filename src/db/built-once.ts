import type { CompiledQuery } from 'kysely';
import type { Db } from './schema.ts';

type Value = string | number | null;

/**
 * A query that is put together once and then only run: Kysely takes about ten times as long to build
 * the SQL of a small query as SQLite to run it. For what nearly every request asks. `build` must
 * use its values as parameters of the query and decide nothing by them.
 */
export const builtOnce = <Values extends readonly Value[], Row>(
  build: (db: Db, ...values: Values) => { compile(): CompiledQuery<Row> },
) => {
  const builtFor = new Map<unknown, Built<Row>>();
  return async (db: Db, ...values: Values): Promise<Row[]> => {
    const dialect = db.getExecutor().adapter.constructor;
    const built = builtFor.get(dialect) ?? compiled(build, db, values.length);
    builtFor.set(dialect, built);
    const parameters = built.sources.map((source) => source.of(values));
    return (await db.executeQuery<Row>({ ...built.query, parameters })).rows;
  };
};

interface Built<Row> {
  readonly query: CompiledQuery<Row>;
  /** Where each parameter of the SQL comes from: one of the values, or a constant of the query. */
  readonly sources: readonly { of(values: readonly Value[]): unknown }[];
}

/** Builds with a mark in place of each value, so that it is seen where the values come to stand. */
const compiled = <Values extends readonly Value[], Row>(
  build: (db: Db, ...values: Values) => { compile(): CompiledQuery<Row> },
  db: Db,
  count: number,
): Built<Row> => {
  const marks: unknown[] = Array.from({ length: count }, (_, index) => `\0${index}`);
  const query = build(db, ...(marks as unknown as Values)).compile();
  const sources = query.parameters.map((parameter) => {
    const index = marks.indexOf(parameter);
    return { of: (values: readonly Value[]) => (index < 0 ? parameter : values[index]) };
  });
  return { query, sources };
};
