import type { Campaign } from '../campaigns/campaign.ts';
import { stateForOffice } from '../strings/reports.ts';
import type { Consolidation, GroupLine, UnitLine } from './consolidate.ts';
import { lineAcross, listHead } from './head.ts';
import { heightOf } from './heights.ts';
import { outstandingTitles, outstandingWidths, page, styles } from './layout.ts';
import type { Cell, Row, Sheet } from './sheet.ts';

/** The third sheet: every unit that owes a report and has sent none, with the person to call. */
export const outstandingSheet = (campaign: Campaign, { groups }: Consolidation): Sheet => {
  const head = listHead(outstandingTitles.title, campaign.title, outstandingWidths);
  const tableHead = outstandingTitles.columns.map((value) => ({ value, style: styles.head }));
  const rows = outstandingUnits(groups).map(({ group, line }, index) =>
    fitted(unitCells(group, line, index + 1)),
  );
  const nobody = lineAcross(outstandingTitles.nobody, styles.centred, outstandingWidths);
  return {
    name: outstandingTitles.sheet,
    page,
    columns: outstandingWidths,
    head: [head.length + 1, head.length + 1],
    rows: [...head, fitted(tableHead), ...(rows.length > 0 ? rows : [nobody])],
  };
};

/** The units that owe a report and have sent none, with their groups, in the office's order. */
export const outstandingUnits = (
  groups: readonly GroupLine[],
): { group: GroupLine; line: UnitLine }[] =>
  groups.flatMap((group) =>
    group.lines
      .filter((line) => !line.figures && line.unit.state !== 'exempt')
      .map((line) => ({ group, line })),
  );

const unitCells = (group: GroupLine, { unit }: UnitLine, number: number): Cell[] => [
  { value: number, style: styles.centred },
  { value: group.name, style: styles.text },
  { value: unit.name, style: styles.text },
  { value: unit.contactName, style: styles.text },
  { value: unit.phone, style: styles.text },
  { value: unit.email, style: styles.text },
  { value: stateForOffice[unit.state].label, style: styles.text },
];

const fitted = (cells: readonly Cell[]): Row => ({
  cells,
  height: heightOf(cells, outstandingWidths),
});
