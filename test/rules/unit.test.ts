import { describe, expect, test } from 'vitest';
import { isEmail } from '../../src/kit/email.ts';
import { readPhone } from '../../src/kit/phone.ts';
import { romanNumeral } from '../../src/kit/roman.ts';
import { problemText } from '../../src/strings/problems.ts';
import {
  checkUnit,
  codeForGroup,
  groupMeant,
  longestName,
  mendedCode,
  moved,
  type TypedUnit,
} from '../../src/units/unit.ts';

const fine: TypedUnit = {
  code: 'phong-y-te',
  name: 'Phòng Y tế',
  contactName: 'Ngô Thị Cúc',
  email: 'yte@thu.example',
  phone: '0912345678',
};

const faultsOf = (wrong: Partial<TypedUnit>) => checkUnit({ ...fine, ...wrong }).faults ?? [];

describe('a typed unit', () => {
  test('is kept tidy: blanks, case of the e-mail, digits of the number', () => {
    const checked = checkUnit({
      code: ' phong-y-te ',
      name: '  Phòng   Y tế',
      contactName: ' Ngô  Thị Cúc ',
      email: 'YTe@Thu.Example',
      phone: '0912.345 678',
    });
    expect(checked).toEqual({ unit: fine });
  });

  test('need not have a contact', () => {
    const { unit } = checkUnit({ ...fine, contactName: '', email: ' ', phone: '' });
    expect(unit).toMatchObject({ contactName: null, email: null, phone: null });
  });

  test.each([
    ['', 'unit-code-missing', undefined],
    ['Phòng Y tế', 'unit-code-unfit', 'phong-y-te'],
    ['PHONG-Y-TE', 'unit-code-unfit', 'phong-y-te'],
    ['đội  quản lý', 'unit-code-unfit', 'doi-quan-ly'],
    ['phong_y.te', 'unit-code-unfit', 'phong-y-te'],
    ['-phong--y-te-', 'unit-code-unfit', 'phong-y-te'],
    ['=1+1', 'unit-code-unfit', '1-1'],
    ['!!!', 'unit-code-unfit', ''],
    ['a'.repeat(61), 'unit-code-too-long', undefined],
  ])('with the code "%s" is refused, and a mended one offered', (code, problem, mended) => {
    const [fault, ...more] = faultsOf({ code });
    expect(more).toEqual([]);
    expect(fault).toMatchObject({ field: 'code', code: problem });
    expect(fault?.details.mended).toBe(mended);
    if (mended && fault) {
      expect(problemText(fault)).toContain(`Dùng: ${mended}`);
      expect(faultsOf({ code: mended })).toEqual([]);
    }
  });

  test('may have a code of sixty characters, not more', () => {
    expect(faultsOf({ code: 'a'.repeat(60) })).toEqual([]);
    expect(mendedCode(`Trường ${'rất dài '.repeat(20)}`).length).toBeLessThanOrEqual(60);
    expect(mendedCode(`Trường ${'rất dài '.repeat(20)}`)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  test('needs a name that fits', () => {
    expect(faultsOf({ name: ' \u00a0' })).toMatchObject([{ code: 'unit-name-missing' }]);
    expect(faultsOf({ name: 'a'.repeat(longestName) })).toEqual([]);
    const long = { name: 'a'.repeat(longestName + 1) };
    expect(faultsOf(long)).toMatchObject([{ field: 'name', code: 'text-too-long' }]);
    const contact = { contactName: 'a'.repeat(longestName + 1) };
    expect(faultsOf(contact)).toMatchObject([{ field: 'contactName', code: 'text-too-long' }]);
  });

  test('tells everything that is wrong at once', () => {
    const faults = faultsOf({ code: '', name: '', email: 'sai', phone: '123' });
    expect(faults.map(({ field }) => field)).toEqual(['code', 'name', 'email', 'phone']);
  });
});

describe('a telephone number', () => {
  test.each([
    ['0912345678', '0912345678'],
    ['0912 345 678', '0912345678'],
    ['0912.345.678', '0912345678'],
    ['+84 912 345 678', '0912345678'],
    ['+84912345678', '0912345678'],
    ['+84 (0)912 345 678', '0912345678'],
    ['84912345678', '0912345678'],
    ['(0220) 3838 383', '02203838383'],
    ['+84 220 3838383', '02203838383'],
    ['024-3825-1234', '02438251234'],
  ])('%s is kept as %s', (typed, number) => {
    expect(readPhone(typed)).toEqual({ kind: 'number', number });
  });

  test.each([
    ['912345678', '0912345678'],
    ['912.345.678', '0912345678'],
    ['2203838383', '02203838383'],
  ])('%s has lost its leading zero: %s is offered', (typed, mended) => {
    const [fault] = faultsOf({ phone: typed });
    expect(fault).toMatchObject({ field: 'phone', code: 'phone-lost-zero', details: { mended } });
    expect(fault && problemText(fault)).toBe(`Số điện thoại mất số 0 đầu, dùng: ${mended}`);
  });

  test.each([
    '123',
    '01234',
    '0912345',
    '112345678',
    '09123456789012',
    'không có',
    '+1 202 555 0100',
    '0912345678 / 0913456789',
    '=0912',
  ])('%s is refused', (typed) => {
    expect(faultsOf({ phone: typed })).toMatchObject([{ code: 'phone-invalid' }]);
  });
});

test.each([
  ['yte@thu.example', true],
  ['a.b+c@so.thu.example', true],
  ['yte@thu', false],
  ['yte.thu.example', false],
  ['yte@thu.example, tu-phap@thu.example', false],
  ['y te@thu.example', false],
  [`${'a'.repeat(65)}@thu.example`, false],
  [`a@${'b'.repeat(250)}.vn`, false],
])('%s as an e-mail address: %s', (typed, is) => {
  expect(isEmail(typed)).toBe(is);
});

describe('a group', () => {
  const groups = [
    { code: 'I', name: 'Các phòng, ban, đơn vị' },
    { code: 'ubnd', name: 'UBND các phường, xã' },
  ];

  test('is meant by its name or code, marks and capitals apart', () => {
    expect(groupMeant(groups, 'cac phong, ban, don vi')?.code).toBe('I');
    expect(groupMeant(groups, ' i ')?.code).toBe('I');
    expect(groupMeant(groups, 'UBND')?.code).toBe('ubnd');
    expect(groupMeant(groups, 'Các trường')).toBeUndefined();
    expect(groupMeant(groups, '')).toBeUndefined();
  });

  test('gets a code of its own', () => {
    expect(codeForGroup('Các trường', [])).toBe('cac-truong');
    expect(codeForGroup('Các trường', ['cac-truong', 'cac-truong-2'])).toBe('cac-truong-3');
    expect(codeForGroup('…', [])).toBe('nhom');
  });

  test.each([
    [1, 'I'],
    [3, 'III'],
    [4, 'IV'],
    [9, 'IX'],
    [14, 'XIV'],
    [48, 'XLVIII'],
  ])('number %i is written %s', (value, text) => {
    expect(romanNumeral(value)).toBe(text);
  });
});

describe('the order by hand', () => {
  const list = ['a', 'b', 'c', 'd'];

  test('moves one place, and nowhere at the ends', () => {
    expect(moved(list, 'b', 'up')).toEqual(['b', 'a', 'c', 'd']);
    expect(moved(list, 'b', 'down')).toEqual(['a', 'c', 'b', 'd']);
    expect(moved(list, 'a', 'up')).toBe(list);
    expect(moved(list, 'd', 'down')).toBe(list);
    expect(moved(list, 'x', 'down')).toBe(list);
  });

  test('steps over those that are not shown', () => {
    const shown = new Set(['a', 'c', 'd']);
    expect(moved(list, 'c', 'up', shown)).toEqual(['c', 'b', 'a', 'd']);
    expect(moved(list, 'a', 'up', shown)).toBe(list);
    expect(moved(list, 'b', 'up', shown)).toBe(list);
  });
});
