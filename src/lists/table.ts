import type { Places } from './columns.ts';
import type { GridRow } from './grid.ts';
import type { Header } from './header.ts';

/** A table of a sheet before its columns are understood. */
export interface RawTable {
  readonly header: Header | undefined;
  /** The rows with its headings, when they stand below another table; none for the first. */
  readonly headings: readonly GridRow[];
  readonly rows: readonly GridRow[];
}

/** One table of a sheet: its headings, what its columns hold, and its rows up to the next headings. */
export interface Table extends RawTable {
  readonly places: Places;
}
