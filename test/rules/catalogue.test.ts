import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AccountCard } from '../../src/accounts/people-store.ts';
import { currentWorkbook } from '../../src/catalogue/catalogue-workbook.ts';
import { compareAccounts } from '../../src/catalogue/compare-accounts.ts';
import { compareUnits } from '../../src/catalogue/compare-units.ts';
import { readCatalogue } from '../../src/catalogue/read-catalogue.ts';
import type { ReadSheet } from '../../src/kit/read-sheet.ts';
import type { Unit } from '../../src/units/catalogue-store.ts';
import { accountHead, type Grid, unitHead } from '../support/workbook-file.ts';

const groups = [
  { id: 'g1', code: 'I', name: 'Các phòng', units: 0 },
  { id: 'g2', code: 'II', name: 'Các trường', units: 0 },
];

const unit = (code: string, more: Partial<Unit> = {}): Unit => ({
  id: `id-${code}`,
  code,
  name: `Đơn vị ${code}`,
  contactName: null,
  email: null,
  phone: null,
  groupId: 'g1',
  group: 'I',
  groupName: 'Các phòng',
  searchName: '',
  deactivatedAt: null,
  mergedIntoId: null,
  mergedIntoCode: null,
  mergedIntoName: null,
  ...more,
});

const account = (id: string, more: Partial<AccountCard> = {}): AccountCard => ({
  id,
  name: 'Ngô Văn Sáu',
  email: null,
  phone: null,
  role: 'clerk',
  hasPassword: false,
  signedInAt: null,
  deactivatedAt: null,
  units: [{ id: 'id-a', code: 'a', name: 'Đơn vị a' }],
  ...more,
});

/** A sheet as the reader of workbooks gives it. */
const sheet = (name: string, grid: Grid): ReadSheet => ({
  name,
  rows: grid.map((row, number) =>
    row.flatMap((value, index) =>
      value === ''
        ? []
        : [
            {
              at: `${String.fromCharCode(65 + index)}${number + 1}`,
              column: index + 1,
              text: String(value),
              isFormula: false,
            },
          ],
    ),
  ),
});

const unitRows = (...rows: Grid) => readCatalogue([sheet('Đơn vị', [unitHead, ...rows])]).units;
const accountRows = (...rows: Grid) =>
  readCatalogue([sheet('Tài khoản', [accountHead, ...rows])]).accounts;

const accountKinds = (rows: Grid, accounts: readonly AccountCard[]) =>
  compareAccounts(accountRows(...rows), {
    accounts,
    units: new Set(['a', 'b']),
    actor: { role: 'office' },
  });

describe('the units of a file', () => {
  test('are new, changed, as they were, or faulty, each row for itself', () => {
    const { outcomes, missing } = compareUnits(
      unitRows(
        ['I', 'moi', 'Đơn vị mới', '', '', ''],
        ['II', 'a', 'Đơn vị a', '', '', '0912345678'],
        ['I', 'b', 'Đơn vị b', '', '', ''],
        ['I', 'C D', 'Đơn vị c', '', '', ''],
      ),
      groups,
      [unit('a'), unit('b'), unit('c-d'), unit('e'), unit('f', { deactivatedAt: 'then' })],
    );
    expect(outcomes.map(({ kind }) => kind)).toEqual(['added', 'changed', 'same', 'faulty']);
    expect(outcomes[1]).toMatchObject({
      changes: [
        { what: 'group', before: 'I', after: 'II' },
        { what: 'phone', before: '', after: '0912345678' },
      ],
    });
    // The faulty row names c-d all the same, and f is out of use already.
    expect(missing.map(({ code }) => code)).toEqual(['e']);
  });

  test('a column that is blank in the file empties what is kept', () => {
    const { outcomes } = compareUnits(unitRows(['I', 'a', 'Đơn vị a', '', '', '']), groups, [
      unit('a', { contactName: 'Ngô Văn Sáu' }),
    ]);
    expect(outcomes[0]).toMatchObject({
      kind: 'changed',
      changes: [{ what: 'contactName', before: 'Ngô Văn Sáu', after: '' }],
    });
  });

  test('all faults of a row are said at once', () => {
    const { outcomes } = compareUnits(
      unitRows(['IX', 'Mã', '', '', 'a@b', '912345678']),
      groups,
      [],
    );
    const faults = outcomes[0]?.kind === 'faulty' ? outcomes[0].faults : [];
    expect(faults.map(({ cell, code }) => `${cell.at} ${code}`)).toEqual([
      'A2 row-group-unknown',
      'B2 unit-code-unfit',
      'C2 unit-name-missing',
      'E2 email-invalid',
      'F2 phone-lost-zero',
    ]);
  });

  test('without a sheet of units nothing is missing', () => {
    expect(compareUnits(null, groups, [unit('a')])).toEqual({ outcomes: [], missing: [] });
  });
});

describe('the accounts of a file are known', () => {
  test('by their e-mail, whatever the capitals', () => {
    const kept = account('1', { name: 'Ngô Sáu', email: 'sau@thu.example' });
    const [outcome] = accountKinds([['Ngô Văn Sáu', 'SAU@thu.example', '', '', 'a']], [kept]);
    expect(outcome).toMatchObject({
      kind: 'changed',
      stored: { id: '1' },
      changes: [{ what: 'name', before: 'Ngô Sáu', after: 'Ngô Văn Sáu' }],
    });
  });

  test('by name and unit where there is no e-mail; the unit makes the difference', () => {
    const rows = [
      ['Ngô  văn sáu', '', '', '', 'a'],
      ['Ngô Văn Sáu', '', '', '', 'b'],
    ];
    expect(accountKinds(rows, [account('1', { name: 'Ngô văn sáu' })])).toMatchObject([
      { kind: 'same' },
      { kind: 'added' },
    ]);
  });

  test('when they were given an e-mail meanwhile, here or there', () => {
    const withEmail = account('1', { email: 'sau@thu.example' });
    expect(accountKinds([['Ngô Văn Sáu', '', '', '', 'a']], [withEmail])).toMatchObject([
      { kind: 'same' },
    ]);
    const given = accountKinds([['Ngô Văn Sáu', 'sau@thu.example', '', '', 'a']], [account('1')]);
    expect(given).toMatchObject([
      { kind: 'changed', changes: [{ what: 'email', before: '', after: 'sau@thu.example' }] },
    ]);
    // Two e-mails are two people, even of one name.
    const other = accountKinds([['Ngô Văn Sáu', 'vsau@thu.example', '', '', 'a']], [withEmail]);
    expect(other).toMatchObject([{ kind: 'added' }]);
  });

  test('two of one name in one unit stay two, and a file adds no twin', () => {
    const row = ['Ngô Văn Sáu', '', '', '', 'a'];
    const twins = [account('1'), account('2')];
    expect(accountKinds([row, row], twins)).toMatchObject([
      { kind: 'same', stored: { id: '1' } },
      { kind: 'same', stored: { id: '2' } },
    ]);
    expect(accountKinds([row, row], [])).toMatchObject([
      { kind: 'added' },
      { kind: 'faulty', faults: [{ code: 'row-account-twice', details: { at: 'A2' } }] },
    ]);
  });

  test('one e-mail twice in a file is one person', () => {
    const rows = [
      ['Ngô Văn Sáu', 'sau@thu.example', '', '', 'a'],
      ['Ngô Sáu', 'Sau@thu.example', '', '', 'b'],
    ];
    const kept = account('1', { email: 'sau@thu.example' });
    for (const accounts of [[], [kept]])
      expect(accountKinds(rows, accounts)[1]).toMatchObject({
        kind: 'faulty',
        faults: [{ code: 'row-account-twice' }],
      });
  });

  test('a unit that is out of use is known to those who have it', () => {
    const units = [{ id: 'id-z', code: 'z', name: 'Đơn vị z' }];
    const row = ['Ngô Văn Sáu', '', '', '', 'z'];
    expect(accountKinds([row], [account('1', { units })])).toMatchObject([{ kind: 'same' }]);
    expect(accountKinds([row], [])).toMatchObject([
      { kind: 'faulty', faults: [{ code: 'row-unit-unknown' }] },
    ]);
  });

  test('the order of the units makes no difference', () => {
    const units = ['a', 'b'].map((code) => ({ id: `id-${code}`, code, name: code }));
    const row = ['Ngô Văn Sáu', '', '', '', 'b ; a, b'];
    expect(accountKinds([row], [account('1', { units })])).toMatchObject([{ kind: 'same' }]);
  });
});

/** The texts of the workbook that is downloaded, as they would be read again. */
const readAgain = (units: readonly Unit[], accounts: readonly AccountCard[]) =>
  readCatalogue(
    currentWorkbook(units, accounts, '2024-12-11T01:00:00.000Z').sheets.map((made) =>
      sheet(
        made.name,
        [...made.rows].map(({ cells }) =>
          cells.map(({ value }) => (typeof value === 'string' ? value : '')),
        ),
      ),
    ),
  );

test('whatever is kept, the workbook sent back as it was downloaded changes nothing', () => {
  const word = fc.constantFrom('Trần', 'Thị', 'Văn', 'Hòa', 'Hoà', 'Ỷ', 'Đỗ', 'An');
  const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
  const codes = ['a', 'b', 'c-1', 'd'];
  const kept = fc.record({
    names: fc.array(name, { minLength: 4, maxLength: 4 }),
    people: fc.array(
      fc.record({
        name,
        role: fc.constantFrom('clerk' as const, 'clerk' as const, 'office' as const),
        hasEmail: fc.boolean(),
        phone: fc.constantFrom(null, '0912345678'),
        of: fc.subarray(codes, { minLength: 1 }),
      }),
      { maxLength: 12 },
    ),
    retired: fc.subarray(codes),
    turn: fc.nat(11),
  });
  fc.assert(
    fc.property(kept, ({ names, people, retired, turn }) => {
      const units = codes.map((code, index) =>
        unit(code, {
          name: names[index] ?? '',
          deactivatedAt: retired.includes(code) ? 'then' : null,
        }),
      );
      const accounts = people.map((person, index) =>
        account(String(index), {
          name: person.name,
          role: person.role,
          phone: person.phone,
          email: person.hasEmail ? `p${index}@thu.example` : null,
          units:
            person.role === 'clerk'
              ? person.of.map((code) => ({ id: `id-${code}`, code, name: code }))
              : [],
        }),
      );
      fc.pre(accounts.length > 0 || retired.length < codes.length);
      const rows = readAgain(units, accounts);
      const plan = compareUnits(rows.units, groups, units);
      expect(plan.outcomes.every(({ kind }) => kind === 'same')).toBe(true);
      expect(plan.missing).toEqual([]);
      const active = units.filter(({ deactivatedAt }) => deactivatedAt === null);
      const around = {
        accounts,
        units: new Set(active.map(({ code }) => code)),
        actor: { role: 'office' } as const,
      };
      // People sort their lists.
      const lines = rows.accounts ?? [];
      const sorted = [...lines.slice(turn), ...lines.slice(0, turn)].reverse();
      const outcomes = compareAccounts(sorted, around);
      expect(outcomes.filter(({ kind }) => kind !== 'same')).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
