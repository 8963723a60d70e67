import { lineAcross, listHead } from '../appendix/head.ts';
import { heightOf } from '../appendix/heights.ts';
import { fonts, page, styles } from '../appendix/layout.ts';
import type { Cell, Row, Workbook } from '../appendix/sheet.ts';
import { type Campaign, dueAt } from '../campaigns/campaign.ts';
import { dateTimeText, endTimeText, fileStamp } from '../kit/time.ts';
import { chaseListText } from '../strings/reminders.ts';
import { stateForOffice } from '../strings/reports.ts';
import type { AskableUnit } from './askable-store.ts';
import type { Chased } from './calls-store.ts';

/** A unit that is waited for, and what was done to hear from it. */
export interface ChasedUnit extends AskableUnit, Chased {
  /** Addresses to which its mails go. */
  readonly addresses: readonly string[];
}

const widths = [5, 25, 15, 17, 12, 21, 13, 12, 12, 8, 20];

/** Whom to phone, for these units: contact, state, own deadline, and how often they were reminded. `at` is UTC ISO text. */
export const chaseList = (
  campaign: Campaign,
  units: readonly ChasedUnit[],
  at: string,
): Workbook => {
  const head = listHead(chaseListText.title, campaign.title, widths);
  const tableHead = chaseListText.columns.map((value): Cell => ({ value, style: styles.head }));
  const rows = units.map((unit, index) => fitted(cellsOf(campaign, unit, index + 1)));
  return {
    creator: campaign.office,
    createdAt: at,
    font: fonts.body,
    sheets: [
      {
        name: chaseListText.sheet,
        page,
        columns: widths,
        head: [head.length + 2, head.length + 2],
        rows: [
          ...head.slice(0, 2),
          lineAcross(chaseListText.asOf(dateTimeText(at)), styles.standing, widths),
          ...head.slice(2),
          fitted(tableHead),
          ...rows,
        ],
      },
    ],
  };
};

const cellsOf = (campaign: Campaign, unit: ChasedUnit, number: number): Cell[] => [
  { value: number, style: styles.centred },
  { value: unit.name, style: styles.text },
  { value: unit.groupName, style: styles.text },
  { value: unit.contactName, style: styles.text },
  { value: unit.phone, style: styles.text },
  { value: unit.addresses.join('\n') || null, style: styles.text },
  { value: stateForOffice[unit.state].label, style: styles.text },
  { value: endTimeText(dueAt(campaign, unit.extendedUntil)), style: styles.centred },
  { value: lastOf(unit), style: styles.centred },
  { value: unit.reminders + unit.calls, style: styles.count },
  { value: unit.lastNote || null, style: styles.text },
];

/** The last mail or call, and which of them it was. */
const lastOf = ({ remindedAt, calledAt }: ChasedUnit): string | null => {
  if (calledAt !== null && (remindedAt === null || calledAt > remindedAt))
    return chaseListText.called(dateTimeText(calledAt));
  return remindedAt === null ? null : chaseListText.reminded(dateTimeText(remindedAt));
};

const fitted = (cells: readonly Cell[]): Row => ({ cells, height: heightOf(cells, widths) });

/** `Don-vi-can-nhac_<campaign>_<yyyymmdd-hhmm>.xlsx` */
export const chaseListFileName = (campaignCode: string, at: string): string =>
  `Don-vi-can-nhac_${campaignCode.replace(/[^\w-]+/g, '-')}_${fileStamp(at)}.xlsx`;
