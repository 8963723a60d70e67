import { styles } from '../appendix/layout.ts';
import { personCells } from '../appendix/people-sheet.ts';
import type { Campaign } from '../campaigns/campaign.ts';
import type { RestsOn } from '../campaigns/store.ts';
import { countText, percentText, type Ratio, sumOfRatios } from '../kit/ratio.ts';
import { dateText, dateTimeText, dayText } from '../kit/time.ts';
import type { Participant } from '../participants/participant.ts';
import type { CategoryCount } from '../reports/check.ts';
import { letterWords, unitPaperWords } from '../strings/papers.ts';
import { codeText } from './check-code.ts';
import { nameColumns } from './layout.ts';
import { appendixHead, dispatchCited, end, head, restingOn } from './letterhead.ts';
import {
  type Block,
  type Foot,
  type Paper,
  paragraph,
  type Section,
  type TableCell,
} from './paper.ts';
import { tableSize, textWidth } from './paper-layout.ts';
import { tableOf } from './sheet-table.ts';
import { staffOf } from './staff.ts';

/** What a unit reports: a sent version, or the draft as it would be sent. */
export interface ReportedContent {
  readonly counts: readonly CategoryCount[];
  readonly participants: readonly Participant[];
  readonly nobodyReason: string | null;
  /** Sentences of the unit about what looked unlikely. */
  readonly explanations: readonly string[];
  /** Lines of text, or ''. */
  readonly proposals: string;
  readonly signerTitle: string;
  readonly signerName: string;
}

/** What shows that a printed paper is the one that was sent. */
export interface SentMark {
  readonly receipt: number;
  readonly version: number;
  readonly sentAt: string;
  readonly code: string;
  /** Where the code is looked up. */
  readonly address: string;
}

export interface UnitReport {
  readonly campaign: Campaign;
  readonly documents: readonly RestsOn[];
  readonly unitName: string;
  readonly unitCode: string;
  readonly content: ReportedContent;
  /** `null`: a draft. */
  readonly sent: SentMark | null;
  /** Of the paper, UTC ISO text; it gives the year that the head signs in. */
  readonly at: string;
}

/** A unit's written report (báo cáo bằng văn bản): the letter, then its own Phụ lục of names. */
export const unitPaper = (report: UnitReport): Paper => {
  const { unitName, sent, content } = report;
  const common = {
    landscape: false,
    mark: sent ? null : letterWords.draftMark,
    foot: sent && footOf(sent),
  };
  const letter: Section = { ...common, firstNumber: 1, blocks: letterOf(report) };
  const list: Section = { ...common, firstNumber: null, blocks: listOf(report) };
  return {
    title: unitPaperWords.fileTitle(unitName),
    creator: unitName,
    sections: content.participants.length > 0 ? [letter, list] : [letter],
  };
};

const footOf = ({ receipt, version, sentAt, code, address }: SentMark): Foot => ({
  text: letterWords.foot(
    countText(receipt),
    countText(version),
    dateTimeText(sentAt),
    codeText(code),
    address,
  ),
  address,
});

const letterOf = (report: UnitReport): Block[] => {
  const { campaign, documents, unitName, content, at } = report;
  const addressee = addresseeOf(report);
  return [
    head({
      body: unitName,
      issuer: campaign.issuer,
      place: campaign.place,
      year: dateText(at).slice(-4),
    }),
    paragraph('kind', letterWords.kind),
    paragraph('subject', unitPaperWords.subject(campaign.title)),
    paragraph('addressee', letterWords.to + addressee),
    ...restingOn(documents),
    paragraph(
      'body',
      unitPaperWords.following(dispatchCited(campaign), campaign.subject, unitName),
    ),
    ...numbered([figuresPart(report), explanationPart(content), proposalsPart(content)]),
    paragraph('closing', unitPaperWords.closing(unitName, campaign.issuer)),
    paragraph('gap', ''),
    end({ body: unitName, title: content.signerTitle, name: content.signerName }),
  ];
};

const addresseeOf = ({ campaign, unitName }: UnitReport): string =>
  unitName === campaign.office
    ? campaign.issuer
    : unitPaperWords.addressee(campaign.issuer, campaign.office);

interface Part {
  readonly heading: string;
  readonly blocks: readonly Block[];
}

/** Parts with nothing in them are left out and not counted. */
const numbered = (parts: readonly Part[]): Block[] =>
  parts
    .filter(({ blocks }) => blocks.length > 0)
    .flatMap(({ heading, blocks }, index) => [
      paragraph('heading', `${index + 1}. ${heading}`),
      ...blocks,
    ]);

const figuresPart = ({ campaign, unitName, content }: UnitReport): Part => {
  const lines = linesOf(campaign, content);
  const total = sumOfRatios(lines.map(({ ratio }) => ratio));
  const tookPart = content.participants.length > 0;
  return {
    heading: unitPaperWords.figuresHeading,
    blocks: [
      paragraph(
        'body',
        [
          unitPaperWords.figures(
            dayText(campaign.cutOffOn),
            unitName,
            countText(total.whole),
            staffOf(campaign.categories),
          ),
          tookPart
            ? unitPaperWords.participants(countText(total.part), percentText(total))
            : unitPaperWords.nobodyTookPart,
        ].join(' '),
      ),
      figuresTable(lines, total),
      ...(tookPart ? [paragraph('afterTable', unitPaperWords.listed)] : []),
    ],
  };
};

interface Line {
  readonly name: string;
  readonly ratio: Ratio;
}

/** A category that was not asked when this was sent has no line. */
const linesOf = ({ categories }: Campaign, { counts }: ReportedContent): Line[] =>
  categories.flatMap(({ id, name }) => {
    const count = counts.find(({ categoryId }) => categoryId === id);
    return count ? [{ name, ratio: { part: count.participants, whole: count.headcount } }] : [];
  });

const figuresTable = (lines: readonly Line[], total: Ratio): Block => {
  const cells = ({ name, ratio }: Line, look: Partial<TableCell>): TableCell[] => [
    { text: name, across: 'left', ...look },
    ...[countText(ratio.whole), countText(ratio.part), percentText(ratio)].map(
      (text): TableCell => ({ text, across: 'center', ...look }),
    ),
  ];
  return {
    kind: 'table',
    name: unitPaperWords.table,
    size: tableSize.usual,
    widths: [66, 33, 33, 33],
    head: [unitPaperWords.columns.map((text) => ({ text, across: 'center', bold: true }))],
    rows: [
      ...lines.map((line) => cells(line, {})),
      cells({ name: unitPaperWords.total, ratio: total }, { bold: true, shaded: true }),
    ],
  };
};

const explanationPart = ({ nobodyReason, explanations }: ReportedContent): Part => ({
  heading: unitPaperWords.explanationHeading,
  blocks: [
    ...(nobodyReason === null ? [] : [unitPaperWords.nobody(nobodyReason)]),
    ...explanations,
  ].map((text) => paragraph('body', text)),
});

const proposalsPart = ({ proposals }: ReportedContent): Part => ({
  heading: unitPaperWords.proposalsHeading,
  blocks: proposals
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => paragraph('body', line)),
});

/** Names as in the electronic file: the same columns, in the same order. */
const listOf = ({ campaign, unitName, content }: UnitReport): Block[] => {
  const { titles, widths } = nameColumns(campaign.birthDateAsked);
  const categories = new Map(campaign.categories.map(({ id, name }) => [id, name]));
  return [
    ...appendixHead(unitPaperWords.list, unitName),
    tableOf({
      name: unitPaperWords.list,
      size: tableSize.usual,
      columns: widths,
      width: textWidth.upright,
      head: [titles.map((value) => ({ value, style: styles.head }))],
      rows: [...personCells(content.participants, campaign, categories)],
    }),
  ];
};
