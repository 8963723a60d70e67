import { listFaultText, listText } from '../strings/lists.ts';
import type { ListReading } from './read-list.ts';

/** What is marked in a clerk's workbook. */
export interface Marks {
  readonly sheet: string;
  /** The row of the headings; 0 when there are none. */
  readonly header: number;
  /** Above the new column. */
  readonly heading: string;
  readonly rows: readonly MarkedRow[];
}

interface MarkedRow {
  readonly row: number;
  /** What to do, in words. */
  readonly text: string;
  /** The cells at fault: `C7`. */
  readonly cells: readonly string[];
}

/** What is to be marked in the clerk's own workbook: each faulty row once, with all that is wrong in it. */
export const marksOf = ({ sheet, header, faults }: ListReading): Marks => {
  const rows = new Map<number, { row: number; text: string; cells: string[] }>();
  for (const fault of faults) {
    const known = rows.get(fault.row);
    const text = listFaultText(fault).replace(/^Dòng \d+: /, '');
    if (known) {
      known.text += `\n${text}`;
      known.cells.push(fault.at);
    } else rows.set(fault.row, { row: fault.row, text, cells: [fault.at] });
  }
  return { sheet, header, heading: listText.errorColumn, rows: [...rows.values()] };
};
