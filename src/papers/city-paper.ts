import {
  type Consolidation,
  rateOf,
  type Sum,
  type UnitLine,
  unitsBehind,
} from '../appendix/consolidate.ts';
import { tableRows } from '../appendix/figures-rows.ts';
import { headRows } from '../appendix/figures-sheet.ts';
import { figureTitles, figureWidths } from '../appendix/layout.ts';
import type { Campaign } from '../campaigns/campaign.ts';
import type { RestsOn } from '../campaigns/store.ts';
import { countText, percentText } from '../kit/ratio.ts';
import { dateText, dateTimeText, dayText } from '../kit/time.ts';
import { lateBy } from '../reports/report.ts';
import { cityPaperWords } from '../strings/city-paper.ts';
import { letterWords } from '../strings/papers.ts';
import { appendixHead, end, head, restingOn } from './letterhead.ts';
import { type Block, type Paper, paragraph, type TableCell } from './paper.ts';
import { narrowestColumns, tableSize, textWidth } from './paper-layout.ts';
import { tableOf } from './sheet-table.ts';
import { staffOf } from './staff.ts';

export interface CityReport {
  readonly campaign: Campaign;
  readonly documents: readonly RestsOn[];
  readonly consolidation: Consolidation;
  /** Of the export, UTC ISO text. */
  readonly at: string;
}

/** The city's own written report to the organiser: the letter, then the Phụ lục as landscape pages. */
export const cityPaper = (report: CityReport): Paper => ({
  title: cityPaperWords.fileTitle(report.campaign.title),
  creator: report.campaign.office,
  sections: [
    { landscape: false, firstNumber: 1, mark: null, foot: null, blocks: letterOf(report) },
    { landscape: true, firstNumber: null, mark: null, foot: null, blocks: appendixOf(report) },
  ],
});

const letterOf = (report: CityReport): Block[] => {
  const { campaign, documents, at } = report;
  const { issuer, place, title } = campaign;
  const addressee = organiserOf(documents);
  const others = documents.filter((document) => document.issuer !== issuer);
  return [
    head({ body: issuer, issuer, place, year: dateText(at).slice(-4) }),
    paragraph('kind', letterWords.kind),
    paragraph('subject', cityPaperWords.subject(title)),
    paragraph('addressee', letterWords.to + addressee),
    ...restingOn(others),
    paragraph('body', cityPaperWords.following(issuer, title)),
    paragraph('heading', `1. ${cityPaperWords.reportedHeading}`),
    ...reportedPart(report),
    paragraph('heading', `2. ${cityPaperWords.figuresHeading}`),
    ...figuresPart(report),
    paragraph('closing', cityPaperWords.closing(issuer, addressee)),
    paragraph('gap', ''),
    end({ body: issuer, title: cityPaperWords.signerTitle, name: '' }),
  ];
};

const organiserOf = (documents: readonly RestsOn[]): string => {
  const [called = ''] = /^\S+ \S+ \S+/u.exec(cityPaperWords.organiser) ?? [];
  const own = documents.find(({ issuer }) => issuer.startsWith(called));
  return own?.issuer ?? cityPaperWords.organiser;
};

/** Rule 5: how many units have sent; then by name who has not, who was late, who need not. */
const reportedPart = ({ consolidation, at }: CityReport): Block[] => {
  const { groups, total } = consolidation;
  const lines = groups.flatMap((group) => group.lines);
  const isExempt = ({ unit }: UnitLine) => unit.state === 'exempt';
  const missing = lines.filter((line) => !line.figures && !isExempt(line));
  const late = lines.filter(({ figures, unit }) => figures && unit.sent && lateBy(unit.sent));
  const sentences = [
    missing.length === 0
      ? cityPaperWords.allReported
      : cityPaperWords.reported(unitsBehind(total), dateTimeText(at)),
    ...named(missing, cityPaperWords.missing),
    ...named(late, cityPaperWords.late),
    ...named(lines.filter(isExempt), cityPaperWords.exempt),
  ];
  return sentences.map((text) => paragraph('body', text));
};

/** A letter names no more; the notes in the Phụ lục name all. */
const mostNamed = 12;

const named = (
  lines: readonly UnitLine[],
  sentence: (count: string, names: string) => string,
): string[] => {
  if (lines.length === 0) return [];
  const names = lines.slice(0, mostNamed).map(({ unit }) => unit.name);
  const others = lines.length - names.length;
  const more = others > 0 ? [cityPaperWords.more(countText(others))] : [];
  return [sentence(countText(lines.length), [...names, ...more].join('; '))];
};

const figuresPart = ({ campaign, consolidation }: CityReport): Block[] => {
  const { figures } = consolidation.total;
  return [
    paragraph(
      'body',
      [
        cityPaperWords.figures(
          dayText(campaign.cutOffOn),
          countText(figures.total.headcount),
          staffOf(campaign.categories),
        ),
        cityPaperWords.participants(
          countText(figures.total.participants),
          percentText(rateOf(figures)),
        ),
      ].join(' '),
    ),
    groupsTable(consolidation),
    paragraph('afterTable', cityPaperWords.listed),
  ];
};

const groupsTable = ({ groups, total }: Consolidation): Block => {
  const cells = (code: string, name: string, sum: Sum, look: Partial<TableCell>): TableCell[] => {
    const { headcount, participants } = sum.figures.total;
    const figures = [
      `${countText(sum.counted)}/${countText(sum.owed)}`,
      countText(headcount),
      countText(participants),
      percentText(rateOf(sum.figures)),
    ];
    return [
      { text: code, across: 'center', ...look },
      { text: name, across: 'left', ...look },
      ...figures.map((text): TableCell => ({ text, across: 'center', ...look })),
    ];
  };
  return {
    kind: 'table',
    name: cityPaperWords.table,
    size: tableSize.usual,
    widths: [13, 60, 25, 22, 23, 22],
    head: [cityPaperWords.columns.map((text) => ({ text, across: 'center', bold: true }))],
    rows: [
      ...groups.map((group) => cells(group.code, group.name, group, {})),
      cells('', cityPaperWords.total, total, { bold: true, shaded: true }),
    ],
  };
};

/** The same columns and figures as the first sheet of the office's workbook. */
const appendixOf = ({ campaign, consolidation }: CityReport): Block[] => {
  const categories = campaign.categories.map(({ name }) => name).join(', ');
  const { size, columns } = shapeOf(campaign.categories.length);
  return [
    ...appendixHead(figureTitles.name(categories, campaign.title), campaign.issuer),
    tableOf({
      name: cityPaperWords.appendixTable,
      size,
      columns,
      width: textWidth.landscape,
      head: headRows(campaign),
      rows: tableRows(consolidation, 1),
    }),
  ];
};

/** So many digits of the body font stand beside each other on a landscape page; and of a smaller one. */
const mostDigits = { usual: 120, narrow: 150 } as const;

const shapeOf = (categories: number): { size: number; columns: number[] } => {
  const columns = figureWidths(categories);
  const digits = columns.reduce((sum, width) => sum + width, 0);
  if (digits <= mostDigits.usual) return { size: tableSize.usual, columns };
  if (digits <= mostDigits.narrow) return { size: tableSize.narrow, columns };
  return { size: tableSize.narrowest, columns: narrowestColumns(2 * (categories + 1)) };
};
