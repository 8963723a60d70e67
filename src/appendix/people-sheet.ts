import type { Campaign } from '../campaigns/campaign.ts';
import { countText } from '../kit/ratio.ts';
import { byGivenName } from '../vietnamese/names.ts';
import type { Consolidation, UnitLine } from './consolidate.ts';
import { blank, lineAcross, listHead, spanning } from './head.ts';
import { heightOf } from './heights.ts';
import { page, peopleTitles, peopleWidths, styles } from './layout.ts';
import type { Cell, Row, Sheet, Style } from './sheet.ts';

/** One name of a sent version. */
export interface Person {
  readonly name: string;
  readonly title: string;
  readonly categoryId: string;
  readonly note: string;
}

/** The names of the last sent versions by the unit's id, in the order sent. */
export type PeopleByUnit = ReadonlyMap<string, readonly Person[]>;

/**
 * The second sheet: the names of every unit that counts, by group and unit, numbered anew in each
 * unit, in Vietnamese order of names. Rows are made while the file is written.
 */
export const peopleSheet = (
  campaign: Campaign,
  consolidation: Consolidation,
  people: PeopleByUnit,
): Sheet => {
  const head = listHead(peopleTitles.title, campaign, peopleWidths);
  const tableHead = peopleTitles.columns.map((value) => ({ value, style: styles.head }));
  return {
    name: peopleTitles.sheet,
    page,
    columns: peopleWidths,
    head: [head.length + 1, head.length + 1],
    rows: rowsOf([...head, fitted(tableHead)], campaign, consolidation, people),
  };
};

function* rowsOf(
  head: readonly Row[],
  campaign: Campaign,
  { groups, total }: Consolidation,
  people: PeopleByUnit,
): Generator<Row> {
  yield* head;
  if (total.counted === 0) yield lineAcross(peopleTitles.nobody, styles.centred, peopleWidths);
  const categories = new Map(campaign.categories.map(({ id, name }) => [id, name]));
  for (const group of groups) {
    if (group.counted === 0) continue;
    yield heading(group.code, group.name, styles.sumCentred, styles.sumText);
    for (const [index, line] of group.lines.entries()) {
      if (!line.figures) continue;
      yield heading(String(index + 1), unitTitle(line), styles.head, styles.unit);
      yield* personRows(people.get(line.unit.id) ?? [], categories);
    }
  }
}

const unitTitle = ({ unit, figures, note }: UnitLine): string => {
  const count = peopleTitles.people(countText(figures?.total.participants ?? 0));
  return unit.sent?.nobodyReason ? `${unit.name} (${note})` : `${unit.name} (${count})`;
};

const heading = (number: string, text: string, left: Style, right: Style): Row =>
  fitted([
    { value: number, style: left },
    spanning(text, right, peopleWidths.length - 1),
    ...Array<Cell>(peopleWidths.length - 2).fill(blank(right)),
  ]);

function* personRows(
  people: readonly Person[],
  categories: ReadonlyMap<string, string>,
): Generator<Row> {
  const sorted = people.toSorted((one, other) => byGivenName(one.name, other.name));
  for (const [index, person] of sorted.entries()) {
    yield fitted([
      { value: index + 1, style: styles.centred },
      { value: person.name, style: styles.text },
      { value: person.title || null, style: styles.text },
      { value: categories.get(person.categoryId) ?? null, style: styles.text },
      { value: person.note || null, style: styles.text },
    ]);
  }
}

const fitted = (cells: readonly Cell[]): Row => ({ cells, height: heightOf(cells, peopleWidths) });
