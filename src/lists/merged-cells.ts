import type { Places } from './columns.ts';
import type { GridCell, GridRow } from './grid.ts';
import type { Place } from './headings.ts';

/** A title or a category that was merged over several people is each one's. */
export const filledDown = (rows: readonly GridRow[], places: Places): readonly GridRow[] => {
  if (!rows.some(({ cells }) => cells.some(({ tall }) => tall > 1))) return rows;
  let open: { readonly cell: GridCell; readonly last: number }[] = [];
  return rows.map((row) => {
    open = open.filter(({ last }) => last >= row.number);
    const covering = open.map(({ cell }) => cell);
    for (const cell of row.cells)
      if (cell.tall > 1 && isOfMany(places.get(cell.column)))
        open.push({ cell, last: row.number + cell.tall - 1 });
    return covering.length > 0 && hasName(row, places) ? withCells(row, covering) : row;
  });
};

const isOfMany = (place: Place | undefined): boolean =>
  place === 'category' ||
  place === 'title' ||
  place === 'note' ||
  place?.startsWith('mark:') === true;

/** A second line of one person, under a name that is merged as well, is nobody. */
const hasName = ({ cells }: GridRow, places: Places): boolean =>
  cells.some(({ column }) => ['name', 'family', 'given'].includes(places.get(column) ?? ''));

const withCells = (row: GridRow, more: readonly GridCell[]): GridRow => ({
  ...row,
  cells: [...row.cells, ...more].sort((one, other) => one.column - other.column),
});
