import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { claimedTwice } from '../../src/participants/duplicates.ts';

const school = 'Trường THCS Nguyễn Huệ';
const ward = 'UBND phường Quang Trung';

const named = (...names: string[]) => names.map((name) => ({ name, birthDate: '' }));

describe('Rule 9: the same person in two units', () => {
  test('is found with its row and the other units, each named once', () => {
    const elsewhere = [
      { unit: school, name: 'Nguyễn Thị Hòa', birthDate: '' },
      { unit: ward, name: 'Nguyễn Thị Hòa', birthDate: '' },
      { unit: ward, name: 'Nguyễn Thị Hòa', birthDate: '' },
      { unit: ward, name: 'Lê Văn Khác', birthDate: '' },
    ];
    expect(claimedTwice(named('Trần Văn An', 'Nguyễn Thị Hòa'), elsewhere)).toEqual([
      { row: 2, name: 'Nguyễn Thị Hòa', units: [school, ward] },
    ]);
  });

  test.each([
    'Nguyễn Thị Hoà',
    'NGUYỄN THỊ HÒA',
    ' nguyễn  thị hòa ',
    'Nguyễn Thị Hòa'.normalize('NFD'),
  ])('is the same in the spelling "%s"', (name) => {
    expect(
      claimedTwice(named(name), [{ unit: ward, name: 'Nguyễn Thị Hòa', birthDate: '' }]),
    ).toHaveLength(1);
  });

  test.each(['Nguyễn Thị Hoa', 'Nguyễn Thị Hóa', 'Nguyễn Hòa'])(
    'is not "%s", who is somebody else',
    (name) => {
      expect(
        claimedTwice(named(name), [{ unit: ward, name: 'Nguyễn Thị Hòa', birthDate: '' }]),
      ).toEqual([]);
    },
  );

  test('is reported from both sides, or from neither', () => {
    const name = fc.constantFrom('Lê An', 'Lê Ân', 'Vũ Hòa', 'Vũ Hoà', 'VŨ HÒA', 'Đỗ Hoa-Lý');
    fc.assert(
      fc.property(fc.array(name), fc.array(name), (one, other) => {
        const as = (unit: string, names: string[]) =>
          named(...names).map((own) => ({ ...own, unit }));
        const here = claimedTwice(named(...one), as(ward, other));
        const there = claimedTwice(named(...other), as(school, one));
        expect(here.length > 0).toBe(there.length > 0);
      }),
    );
  });
});
