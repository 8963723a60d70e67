import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daySpelling } from '../../public/js/pasted-days.js';
import { rowsFromText } from '../../public/js/pasted-rows.js';
import { dayText } from '../../src/kit/time.ts';
import { readBirthDate, withWholeYear } from '../../src/participants/birth-date.ts';
import { claimedTwice, samePeople } from '../../src/participants/duplicates.ts';
import { checkDraft } from '../../src/reports/check.ts';
import { type Draft, emptyDraft } from '../../src/reports/draft.ts';
import { draftFromForm } from '../../src/reports/read-draft.ts';
import { differences } from '../../src/reports/version.ts';
import { faultText, warningText } from '../../src/strings/checks.ts';
import { aCampaign } from '../support/appendix-input.ts';

const countedOn = '2024-11-30';
const asking = aCampaign({ birthDateAsked: true });
const read = (typed: string) => {
  const found = readBirthDate(typed, countedOn);
  return 'day' in found ? found.day : found.fault;
};

describe('A typed birth date', () => {
  test.each([
    '30/11/1980',
    ' 30 / 11 / 1980 ',
    '30-11-1980',
    '30.11.1980',
    '30 11 1980',
    '1980-11-30',
    '30/11/1980\u200B',
  ])('%j is a day', (typed) => {
    expect(read(typed)).toBe('1980-11-30');
  });

  test.each([
    ['1/2/1980', '1980-02-01'],
    ['29/02/2000', '2000-02-29'],
    ['03/04/1980', '1980-04-03'],
  ])('%j is read as day and month: %s', (typed, day) => {
    expect(read(typed)).toBe(day);
  });

  test.each([
    ['', 'birth-date-missing'],
    ['\u00A0', 'birth-date-missing'],
    ['1980', 'birth-date-year-only'],
    ['03/04/80', 'birth-date-short-year'],
    ['3/4/980', 'birth-date-short-year'],
    ['31/13/1980', 'birth-date-impossible'],
    ['11/30/1980', 'birth-date-impossible'],
    ['31/04/1980', 'birth-date-impossible'],
    ['29/02/1900', 'birth-date-impossible'],
    ['29/02/1981', 'birth-date-impossible'],
    ['0/1/1980', 'birth-date-impossible'],
    ['1980-00-10', 'birth-date-impossible'],
    ['30/11/1880', 'birth-date-implausible'],
    ['30/11/2080', 'birth-date-implausible'],
    ['30/11/0080', 'birth-date-implausible'],
    ['khoảng 1980', 'birth-date-unreadable'],
    ['30-Nov-80', 'birth-date-unreadable'],
    ['30/11-1980', 'birth-date-unreadable'],
    ['30/11', 'birth-date-unreadable'],
    ['30111980', 'birth-date-unreadable'],
    ['30/11/1980x', 'birth-date-unreadable'],
    ['٣٠/١١/١٩٨٠', 'birth-date-unreadable'],
  ])('%j is refused: %s', (typed, fault) => {
    expect(read(typed)).toBe(fault);
  });

  test('belongs to somebody of 16 to 80 years on the day of counting', () => {
    expect(read('30/11/2008')).toBe('2008-11-30');
    expect(read('01/12/2008')).toBe('birth-date-implausible');
    expect(read('01/12/1943')).toBe('1943-12-01');
    expect(read('30/11/1943')).toBe('birth-date-implausible');
  });

  test('comes back the same from the way people write it, for every day of 64 years', () => {
    const days = fc.date({
      min: new Date('1943-12-01T00:00:00Z'),
      max: new Date('2008-11-30T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(days, (date) => {
        const day = date.toISOString().slice(0, 10);
        expect(read(dayText(day))).toBe(day);
        expect(read(day)).toBe(day);
        const serial = Math.floor(date.getTime() / 86_400_000) + 25_569;
        expect(read(daySpelling(String(serial)))).toBe(day);
      }),
      { numRuns: 2000 },
    );
  });

  test('whatever is typed is a real day of a plausible age or a fault, never anything between', () => {
    const typed = fc.oneof(
      fc.string({ unit: fc.constantFrom(...'0123456789/-. x') }),
      fc.tuple(fc.nat(40), fc.nat(14), fc.nat(2100)).map((parts) => parts.join('/')),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const found = readBirthDate(text, countedOn);
        if ('fault' in found) return;
        expect(new Date(`${found.day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(found.day);
        expect(found.day > '1943-11-30' && found.day <= '2008-11-30').toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test('with a short year is shown with a whole one that would be taken', () => {
    expect(withWholeYear('03/04/80', countedOn)).toBe('03/04/1980');
    expect(withWholeYear('3-4-05', countedOn)).toBe('3/4/2005');
    expect(withWholeYear('3/4/15', countedOn)).toBe('3/4/1915');
  });
});

const draftOf = (...people: [name: string, birthDate: string][]): Draft => ({
  ...emptyDraft,
  headcounts: { 'can-bo': '0', 'cong-chuc': '0', 'vien-chuc': '9' },
  rows: people.map(([name, birthDate]) => ({
    name,
    birthDate,
    title: '',
    category: 'Viên chức',
    note: '',
  })),
});

describe('A list with birth dates', () => {
  test.each([
    [
      '31/13/1980',
      'Dòng 1: ngày 31/13/1980 không có thật. Nhập theo dạng ngày/tháng/năm, ví dụ 30/11/1980.',
    ],
    ['03/04/80', 'Dòng 1: không rõ 03/04/80 là ngày nào. Nhập đủ năm, ví dụ 03/04/1980.'],
    ['', 'Dòng 1: chưa có ngày sinh. Nhập ngày/tháng/năm, ví dụ 30/11/1980.'],
    ['1975', 'Dòng 1: mới có năm sinh 1975. Nhập đủ ngày/tháng/năm, ví dụ 30/11/1975.'],
  ])('says what is wrong with %j', (typed, sentence) => {
    const { faults } = checkDraft(draftOf(['Lê Văn An', typed]), asking);
    expect(faults.map(({ field }) => field)).toEqual(['row-1-birthDate']);
    expect(faults.map(faultText)).toEqual([sentence]);
  });

  test('is sent with days, not with what was typed', () => {
    const { faults, participants } = checkDraft(draftOf(['Lê Văn An', '1/2/1980']), asking);
    expect(faults).toEqual([]);
    expect(participants[0]?.birthDate).toBe('1980-02-01');
  });

  test('is neither checked nor sent where the campaign does not ask', () => {
    const draft = draftOf(['Lê Văn An', '31/13/1980'], ['Lê Văn An', '1/2/1980']);
    const { faults, participants, warnings } = checkDraft(draft, aCampaign());
    expect(faults).toEqual([]);
    expect(participants.map(({ birthDate }) => birthDate)).toEqual(['', '']);
    expect(warnings).toHaveLength(1);
  });

  test('is read from the form only where the campaign asks', () => {
    const form = new URLSearchParams('name=A&birthDate=1/2/1980&name=B&birthDate=');
    const dates = (campaign: ReturnType<typeof aCampaign>) =>
      draftFromForm(form, campaign).rows.map(({ birthDate }) => birthDate);
    expect(dates(asking)).toEqual(['1/2/1980', '']);
    expect(dates(aCampaign())).toEqual(['', '']);
  });
});

describe('Rule 9: birth dates decide', () => {
  const an = (birthDate: string) => ({ name: 'Lê Văn An', birthDate });

  test('one name with two birth dates is two people, with one birth date the same', () => {
    expect(samePeople([an('1980-11-30'), an('1981-11-30')])).toEqual([]);
    expect(samePeople([an('1980-11-30'), an('1981-11-30'), an('1980-11-30')])).toEqual([[1, 3]]);
  });

  test('a birth date that is not known decides nothing', () => {
    expect(samePeople([an('1980-11-30'), an('')])).toEqual([[1, 2]]);
    expect(samePeople([an('1980-11-30'), an(''), an('1981-11-30')])).toEqual([
      [1, 2],
      [2, 3],
    ]);
    expect(samePeople([an(''), an('')])).toEqual([[1, 2]]);
  });

  test('the warning names both, in the way people write a day', () => {
    const draft = draftOf(
      ['Lê Văn An', '30/11/1980'],
      ['Lê Văn An', '30-11-1980'],
      ['Lê Văn An', '30/11/1981'],
    );
    const { warnings } = checkDraft(draft, asking);
    expect(warnings.map(warningText)).toEqual([
      'Các dòng 1, 2 trùng họ tên và ngày sinh "Lê Văn An, 30/11/1980". Nếu là những người khác nhau, tích "Tôi đã xem"; nếu trùng, quay lại xóa bớt dòng.',
    ]);
  });

  test('across units as well', () => {
    const elsewhere = [
      { ...an('1981-11-30'), unit: 'Trường A' },
      { ...an('1980-11-30'), unit: 'Trường B' },
      { ...an(''), unit: 'Trường C' },
    ];
    expect(claimedTwice([an('1980-11-30')], elsewhere)).toEqual([
      { row: 1, name: 'Lê Văn An', units: ['Trường B', 'Trường C'] },
    ]);
    expect(claimedTwice([an('1979-11-30')], elsewhere.slice(0, 2))).toEqual([]);
  });
});

test('between two versions, a namesake of the same birth date is the same person', () => {
  const person = (birthDate: string, title = '') => ({
    name: 'Lê Văn An',
    birthDate,
    title,
    categoryId: 'vien-chuc',
    note: '',
  });
  const version = (...participants: ReturnType<typeof person>[]) => ({
    counts: [],
    participants,
    nobodyReason: null,
  });
  const found = differences(
    version(person('1970-01-01'), person('1980-01-01')),
    version(person('1980-01-01', 'Tổ trưởng')),
  );
  expect(found.changed).toEqual([
    { before: person('1980-01-01'), after: person('1980-01-01', 'Tổ trưởng') },
  ]);
  expect(found.removed).toEqual([person('1970-01-01')]);
  const mended = differences(version(person('1970-01-01')), version(person('1971-01-01')));
  expect(mended.changed).toHaveLength(1);
});

describe('A pasted list with birth dates', () => {
  const categories = ['Cán bộ', 'Viên chức'];
  const pasted = (text: string, birthDateAsked = true) =>
    rowsFromText(text, { categories, birthDateAsked });
  const dates = (text: string) => pasted(text).rows.map(({ birthDate }) => birthDate);

  test.each(['Ngày sinh', 'NĂM SINH', 'Ngày, tháng, năm sinh', 'ngay sinh'])(
    'is recognised by the heading %j',
    (heading) => {
      const text = `STT\tHọ và tên\tChức vụ\t${heading}\n1\tLê Văn An\tGiáo viên\t30/11/1980`;
      expect(pasted(text)).toMatchObject({
        rows: [{ name: 'Lê Văn An', title: 'Giáo viên', birthDate: '30/11/1980' }],
        columns: ['name', 'birthDate', 'title'],
        ignored: 0,
      });
    },
  );

  test('is recognised by its days where there is no heading, wherever they stand', () => {
    expect(pasted('Lê Văn An\tGiáo viên\t30/11/1980\tmới').rows).toEqual([
      { name: 'Lê Văn An', title: 'Giáo viên', birthDate: '30/11/1980', category: 'mới', note: '' },
    ]);
    expect(pasted('Lê Văn An\t30/11/1980\tGiáo viên').rows[0]?.title).toBe('Giáo viên');
    expect(pasted('Lê Văn An\tGiáo viên\tmới').columns).toEqual(['name', 'title', 'category']);
  });

  test("turns a spreadsheet's number of days into a day, only in that column", () => {
    expect(dates('Họ tên\tNgày sinh\nLê Văn An\t29555\nLê Văn Ba\t30/11/1980')).toEqual([
      '30/11/1980',
      '30/11/1980',
    ]);
    expect(dates('Họ tên\tNgày sinh\nLê Văn An\t30/11/1980 00:00:00')).toEqual(['30/11/1980']);
    expect(dates('Họ tên\tNgày sinh\nLê Văn An\t1980')).toEqual(['1980']);
    const { rows } = pasted('Họ tên\tGhi chú\tNgày sinh\nLê Văn An\t29555\t30/11/1980');
    expect(rows[0]?.note).toBe('29555');
  });

  test('leaves the column out, and says so, where the campaign does not ask', () => {
    expect(pasted('Họ tên\tNgày sinh\nLê Văn An\t30/11/1980', false)).toMatchObject({
      rows: [{ name: 'Lê Văn An', birthDate: '' }],
      columns: ['name'],
      ignored: 1,
    });
  });
});
