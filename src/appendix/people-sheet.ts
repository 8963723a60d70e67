import type { Campaign } from '../campaigns/campaign.ts';
import { countText } from '../kit/ratio.ts';
import { dayText } from '../kit/time.ts';
import { byGivenName } from '../vietnamese/names.ts';
import type { Consolidation, UnitLine } from './consolidate.ts';
import { blank, lineAcross, listHead, spanning } from './head.ts';
import { heightOf } from './heights.ts';
import { page, peopleColumns, peopleTitles, styles } from './layout.ts';
import type { Cell, Row, Sheet, Style } from './sheet.ts';

/** One name of a sent version. */
export interface Person {
  readonly name: string;
  /** `YYYY-MM-DD`, or ''. */
  readonly birthDate: string;
  readonly title: string;
  readonly categoryId: string;
  readonly note: string;
}

/** The names of the last sent versions by the unit's id, in the order sent. */
export type PeopleByUnit = ReadonlyMap<string, readonly Person[]>;

/**
 * The second sheet: the names of every unit that counts, by group and unit, numbered anew in each
 * unit, in Vietnamese order of names, with birth dates where they are asked. Rows are made while the
 * file is written.
 */
export const peopleSheet = (
  campaign: Campaign,
  consolidation: Consolidation,
  people: PeopleByUnit,
): Sheet => {
  const { titles, widths } = peopleColumns(campaign.birthDateAsked);
  const head = listHead(peopleTitles.title, campaign.title, widths);
  const tableHead = titles.map((value) => ({ value, style: styles.head }));
  return {
    name: peopleTitles.sheet,
    page,
    columns: widths,
    head: [head.length + 1, head.length + 1],
    rows: rowsOf([...head, fitted(tableHead, widths)], { campaign, consolidation, people, widths }),
  };
};

interface Content {
  readonly campaign: Campaign;
  readonly consolidation: Consolidation;
  readonly people: PeopleByUnit;
  readonly widths: readonly number[];
}

function* rowsOf(
  head: readonly Row[],
  { campaign, consolidation, people, widths }: Content,
): Generator<Row> {
  const { groups, total } = consolidation;
  yield* head;
  if (total.counted === 0) yield lineAcross(peopleTitles.nobody, styles.centred, widths);
  const categories = new Map(campaign.categories.map(({ id, name }) => [id, name]));
  for (const group of groups) {
    if (group.counted === 0) continue;
    yield heading([group.code, group.name], [styles.sumCentred, styles.sumText], widths);
    for (const [index, line] of group.lines.entries()) {
      if (!line.figures) continue;
      yield heading([String(index + 1), unitTitle(line)], [styles.head, styles.unit], widths);
      for (const cells of personCells(people.get(line.unit.id) ?? [], campaign, categories))
        yield fitted(cells, widths);
    }
  }
}

const unitTitle = ({ unit, figures, note }: UnitLine): string => {
  const count = peopleTitles.people(countText(figures?.total.participants ?? 0));
  return unit.sent?.nobodyReason ? `${unit.name} (${note})` : `${unit.name} (${count})`;
};

const heading = (
  [number, text]: readonly [string, string],
  [left, right]: readonly [Style, Style],
  widths: readonly number[],
): Row =>
  fitted(
    [
      { value: number, style: left },
      spanning(text, right, widths.length - 1),
      ...Array<Cell>(widths.length - 2).fill(blank(right)),
    ],
    widths,
  );

/** A line for each person, by given name, numbered from 1. */
export function* personCells(
  people: readonly Person[],
  { birthDateAsked }: Campaign,
  categories: ReadonlyMap<string, string>,
): Generator<Cell[]> {
  const sorted = people.toSorted((one, other) => byGivenName(one.name, other.name));
  for (const [index, person] of sorted.entries()) {
    const birthDate = { value: dayText(person.birthDate) || null, style: styles.centred };
    yield [
      { value: index + 1, style: styles.centred },
      { value: person.name, style: styles.text },
      ...(birthDateAsked ? [birthDate] : []),
      { value: person.title || null, style: styles.text },
      { value: categories.get(person.categoryId) ?? null, style: styles.text },
      { value: person.note || null, style: styles.text },
    ];
  }
}

const fitted = (cells: readonly Cell[], widths: readonly number[]): Row => ({
  cells,
  height: heightOf(cells, widths),
});
