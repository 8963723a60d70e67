import type { Campaign } from '../campaigns/campaign.ts';
import { dateText } from '../kit/time.ts';
import { blank } from './head.ts';
import { fonts, signatureHeight, signatureTitles, styles } from './layout.ts';
import type { Cell, Row, TextRun } from './sheet.ts';

/** The rows below the table: who prepared it at the left, who signs at the right; none when both are left out. */
export const signatureRows = (
  campaign: Campaign,
  columns: readonly number[],
  at: string,
): Row[] => {
  const { place, preparerTitle, signerTitle } = campaign;
  if (preparerTitle === null && signerTitle === null) return [];
  const [, month = '', year = ''] = dateText(at).split('/');
  const placeAndDay = signatureTitles.placeAndDay(place, month, year);
  const left = Math.floor(columns.length / 2);
  const cells = [
    ...block(preparerTitle === null ? [] : titled('', preparerTitle), left),
    ...block(titled(placeAndDay, signerTitle ?? ''), columns.length - left),
  ];
  return [
    { cells: [blank(styles.blank)], height: 12 },
    { cells, height: signatureHeight },
  ];
};

const titled = (placeAndDay: string, title: string): TextRun[] => [
  { text: `${placeAndDay}\n`, font: fonts.italic },
  { text: title.toLocaleUpperCase('vi'), font: fonts.bold },
  ...(title ? [{ text: `\n${signatureTitles.how}`, font: fonts.italic }] : []),
];

const block = (value: readonly TextRun[], columns: number): Cell[] => [
  { value: value.length > 0 ? value : null, style: styles.signature, span: { columns, rows: 1 } },
  ...Array<Cell>(columns - 1).fill(blank(styles.signature)),
];
