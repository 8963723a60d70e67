import { type GridRow, textAt } from './grid.ts';
import { mayBeName } from './looks.ts';
import type { Table } from './table.ts';

/**
 * "Lê Thị Hoa (Kế toán)", "Lê Thị Hoa - Kế toán" in a table that has no column for titles: name and title
 * are put into two cells, the second beside the first in no column of the file.
 */
export const withTitles = (table: Table): Table => {
  const name = [...table.places].find(([, place]) => place === 'name')?.[0];
  if (name === undefined || [...table.places.values()].includes('title')) return table;
  const filled = table.rows.filter((row) => textAt(row, name) !== '');
  const parted = filled.filter((row) => partsOf(textAt(row, name)));
  if (parted.length * 2 <= filled.length) return table;
  return {
    ...table,
    places: new Map([...table.places, [name + besideIt, 'title']]),
    rows: table.rows.map((row) => inTwo(row, name)),
  };
};

/** No column of a file has such a number. */
const besideIt = 0.5;

const inTwo = (row: GridRow, name: number): GridRow => {
  const parts = partsOf(textAt(row, name));
  if (!parts) return row;
  const cells = row.cells.flatMap((cell) => {
    if (cell.column !== name) return [cell];
    const { asWritten: _, ...one } = cell;
    return [
      { ...one, text: parts.name },
      { ...one, column: name + besideIt, text: parts.title },
    ];
  });
  return { ...row, cells };
};

const patterns = [
  /^([^()]+?)\s*\(([^()]+)\)$/,
  /^(.+?)\s+[-–—]\s+(.+)$/,
  /^([^,;:]+)[,;:]\s*(.+)$/,
];

const partsOf = (text: string): { name: string; title: string } | undefined => {
  for (const pattern of patterns) {
    const [, name = '', title = ''] = pattern.exec(text.trim()) ?? [];
    if (title !== '' && mayBeName(name)) return { name, title };
  }
  return undefined;
};
