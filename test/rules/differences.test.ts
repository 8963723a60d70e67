import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Participant } from '../../src/participants/participant.ts';
import { type Comparable, differences, isUnchanged } from '../../src/reports/version.ts';

const person = (name: string, changes: Partial<Participant> = {}): Participant => ({
  name,
  birthDate: '',
  title: 'Giáo viên',
  categoryId: 'vien-chuc',
  note: '',
  ...changes,
});

const version = (
  participants: readonly Participant[],
  changes: Partial<Comparable> = {},
): Comparable => ({
  counts: [{ categoryId: 'vien-chuc', headcount: 9, participants: participants.length }],
  participants,
  nobodyReason: null,
  ...changes,
});

const an = person('Lê Văn An');
const binh = person('Trần Thị Bình');
const cuc = person('Vũ Thị Cúc');

const peopleOf = (before: readonly Participant[], after: readonly Participant[]) => {
  const { added, removed, changed } = differences(version(before), version(after));
  return { added, removed, changed };
};

describe('Rule 10: every version can be compared with the one before', () => {
  test('who came, who went, who is described otherwise', () => {
    const promoted = { ...binh, title: 'Hiệu trưởng' };
    expect(peopleOf([an, binh], [promoted, cuc])).toEqual({
      added: [cuc],
      removed: [an],
      changed: [{ before: binh, after: promoted }],
    });
  });

  test('another category, note or spelling of the same person is a change', () => {
    for (const after of [
      { ...an, categoryId: 'cong-chuc' },
      { ...an, note: 'Nghỉ sinh' },
      { ...an, name: 'LÊ VĂN AN' },
    ])
      expect(peopleOf([an], [after])).toEqual({
        added: [],
        removed: [],
        changed: [{ before: an, after }],
      });
  });

  test('two people of one name: only the one that left is missing', () => {
    const namesake = { ...an, title: 'Bảo vệ' };
    expect(peopleOf([an, namesake], [namesake])).toEqual({
      added: [],
      removed: [an],
      changed: [],
    });
  });

  test('two people of one name, sorted anew and one of them changed: one change', () => {
    const namesake = { ...an, title: 'Bảo vệ' };
    const changed = { ...an, title: 'Hiệu trưởng' };
    expect(peopleOf([namesake, an], [changed, namesake])).toEqual({
      added: [],
      removed: [],
      changed: [{ before: an, after: changed }],
    });
  });

  test('a headcount or a number of participants that changed', () => {
    const before = version([an]);
    const after = version([an], {
      counts: [
        { categoryId: 'vien-chuc', headcount: 8, participants: 1 },
        { categoryId: 'can-bo', headcount: 2, participants: 0 },
      ],
    });
    expect(differences(before, after).counts).toEqual([
      {
        categoryId: 'vien-chuc',
        before: { categoryId: 'vien-chuc', headcount: 9, participants: 1 },
        after: { categoryId: 'vien-chuc', headcount: 8, participants: 1 },
      },
      {
        categoryId: 'can-bo',
        before: { categoryId: 'can-bo', headcount: 0, participants: 0 },
        after: { categoryId: 'can-bo', headcount: 2, participants: 0 },
      },
    ]);
  });

  test('the reason for nobody came, went, or stayed', () => {
    const none = version([], { nobodyReason: 'Mới thành lập' });
    expect(differences(version([]), none).nobodyReason).toEqual({
      before: null,
      after: 'Mới thành lập',
    });
    expect(differences(none, version([])).nobodyReason).toEqual({
      before: 'Mới thành lập',
      after: null,
    });
    expect(differences(none, none).nobodyReason).toBeNull();
    expect(isUnchanged(differences(version([]), none))).toBe(false);
  });
});

describe('Rule 10: for any two lists', () => {
  const people = fc.array(
    fc.record({
      name: fc.constantFrom('Lê Hòa', 'Lê Hoà', 'Lê An', 'Vũ Cúc'),
      title: fc.constantFrom('Giáo viên', 'Bảo vệ'),
      categoryId: fc.constantFrom('can-bo', 'vien-chuc'),
      birthDate: fc.constantFrom('', '1980-11-30'),
      note: fc.constant(''),
    }),
    { maxLength: 8 },
  );
  const shuffled = people.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
  );

  test('a version does not differ from itself, nor from itself sorted anew', () => {
    fc.assert(
      fc.property(shuffled, ([one, sorted]) => {
        expect(isUnchanged(differences(version(one), version(one)))).toBe(true);
        expect(isUnchanged(differences(version(one), version(sorted)))).toBe(true);
      }),
    );
  });

  test('nobody is lost: before + added − removed is as long as after', () => {
    fc.assert(
      fc.property(people, people, (before, after) => {
        const { added, removed } = peopleOf(before, after);
        expect(before.length + added.length - removed.length).toBe(after.length);
      }),
    );
  });

  test('the order of the rows does not decide what is shown as changed', () => {
    fc.assert(
      fc.property(shuffled, people, ([before, sorted], after) => {
        const sizes = ({ added, removed, changed }: ReturnType<typeof peopleOf>) => [
          added.length,
          removed.length,
          changed.length,
        ];
        expect(sizes(peopleOf(sorted, after))).toEqual(sizes(peopleOf(before, after)));
        expect(sizes(peopleOf(after, sorted))).toEqual(sizes(peopleOf(after, before)));
      }),
    );
  });
});
