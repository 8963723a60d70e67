import { describe, expect, test } from 'vitest';
import { checkPlan, mostCategories } from '../../src/campaigns/check-plan.ts';
import { categoryCode, copiedPlan, nextCode } from '../../src/campaigns/new-plan.ts';
import {
  type PlanText,
  planFromForm,
  planOnForm,
  type TypedPlan,
} from '../../src/campaigns/plan.ts';
import { planDifferences } from '../../src/campaigns/plan-differences.ts';
import { rowPressed, withRows } from '../../src/campaigns/plan-rows.ts';
import { planFaultText } from '../../src/strings/campaigns.ts';
import { aCampaign } from '../support/appendix-input.ts';
import { morning } from '../support/product.ts';

const documents = [{ number: '1776/BTC-NV', datedOn: '2024-12-09', issuer: 'Ban Tổ chức' }];
const good = planOnForm(aCampaign(), documents);
const faultsOf = (changes: Partial<TypedPlan>) =>
  checkPlan({ ...good, ...changes }, morning).faults.map(({ field, code }) => `${field}: ${code}`);

describe('A plan', () => {
  test('that was stored is good as it stands, and comes back the same', () => {
    const { plan } = checkPlan(good, morning);
    expect(plan).toMatchObject({
      cutOffOn: '2024-11-30',
      opensAt: '2024-12-08T17:00:00.000Z',
      deadlineAt: '2024-12-12T17:00:00.000Z',
      documents,
      dispatchOn: null,
      contactPhone: null,
    });
    expect(good).toMatchObject({ dueDay: '12/12/2024', dueHour: '24:00', opensHour: '00:00' });
  });

  test.each<[Partial<TypedPlan>, string[]]>([
    [
      { dueDay: '29/11/2024' },
      ['opensDay: opens-after-deadline', 'dueDay: deadline-before-cut-off'],
    ],
    [
      { opensDay: '1/11/2024', dueDay: '29/11/2024', dueHour: '24:00' },
      ['dueDay: deadline-before-cut-off'],
    ],
    [{ opensDay: '1/11/2024', dueDay: '30/11/2024', dueHour: '17:00' }, []],
    [{ opensDay: '12/12/2024', dueHour: '00:00' }, ['opensDay: opens-after-deadline']],
    [{ opensDay: '12/12/2024', opensHour: '23:59' }, []],
    [{ opensDay: '13/12/2024' }, ['opensDay: opens-after-deadline']],
    [{ cutOff: '31/13/2024' }, ['cutOff: day-unreal']],
    [{ cutOff: '31/11/2024' }, ['cutOff: day-unreal']],
    [{ cutOff: '29/2/2023' }, ['cutOff: day-unreal']],
    [{ cutOff: '' }, ['cutOff: day-missing']],
    [{ cutOff: '30/11/2026', dueDay: '12/12/2026' }, ['cutOff: cut-off-far']],
    [{ dueDay: '12/12/2042' }, ['dueDay: day-far']],
    [{ cutOff: '30/11/0024' }, ['cutOff: day-far']],
    [{ dueHour: '25:00' }, ['dueHour: hour-unreal']],
    [{ dueHour: '24:01' }, ['dueHour: hour-unreal']],
    [{ dueHour: '' }, ['dueHour: hour-missing']],
    [{ dispatchDay: '32/1/2024' }, ['dispatchDay: day-unreal']],
  ])('with days %o: %o', (changes, faults) => {
    expect(faultsOf(changes)).toEqual(faults);
  });

  test.each<[Partial<TypedPlan>, string[]]>([
    [{ code: 'CCHC 2025' }, ['code: code-unfit']],
    [{ code: 'cải-cách' }, ['code: code-unfit']],
    [{ code: 'moi' }, ['code: code-reserved']],
    [{ code: '' }, ['code: text-missing']],
    [
      { title: '', issuer: '', contactName: '' },
      ['title: text-missing', 'issuer: text-missing', 'contactName: text-missing'],
    ],
    [{ title: 'x'.repeat(501) }, ['title: text-long']],
    [{ title: 'x'.repeat(500) }, []],
    [{ leastRate: '80' }, []],
    [{ leastRate: '100 %' }, []],
    [{ leastRate: '0' }, ['leastRate: rate-unreal']],
    [{ leastRate: '101' }, ['leastRate: rate-unreal']],
    [{ leastRate: '80,5' }, ['leastRate: rate-unreal']],
    [{ leastRate: 'tám mươi' }, ['leastRate: rate-unreal']],
    [{ mailbox: 'phong noi vu' }, ['mailbox: mailbox-unreal']],
    [{ contactPhone: '220 3838 383' }, ['contactPhone: phone-lost-zero']],
    [{ contactPhone: 'gọi chị Lan' }, ['contactPhone: phone-unreal']],
    [{ preparerTitle: '', signerTitle: '', mailbox: '' }, []],
    [{ categories: [] }, ['category-1: categories-missing']],
    [{ categories: [{ id: '', name: '' }] }, ['category-1: categories-missing']],
    [
      {
        categories: [
          { id: 'a', name: 'Cán bộ' },
          { id: '', name: 'can bo' },
        ],
      },
      ['category-2: category-twice'],
    ],
    [
      {
        categories: [
          { id: 'a', name: '' },
          { id: 'b', name: 'Viên chức' },
        ],
      },
      ['category-1: text-missing'],
    ],
    [{ documents: [{ number: '', day: '', issuer: '' }] }, []],
    [
      { documents: [{ number: '1/KH', day: '', issuer: 'UBND' }] },
      ['document-1-day: document-incomplete'],
    ],
    [
      { documents: [{ number: '1/KH', day: '30/2/2024', issuer: 'UBND' }] },
      ['document-1-day: day-unreal'],
    ],
  ])('with %o: %o', (changes, faults) => {
    expect(faultsOf(changes)).toEqual(faults);
  });

  test('has no more categories than the appendix has room for', () => {
    const many = Array.from({ length: mostCategories + 1 }, (_, at) => ({
      id: '',
      name: `Loại ${at}`,
    }));
    expect(faultsOf({ categories: many })).toEqual(['category-1: categories-many']);
    expect(faultsOf({ categories: many.slice(1) })).toEqual([]);
  });

  test('says each fault in a sentence without holes', () => {
    const broken = {
      ...good,
      code: 'Đợt 1',
      title: '',
      cutOff: '1/13/2024',
      dueHour: '',
      contactPhone: '912345678',
    };
    const { faults } = checkPlan(
      { ...broken, documents: [{ number: '1', day: '', issuer: '' }] },
      morning,
    );
    const texts = faults.map(planFaultText);
    expect(texts).toEqual([
      'Chưa nhập tên cuộc thi.',
      'Mã "Đợt 1" có dấu, chữ hoa hoặc khoảng trắng. Đã đổi thành "dot-1"; nếu đồng ý, bấm Tạo đợt báo cáo lần nữa.',
      'Ngày 1/13/2024 không có thật. Nhập theo dạng ngày/tháng/năm, ví dụ 30/11/2024.',
      'Chưa nhập giờ hạn gửi. Nhập dạng 17:00.',
      'Văn bản 1: chưa nhập ngày. Nhập đủ, hoặc bỏ văn bản này.',
      'Số điện thoại bị mất số 0 ở đầu. Nếu đúng là 0912345678, nhập lại như vậy.',
    ]);
  });
});

describe('The form of a campaign', () => {
  const form = (pairs: [string, string][]) => new URLSearchParams(pairs);

  test('is read tidied, rows by their place', () => {
    const typed = planFromForm(
      form([
        ['title', '  Cuộc  thi '],
        ['categoryId', 'a'],
        ['categoryName', ' Cán bộ'],
        ['categoryId', ''],
        ['categoryName', 'Mới'],
        ['documentNumber', '1/KH'],
        ['documentDay', '1/2/2024'],
        ['documentIssuer', 'UBND'],
      ]),
    );
    expect(typed).toMatchObject({
      title: 'Cuộc thi',
      birthDateAsked: false,
      categories: [
        { id: 'a', name: 'Cán bộ' },
        { id: '', name: 'Mới' },
      ],
      documents: [{ number: '1/KH', day: '1/2/2024', issuer: 'UBND' }],
    });
  });

  const named = (...names: string[]) => names.map((name) => ({ id: '', name }));
  test.each<[string, string[]]>([
    ['category-up.2', ['B', 'A', 'C']],
    ['category-up.1', ['A', 'B', 'C']],
    ['category-down.2', ['A', 'C', 'B']],
    ['category-down.3', ['A', 'B', 'C']],
    ['category-remove.2', ['A', 'C']],
    ['category-remove.9', ['A', 'B', 'C']],
    ['category-more', ['A', 'B', 'C', '']],
  ])('after the button %s: %o', (button, names) => {
    const pressed = rowPressed(form([['row', button]]));
    if (!pressed) throw new Error('the button was not understood');
    const { categories } = withRows({ ...good, categories: named('A', 'B', 'C') }, pressed);
    expect(categories.map(({ name }) => name)).toEqual(names);
  });

  test('has buttons for documents, and none that it does not know', () => {
    expect(withRows(good, { deed: 'document-remove', row: 0 }).documents).toEqual([]);
    expect(withRows(good, { deed: 'document-more', row: 0 }).documents).toHaveLength(2);
    expect(rowPressed(form([['row', 'category-burn.1']]))).toBeUndefined();
    expect(rowPressed(form([]))).toBeUndefined();
  });
});

describe('A campaign made from another', () => {
  test('has its texts, categories and documents, no days and no dispatch', () => {
    const source = aCampaign({
      dispatchNumber: '12/UBND-NV',
      dispatchOn: '2024-12-09',
      leastRate: 85,
    });
    const plan = copiedPlan(source, documents, ['cchc-2024']);
    expect(plan).toMatchObject({ code: 'cchc-2025', title: source.title, leastRate: '85' });
    expect(plan.dueHour).toBe('24:00');
    const empty: PlanText[] = ['cutOff', 'opensDay', 'dueDay', 'dispatchNumber', 'dispatchDay'];
    expect(empty.map((field) => plan[field])).toEqual(['', '', '', '', '']);
    expect(plan.categories.map(({ id, name }) => [id, name])).toEqual([
      ['', 'Cán bộ'],
      ['', 'Công chức'],
      ['', 'Viên chức'],
    ]);
    expect(plan.documents).toEqual([
      { number: '1776/BTC-NV', day: '09/12/2024', issuer: 'Ban Tổ chức' },
    ]);
  });

  test.each([
    ['cchc-2024', ['cchc-2024'], 'cchc-2025'],
    ['cchc-2024', ['cchc-2024', 'cchc-2025'], 'cchc-2026'],
    ['cchc', ['cchc'], 'cchc-2'],
  ])('of code %s with %o taken is offered %s', (code, taken, offered) => {
    expect(nextCode(code, taken)).toBe(offered);
  });

  test('a new category gets a code that is free', () => {
    expect(categoryCode('Người lao động', [])).toBe('nguoi-lao-dong');
    expect(categoryCode('Viên chức', ['vien-chuc'])).toBe('vien-chuc-2');
    expect(categoryCode('…', [])).toBe('doi-tuong');
  });
});

test('What differs between two states of a campaign is told part by part', () => {
  expect(planDifferences(good, good)).toEqual([]);
  const other = {
    ...good,
    place: 'Chí Linh',
    birthDateAsked: true,
    categories: [{ id: 'x', name: 'Viên chức' }],
    documents: [],
  };
  expect(planDifferences(good, other)).toEqual([
    { part: 'place', before: 'Hải Dương', after: 'Chí Linh' },
    { part: 'birthDateAsked', before: 'không', after: 'có' },
    { part: 'categories', before: 'Cán bộ, Công chức, Viên chức', after: 'Viên chức' },
    { part: 'documents', before: '1776/BTC-NV 09/12/2024 Ban Tổ chức', after: '' },
  ]);
});
