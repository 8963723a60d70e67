import { describe, expect, test } from 'vitest';
import { appendixFileName } from '../../src/appendix/appendix.ts';
import type { Person } from '../../src/appendix/people-sheet.ts';
import { aCampaign, aGroup, aUnit, aVersion, exportedAt } from '../support/appendix-input.ts';
import { readBack, rowsOf, sheetOf } from '../support/recalculated.ts';
import { writtenAppendix } from '../support/written-appendix.ts';

const aPerson = (name: string, changes: Partial<Person> = {}): Person => ({
  name,
  title: 'Chuyên viên',
  categoryId: 'cong-chuc',
  note: '',
  birthDate: '',
  ...changes,
});

const names = 'Danh sách người dự thi';
const outstanding = 'Đơn vị chưa báo cáo';

describe('the head of the first sheet', () => {
  test('dots stand where the office has not entered number and day', async () => {
    const sheet = sheetOf(readBack(await writtenAppendix(aCampaign(), [])), 'Phụ lục');
    expect(sheet.A1.v).toBe('Phụ lục');
    expect(sheet.A2.v).toBe(
      'THỐNG KÊ SỐ LƯỢNG CÁN BỘ, CÔNG CHỨC, VIÊN CHỨC THAM GIA CUỘC THI TRỰC TUYẾN TUYÊN TRUYỀN VỀ CÔNG TÁC CẢI CÁCH HÀNH CHÍNH TỈNH HẢI DƯƠNG NĂM 2024',
    );
    expect(sheet.A3.v).toBe(
      '(Kèm theo Công văn số ……/UBND-NV ngày …… tháng …… năm 2024 của UBND thành phố Hải Dương)',
    );
    expect([sheet.C5.v, sheet.G5.v]).toEqual([
      'CBCCVC tính đến ngày 30/11/2024',
      'Tham gia dự thi',
    ]);
  });

  test.each(['3456', '3456/UBND-NV'])('the dispatch %s of 09/12/2024', async (dispatchNumber) => {
    const campaign = aCampaign({ dispatchNumber, dispatchOn: '2024-12-09' });
    const sheet = sheetOf(readBack(await writtenAppendix(campaign, [])), 'Phụ lục');
    expect(sheet.A3.v).toBe(
      '(Kèm theo Công văn số 3456/UBND-NV ngày 09 tháng 12 năm 2024 của UBND thành phố Hải Dương)',
    );
  });
});

describe('the signatures', () => {
  const lastRow = async (campaign: ReturnType<typeof aCampaign>) =>
    rowsOf(readBack(await writtenAppendix(campaign, [])), 'Phụ lục').at(-1);

  test('close the sheet: who prepared it, place and day, who signs', async () => {
    const row = await lastRow(aCampaign());
    expect(row?.[0]).toBe('\nNGƯỜI LẬP BIỂU\n(Ký, ghi rõ họ tên)');
    expect(row?.[6]).toBe(
      'Hải Dương, ngày …… tháng 12 năm 2024\nTRƯỞNG PHÒNG\n(Ký, ghi rõ họ tên)',
    );
  });

  test('one can be left out', async () => {
    const row = await lastRow(aCampaign({ preparerTitle: null }));
    expect(row?.[0]).toBeNull();
    expect(row?.[6]).toContain('TRƯỞNG PHÒNG');
  });

  test('without both, the table ends the sheet', async () => {
    const row = await lastRow(aCampaign({ preparerTitle: null, signerTitle: null }));
    expect(row?.[1]).toBe('Tổng cộng');
  });
});

describe('the second sheet', () => {
  test('lists people by group and unit, by given name, numbered anew in each unit', async () => {
    const sent = aVersion({ 'cong-chuc': [5, 2] });
    const nobody = aVersion({ 'cong-chuc': [5, 0] }, { nobodyReason: 'đi chống bão' });
    const people = new Map([
      ['Phòng Nội vụ', [aPerson('Trần Bình'), aPerson('Vũ Thị An', { note: 'Giải nhất' })]],
      ['Phòng Tư pháp', [aPerson('Lê Chi', { title: '', categoryId: 'vien-chuc' })]],
    ]);
    const groups = [
      aGroup('I', 'Các phòng', [
        aUnit('Phòng Nội vụ', { sent }),
        aUnit('Phòng Y tế'),
        aUnit('Phòng Tư pháp', { sent: aVersion({ 'vien-chuc': [1, 1] }) }),
        aUnit('Thanh tra', { sent: nobody }),
      ]),
      aGroup('II', 'Trường', [aUnit('Trường A')]),
    ];
    const rows = rowsOf(readBack(await writtenAppendix(aCampaign(), groups, people)), names);
    expect(rows.slice(3)).toEqual([
      ['STT', 'Họ và tên', 'Chức vụ', 'Đối tượng', 'Ghi chú'],
      ['I', 'Các phòng', null, null, null],
      ['1', 'Phòng Nội vụ (2 người)', null, null, null],
      [1, 'Vũ Thị An', 'Chuyên viên', 'Công chức', 'Giải nhất'],
      [2, 'Trần Bình', 'Chuyên viên', 'Công chức', null],
      ['3', 'Phòng Tư pháp (1 người)', null, null, null],
      [1, 'Lê Chi', null, 'Viên chức', null],
      ['4', 'Thanh tra (Không có người dự thi: đi chống bão)', null, null, null],
    ]);
  });

  test('says so when nobody has sent a list', async () => {
    const rows = rowsOf(readBack(await writtenAppendix(aCampaign(), [])), names);
    expect(rows.at(-1)?.[0]).toBe('Chưa có danh sách nào được gửi.');
  });
});

describe('the third sheet', () => {
  test('lists who has not reported, with the person to call; not the exempt', async () => {
    const contact = { contactName: 'Lê Lan', phone: '0220 3 852 100', email: 'lan@a.vn' };
    const groups = [
      aGroup('I', 'Các phòng', [
        aUnit('Phòng Nội vụ', { sent: aVersion({}) }),
        aUnit('Phòng Y tế', { state: 'draft', ...contact }),
        aUnit('Thanh tra', { state: 'exempt' }),
      ]),
      aGroup('II', 'Trường', [aUnit('Trường A')]),
    ];
    const rows = rowsOf(readBack(await writtenAppendix(aCampaign(), groups)), outstanding);
    expect(rows.slice(4)).toEqual([
      [1, 'Các phòng', 'Phòng Y tế', 'Lê Lan', '0220 3 852 100', 'lan@a.vn', 'Đang nhập'],
      [2, 'Trường', 'Trường A', null, null, null, 'Chưa báo cáo'],
    ]);
  });

  test('says so when all have reported', async () => {
    const rows = rowsOf(readBack(await writtenAppendix(aCampaign(), [])), outstanding);
    expect(rows.at(-1)?.[0]).toBe('Tất cả các đơn vị đã báo cáo.');
  });
});

describe('texts that could harm', () => {
  const hostile = [
    '=1+1',
    '+84 912',
    '-2+3',
    '@x',
    '=HYPERLINK("http://a","b")',
    '<b>&"quote"</b>',
    'Nguyễn 🎉 Ân',
    'Ẵ'.repeat(200),
    `${'dài '.repeat(50)}hết`,
  ];

  test.each(hostile)('%s stays the plain text that it is', async (text) => {
    const unit = aUnit(text, { sent: aVersion({ 'cong-chuc': [2, 1] }) });
    const people = new Map([[text, [aPerson(text, { title: text, note: text })]]]);
    const groups = [aGroup('I', text, [unit, aUnit(`${text}!`, { phone: text, email: text })])];
    const workbook = readBack(
      await writtenAppendix(aCampaign({ title: text, place: text }), groups, people),
    );
    const unitCell = sheetOf(workbook, 'Phụ lục').B8;
    expect([unitCell.t, unitCell.v, unitCell.f]).toEqual(['s', text, undefined]);
    const person = ['B7', 'C7', 'E7'].map((at) => sheetOf(workbook, names)[at]);
    for (const cell of person) expect([cell.t, cell.v, cell.f]).toEqual(['s', text, undefined]);
    const phone = sheetOf(workbook, outstanding).E5;
    expect([phone.t, phone.v, phone.f]).toEqual(['s', text, undefined]);
  });
});

test('the file is named after the campaign and the local time', () => {
  expect(appendixFileName('cchc-2024', exportedAt)).toBe('Phu-luc_cchc-2024_20241213-1020.xlsx');
  expect(appendixFileName('../a b', exportedAt)).toBe('Phu-luc_-a-b_20241213-1020.xlsx');
});
