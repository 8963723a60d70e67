import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { firstOfficeLink } from '../../src/accounts/invitation.ts';
import { madeUpName, numbersFrom } from '../../src/demo/made-up-people.ts';
import { haiDuongGroups, haiDuongUnits } from '../../src/units/hai-duong.ts';
import { openBrowser } from '../support/chromium.ts';
import { morning, type Product, startProduct } from '../support/product.ts';
import { catalogueOf } from '../support/workbook-file.ts';

let product: Product;
let browser: Browser;
const complaints: string[] = [];

beforeAll(async () => {
  product = await startProduct();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await product.close();
});

const somebody = async (): Promise<Page> => {
  const context = await browser.newContext({ baseURL: product.address });
  const page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  return page;
};

/** The office's own Excel list: 116 units of three groups, a clerk for each, none with an e-mail. */
const list = (): Uint8Array => {
  const next = numbersFrom(116);
  const groups = new Map(haiDuongGroups.map(({ code, name }) => [code, name]));
  return catalogueOf({
    units: haiDuongUnits.map(({ group, code, name }) => [
      groups.get(group) ?? '',
      code,
      name,
      madeUpName(next),
      '',
      '0912345678',
    ]),
    accounts: haiDuongUnits.map(({ code }) => [madeUpName(next), '', '', '', code, '']),
  });
};

test('an empty database becomes a live campaign with 116 units and 116 accounts, on the screen alone', async () => {
  const doer = { accountId: null, address: 'test', at: morning };
  const token = await firstOfficeLink(product.context.db, doer);
  const office = await somebody();

  await office.goto(`/lien-ket/${token}`);
  await office.fill('[name=name]', 'Trần Thị Lan');
  await office.fill('[name=email]', 'lan@thu.example');
  await office.fill('[name=password]', 'ngoi nha cua toi');
  await office.locator('main form button:not([type=button])').last().click();
  await office.waitForURL('**/bat-dau');

  // The groups, then everybody else from one file.
  await office.goto('/don-vi/nhom');
  for (const { name } of haiDuongGroups) {
    await office.fill('#name', name);
    await office.getByRole('button', { name: 'Thêm nhóm' }).click();
    await office.getByRole('button', { name: `Xóa nhóm ${name}` }).waitFor();
  }
  await office.goto('/don-vi/excel');
  await office.setInputFiles('input[type=file]', {
    name: 'danh-sach.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(list()),
  });
  await office.getByRole('button', { name: 'Tải lên và xem trước' }).click();
  await office.getByText('Thêm 116 · sửa 0 · giữ nguyên 0').waitFor();
  await office.locator('form[action$="/ap-dung"] button').click();
  await office
    .getByRole('link', { name: /phiếu mời/i })
    .first()
    .waitFor();

  // The campaign: every active unit is ticked from the start.
  await office.goto('/dot-bao-cao/moi');
  for (const [field, typed] of Object.entries({
    title: 'Cuộc thi trực tuyến tìm hiểu cải cách hành chính năm 2025',
    subject: 'tổng kết Cuộc thi',
    code: 'cchc-2025',
    issuer: 'UBND thành phố Hải Dương',
    office: 'Phòng Nội vụ',
    place: 'Hải Dương',
    cutOff: '30/11/2024',
    opensDay: '10/12/2024',
    opensHour: '08:00',
    dueDay: '20/12/2024',
    dueHour: '17:00',
    contactName: 'Phòng Nội vụ',
  }))
    await office.fill(`[name=${field}]`, typed);
  const empty = office.locator('[name=categoryName]').first();
  if ((await empty.inputValue()) === '') await empty.fill('Viên chức');
  await office.getByRole('button', { name: 'Tạo đợt' }).last().click();
  await office.waitForURL('**/dot-bao-cao?xong=da-tao');
  await office.goto('/tien-do/cchc-2025');
  expect(await office.textContent('main')).toContain('0/116');

  // A page to print for each unit; one of them opens its unit's form.
  await office.goto('/nguoi-dung/phieu-moi');
  await office.getByRole('button', { name: 'Mời các dòng đã tích' }).first().click();
  await office.getByText('Phiếu mời (116)').waitFor();
  const sheet = office.locator('.hand-out', { hasText: 'Trường THCS Bình Hàn' });
  const link = (await sheet.locator('.hand-out-link').textContent()) ?? '';
  const clerk = await somebody();
  await clerk.goto(new URL(link.trim()).pathname);
  await clerk.getByRole('button', { name: 'Tiếp tục' }).click();
  await clerk.waitForURL('**/bao-cao/cchc-2025/thcs-binh-han');
  expect(await clerk.textContent('h1')).toContain('Trường THCS Bình Hàn');
  expect(complaints).toEqual([]);
});
