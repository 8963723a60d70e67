import { describe, expect, test } from 'vitest';
import { type Case, type Claim, casesIn } from '../../src/claims/cases.ts';
import { verdictsOf } from '../../src/claims/standing.ts';
import { nameKey } from '../../src/vietnamese/names.ts';
import { type ClaimedLists, claimedLists } from '../support/claimed-lists.ts';

const keyOf = ({ reportId, position }: Pick<Claim, 'reportId' | 'position'>) =>
  `${reportId} ${position}`;

/** Pairs of rows of different units and parts that these cases put before the officer, each once. */
const pairsIn = (cases: readonly Case[]): Set<string> => {
  const pairs = new Set<string>();
  for (const { rows } of cases)
    for (const [index, one] of rows.entries())
      for (const other of rows.slice(index + 1))
        if (one.reportId !== other.reportId && one.part !== other.part)
          pairs.add([keyOf(one), keyOf(other)].sort().join(' '));
  return pairs;
};

const measured = ({ claims, doubles }: ClaimedLists) => {
  const cases = casesIn(claims);
  const asked = cases.filter(({ likelihood }) => likelihood !== 'unlikely');
  const sure = cases.filter(({ likelihood }) => likelihood === 'sure');
  const seeded = doubles.map((pair) => pair.map(keyOf).sort().join(' '));
  const figures = [cases, asked, sure].map((some) => {
    const pairs = pairsIn(some);
    const found = seeded.filter((pair) => pairs.has(pair)).length;
    return { cases: some.length, found, namesakes: pairs.size - found };
  });
  const [all, toDecide, certain] = figures;
  if (!all || !toDecide || !certain) throw new Error('nothing was measured');
  return { all, toDecide, certain };
};

const told = (what: string, { all, toDecide, certain }: ReturnType<typeof measured>) =>
  `claims, ${what}: found ${all.found}/200 (${toDecide.found} to decide, ${certain.found} sure); cases ${all.cases} (${toDecide.cases}, ${certain.cases}); pairs that are namesakes ${all.namesakes} (${toDecide.namesakes}, ${certain.namesakes})\n`;

const city = { units: 120, people: 4000, doubles: 200 };

describe('Of 200 people in two lists each, among 4,000 of 120 units', () => {
  test('all but a few are found by name and birth date, and hardly a namesake is taken for one', () => {
    const figures = measured(claimedLists({ ...city, born: 1 }));
    process.stdout.write(told('birth dates known', figures));
    expect(figures.toDecide.found).toBeGreaterThanOrEqual(190);
    expect(figures.certain.found).toBeGreaterThanOrEqual(190);
    expect(figures.all.namesakes).toBeLessThanOrEqual(10);
  });

  test('all but a few are found without birth dates, and the list to decide is no longer than need be', () => {
    const figures = measured(claimedLists({ ...city, born: 0 }));
    process.stdout.write(told('no birth dates', figures));
    expect(figures.all.found).toBeGreaterThanOrEqual(190);
    expect(figures.toDecide.found).toBeGreaterThanOrEqual(160);
    expect(figures.toDecide.namesakes).toBeLessThan(figures.all.namesakes);
  });

  test('all but a few are found when every second birth date is missing', () => {
    const figures = measured(claimedLists({ ...city, born: 0.5 }));
    process.stdout.write(told('half of the birth dates', figures));
    expect(figures.all.found).toBeGreaterThanOrEqual(190);
  });
});

const claim = (unit: string, name: string, more: Partial<Claim> = {}): Claim => ({
  reportId: unit,
  versionId: `version of ${unit}`,
  position: 1,
  name,
  nameKey: nameKey(name),
  birthDate: '',
  title: 'Giáo viên',
  categoryId: 'c',
  note: '',
  ...more,
});

const found = (...claims: Claim[]) =>
  casesIn(claims).map(({ likelihood, rows }) => [likelihood, rows.length]);

describe('One person in two units', () => {
  test.each([
    'Nguyễn Thị Hoà',
    'NGUYỄN THỊ HÒA',
    ' nguyễn  thị hòa',
    'Nguyễn Thị Hòa'.normalize('NFD'),
  ])('is found in the spelling "%s"', (name) => {
    expect(found(claim('ward', 'Nguyễn Thị Hòa'), claim('school', name))).toEqual([['likely', 2]]);
  });

  test('is possible when one unit types no marks, or i for y', () => {
    const ward = claim('ward', 'Nguyễn Thị Lý');
    expect(found(ward, claim('school', 'Nguyen Thi Ly'))).toEqual([['possible', 2]]);
    expect(found(ward, claim('school', 'Nguyễn Thị Lí'))).toEqual([['possible', 2]]);
  });

  test('is not found in names that differ by a mark, nor within one unit, nor born on two days', () => {
    expect(found(claim('ward', 'Lê Thị Hoa'), claim('school', 'Lê Thị Hòa'))).toEqual([]);
    expect(found(claim('ward', 'Lê An'), claim('ward', 'Lê An', { position: 2 }))).toEqual([]);
    const [one, other] = [{ birthDate: '1980-01-01' }, { birthDate: '1981-01-01' }];
    expect(found(claim('ward', 'Lê An', one), claim('school', 'Lê An', other))).toEqual([]);
  });

  test('is sure by the birth date, and unlikely when titles differ', () => {
    const born = { birthDate: '1980-01-01' };
    expect(
      found(claim('ward', 'Lê An', { ...born, title: 'Kế toán' }), claim('school', 'Lê An', born)),
    ).toEqual([['sure', 2]]);
    expect(found(claim('ward', 'Lê An', { title: 'Kế toán' }), claim('school', 'Lê An'))).toEqual([
      ['unlikely', 2],
    ]);
  });
});

describe('Decisions read together', () => {
  const row = (reportId: string, part = 0) => ({ reportId, part, position: 1 });
  const same = (id: string, counted: string, ...units: string[]) => ({
    id,
    verdict: 'same' as const,
    countedReportId: counted,
    persons: units.map((unit) => row(unit)),
  });

  test('who is one with two others makes these one, counted where the newest decision says', () => {
    const { settled, countsIn } = verdictsOf([same('2', 'C', 'B', 'C'), same('1', 'A', 'A', 'B')]);
    expect(settled(row('A'), row('C'))).toBe(true);
    expect(['A', 'B', 'C'].map((unit) => countsIn(row(unit)))).toEqual(['C', 'C', undefined]);
  });

  test('two pairs that a third decision joins are one person', () => {
    const decisions = [
      same('3', 'B', 'B', 'C'),
      same('2', 'D', 'C', 'D'),
      same('1', 'A', 'A', 'B'),
    ];
    const { countsIn } = verdictsOf(decisions);
    expect(['A', 'B', 'C', 'D'].map((unit) => countsIn(row(unit)))).toEqual([
      'B',
      undefined,
      'B',
      'B',
    ]);
  });

  test('who differs from somebody differs from all who are one with that one', () => {
    const different = {
      id: '2',
      verdict: 'different' as const,
      countedReportId: null,
      persons: [row('B', 0), row('C', 1)],
    };
    const { settled } = verdictsOf([different, same('1', 'A', 'A', 'B')]);
    expect(settled(row('A'), row('C'))).toBe(true);
    expect(settled(row('A'), row('D'))).toBe(false);
  });
});
