import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { oddityOf } from '../../src/participants/odd-names.ts';
import type { Participant } from '../../src/participants/participant.ts';
import {
  answered,
  explained,
  explainedBefore,
  explanationsFromForm,
  longestExplanation,
} from '../../src/reports/explanation.ts';
import { type EarlierCount, queriesOf } from '../../src/reports/queries.ts';
import type { Query, QueryCode, TypedExplanation } from '../../src/reports/query.ts';
import { explanationLine, queryFactText, queryText } from '../../src/strings/queries.ts';
import { categories } from '../support/appendix-input.ts';
import { madeUpNames } from '../support/names.ts';

const asking = { categories, leastRate: 80 as number | null };
const names = madeUpNames(100, 11).filter((name) => !oddityOf(name));

const person = (name: string, title = 'Giáo viên'): Participant => ({
  name,
  birthDate: '',
  title,
  categoryId: 'vien-chuc',
  note: '',
});

const people = (count: number): Participant[] => names.slice(0, count).map((name) => person(name));

/** A report with these headcounts by category code, and so many people in its list. */
const report = (headcounts: Readonly<Record<string, number>>, present: number) => ({
  counts: categories.map(({ id }) => ({
    categoryId: id,
    headcount: headcounts[id] ?? 0,
    participants: id === 'vien-chuc' ? present : 0,
  })),
  participants: people(present),
});

const lastTime = (headcounts: Readonly<Record<string, number>>): EarlierCount[] =>
  categories.map(({ code, name }) => ({ code, name, headcount: headcounts[code] ?? 0 }));

const asked = (
  content: Parameters<typeof queriesOf>[0],
  earlier: readonly EarlierCount[] = [],
  campaign = asking,
) => queriesOf(content, campaign, earlier);

const codes = (queries: readonly Query[]): QueryCode[] => queries.map(({ code }) => code);

describe("A rate below the campaign's least rate", () => {
  test.each([
    [40, 50, []],
    [39, 50, ['rate-low']],
    [4, 5, []],
    [3, 4, ['rate-low']],
    [0, 50, []],
    [0, 0, []],
  ])('%i of %i people at 80%%: %o', (present, headcount, expected) => {
    expect(codes(asked(report({ 'vien-chuc': headcount }, present)))).toEqual(expected);
  });

  test('is never asked about where the campaign has none', () => {
    expect(asked(report({ 'vien-chuc': 50 }, 1), [], { categories, leastRate: null })).toEqual([]);
  });

  test('is told with its figures and what to do', () => {
    const [query] = asked(report({ 'vien-chuc': 46 }, 30));
    expect(query && queryText(query)).toBe(
      'Tỷ lệ tham gia 65,22% (30/46 người) thấp hơn mức 80% của đợt. Kiểm tra lại danh sách và số lượng; nếu đúng, ghi lý do.',
    );
    expect(query?.fields).toEqual(['danh-sach', 'headcount-can-bo']);
  });

  test('is decided by whole numbers: asked exactly when 100 × part < rate × whole', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 99_999 }),
        fc.integer({ min: 1, max: 100 }),
        (present, headcount, leastRate) => {
          const queries = asked(report({ 'vien-chuc': headcount }, present), [], {
            categories,
            leastRate,
          });
          const isLow = BigInt(present) * 100n < BigInt(leastRate) * BigInt(headcount);
          expect(codes(queries)).toEqual(isLow ? ['rate-low'] : []);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('A headcount that changed by more than a tenth since the last campaign', () => {
  const ofSchool = (was: number, is: number) =>
    asked(report({ 'vien-chuc': is }, 0), lastTime({ 'vien-chuc': was }));

  test.each([
    [50, 55, false],
    [50, 56, true],
    [50, 45, false],
    [50, 44, true],
    [46, 46, false],
    [9, 10, true],
    [10, 11, false],
    [0, 0, false],
    [0, 1, true],
    [1, 0, true],
  ])('from %i to %i: %s', (was, is, expected) => {
    expect(ofSchool(was, is).length > 0).toBe(expected);
  });

  test('is decided by whole numbers, whichever way it went', () => {
    const count = fc.integer({ min: 0, max: 99_999 });
    fc.assert(
      fc.property(count, count, (was, is) => {
        const tenth = BigInt(Math.abs(is - was)) * 10n > BigInt(was);
        expect(ofSchool(was, is).length > 0).toBe(tenth);
      }),
      { numRuns: 200 },
    );
  });

  test('is told once where one category is the whole unit', () => {
    expect(ofSchool(46, 460).map(queryText)).toEqual([
      'Tổng số tăng từ 46 lên 460 người so với đợt trước. Kiểm tra lại; nếu đúng, ghi lý do.',
    ]);
  });

  test('names the categories that changed, one query for all of them', () => {
    const now = report({ 'can-bo': 8, 'cong-chuc': 20, 'vien-chuc': 30 }, 0);
    const queries = asked(now, lastTime({ 'can-bo': 12, 'cong-chuc': 16, 'vien-chuc': 30 }));
    expect(queries.map(queryFactText)).toEqual([
      'Cán bộ giảm từ 12 xuống 8 người; công chức tăng từ 16 lên 20 người so với đợt trước',
    ]);
    expect(queries[0]?.fields).toEqual(['headcount-can-bo', 'headcount-cong-chuc']);
  });

  test('compares categories that both campaigns have, by name or code, and the total only of the same ones', () => {
    const now = report({ 'can-bo': 10, 'vien-chuc': 90 }, 0);
    const earlier = [
      { code: 'khac', name: 'VIÊN CHỨC', headcount: 60 },
      { code: 'lao-dong', name: 'Người lao động', headcount: 3 },
    ];
    expect(asked(now, earlier).map(queryFactText)).toEqual([
      'Viên chức tăng từ 60 lên 90 người so với đợt trước',
    ]);
  });

  test('is not asked about where nothing was sent last time', () => {
    expect(asked(report({ 'vien-chuc': 46 }, 0), [])).toEqual([]);
  });
});

describe('Names that look wrong', () => {
  const listOf = (...rows: readonly Participant[]) => ({
    counts: report({ 'vien-chuc': rows.length }, rows.length).counts,
    participants: rows,
  });

  test('make one query that names the rows', () => {
    const rows = [
      ...people(2),
      person('Bà Lê Thị Hoa'),
      person('nguyễn văn an'),
      person('Kế Toán', 'Kế toán'),
    ];
    const [query, ...others] = asked(listOf(...rows));
    expect(others).toEqual([]);
    expect(query).toMatchObject({
      code: 'names-odd',
      fields: ['row-3-name', 'row-4-name', 'row-5-name'],
    });
    expect(query && queryText(query)).toBe(
      'Có họ tên nên xem lại. Dòng 3 (Bà Lê Thị Hoa): có danh xưng "Bà"; Dòng 4 (nguyễn văn an): chữ đầu của "nguyễn" không viết hoa; Dòng 5 (Kế Toán): trùng với chức vụ hoặc đối tượng. Sửa những chỗ sai; nếu đúng, ghi rõ.',
    );
  });

  test('are named up to ten, the others counted; the key knows all of them', () => {
    const many = names.slice(0, 14).map((name) => person(name.toLocaleLowerCase('vi')));
    const [query] = asked(listOf(...many));
    expect(query?.fields).toHaveLength(10);
    expect(query?.details.names).toMatch(/; và 4 dòng khác$/);
    expect(query?.key).toBe('names-odd:1-2-3-4-5-6-7-8-9-10-11-12-13-14');
  });
});

describe('An explanation', () => {
  const queries = asked(report({ 'vien-chuc': 50 }, 10), lastTime({ 'vien-chuc': 10 }));
  const key = (code: QueryCode) => queries.find((query) => query.code === code)?.key ?? '';
  const write = (code: QueryCode, text: string, itsKey = key(code)): TypedExplanation => ({
    code,
    key: itsKey,
    text,
  });
  const faultsOf = (text: string, itsKey = key('rate-low')) =>
    answered(queries, [write('rate-low', text, itsKey)]).map(({ fault }) => fault);

  test('is needed for each query, in words', () => {
    expect(answered(queries, []).map(({ fault }) => fault)).toEqual([
      'explanation-missing',
      'explanation-missing',
    ]);
    expect(() => explained(queries, [write('rate-low', 'Ba người nghỉ thai sản')])).toThrow(
      'queries-unexplained',
    );
    expect(explained([], undefined)).toEqual([]);
  });

  test.each([
    ['   \n ', 'explanation-missing'],
    ['đúng rồi', 'explanation-short'],
    ['. . . . . . . . . . . .', 'explanation-short'],
    ['nghỉ ốm bốn', 'explanation-short'],
    ['nghỉ ốm đông', undefined],
    ['x'.repeat(longestExplanation), undefined],
    ['x'.repeat(longestExplanation + 1), 'explanation-long'],
  ])('"%s" is judged: %s', (text, fault) => {
    expect(faultsOf(text)[0]).toBe(fault);
  });

  test('of other figures is kept but has to be sent again', () => {
    const [answer] = answered(queries, [write('rate-low', 'Ba người nghỉ ốm', 'rate-low:1/2<3')]);
    expect(answer).toMatchObject({ text: 'Ba người nghỉ ốm', fault: 'explanation-of-other' });
  });

  test('comes from the form by its key; what belongs to nothing is left out', () => {
    const form = new URLSearchParams([
      ['query', 'rate-low:1/2<80'],
      ['explanation', ' Ba người '],
      ['query', 'khac:1'],
      ['explanation', 'Không ai hỏi'],
      ['query', 'names-odd:3'],
    ]);
    expect(explanationsFromForm(form)).toEqual([
      { code: 'rate-low', key: 'rate-low:1/2<80', text: ' Ba người ' },
      { code: 'names-odd', key: 'names-odd:3', text: '' },
    ]);
  });

  test('of the version before is offered again; of names only while they are the same', () => {
    const odd = (list: string): Query => ({
      code: 'names-odd',
      key: 'names-odd:1',
      fields: [],
      details: { rows: 1, names: list },
    });
    const earlier = [
      { code: 'rate-low' as const, details: { rate: '10,00%' }, text: 'Nghỉ thai sản' },
      { code: 'names-odd' as const, details: { names: 'Dòng 1' }, text: 'Tên khai sinh' },
    ];
    expect(queries.map((query) => explainedBefore(query, earlier))).toEqual(['Nghỉ thai sản', '']);
    expect(explainedBefore(odd('Dòng 1'), earlier)).toBe('Tên khai sinh');
    expect(explainedBefore(odd('Dòng 2'), earlier)).toBe('');
  });

  test('stands in one line of the Phụ lục, whatever lines it has', () => {
    expect(explanationLine({ code: 'rate-low', text: 'Nghỉ ốm\nvà thai sản' })).toBe(
      'Tỷ lệ thấp: Nghỉ ốm và thai sản',
    );
  });
});
