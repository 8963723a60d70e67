import { headingKey } from './headings.ts';
import type { RawTable } from './table.ts';

/** Two tables, when the headings begin once more further right: people stand in both halves. */
export const sideBySide = (table: RawTable): RawTable[] => {
  const headings = [...(table.header?.headings ?? [])].sort(([one], [other]) => one - other);
  const columns = headings.filter(([, heading]) => heading !== '');
  const again = beginningAgain(columns);
  if (again === undefined) return [table];
  const right = half(table, (column) => column >= again);
  return [half(table, (column) => column < again), { ...right, headings: [] }];
};

/** The column from which on two headings or more are those from the left once more, in the same order. */
const beginningAgain = (columns: readonly (readonly [number, string])[]): number | undefined => {
  const keys = columns.map(([, heading]) => headingKey(heading));
  for (let at = 2; at < keys.length; at += 1) {
    const same = keys.slice(at).filter((key, index) => key === keys[index]).length;
    if (same >= 2 && same === Math.min(keys.length - at, at)) return columns[at]?.[0];
  }
  return undefined;
};

const half = (
  { header, headings, rows }: RawTable,
  isWithin: (column: number) => boolean,
): RawTable => ({
  headings,
  header: header && {
    rows: header.rows,
    headings: new Map([...header.headings].filter(([column]) => isWithin(column))),
  },
  rows: rows.flatMap((row) => {
    const cells = row.cells.filter(({ column }) => isWithin(column));
    return cells.length > 0 ? [{ ...row, cells }] : [];
  }),
});
