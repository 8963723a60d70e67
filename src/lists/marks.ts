import { listFaultText, listText } from '../strings/lists.ts';
import type { ListReading } from './read-list.ts';

/** What is to be marked in the clerk's own workbook: each faulty row once, with all that is wrong in it. */
export const marksOf = ({ sheet, header, faults }: ListReading) => {
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
