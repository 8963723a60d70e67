import { readFileSync } from 'node:fs';
import { read, utils } from '@e965/xlsx';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { firstOfficeLink } from '../../src/accounts/invitation.ts';
import { loadFirstCampaign } from '../../src/campaigns/first-campaign.ts';
import { madeUpPeople, numbersFrom } from '../../src/demo/made-up-people.ts';
import { saving } from '../support/browsing.ts';
import { openBrowser } from '../support/chromium.ts';
import { morning, type Product, startProduct } from '../support/product.ts';

let product: Product;
let browser: Browser;
/** What the browser complained about: scripts that failed, content that the CSP refused. */
const complaints: string[] = [];

beforeAll(async () => {
  product = await startProduct();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await product.close();
});

const somebody = async (): Promise<{ context: BrowserContext; page: Page }> => {
  const context = await browser.newContext({ baseURL: product.address, acceptDownloads: true });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  return { context, page };
};

const doer = { accountId: null, address: 'test', at: morning };

test('from an empty database to the row in the Phụ lục', async () => {
  await loadFirstCampaign(product.context.db, doer);
  const token = await firstOfficeLink(product.context.db, doer);

  // The office sets up its first account.
  const { page: office } = await somebody();
  await office.goto(`/lien-ket/${token}`);
  await office.fill('[name=name]', 'Trần Thị Lan');
  await office.fill('[name=email]', 'lan@thu.example');
  await office.fill('[name=password]', 'ngoi nha cua toi');
  await office
    .locator('main form button[type=submit], main form button:not([type])')
    .last()
    .click();
  await office.waitForURL('**/bat-dau');
  expect(await office.textContent('main')).toContain('0 trên 116 đơn vị có tài khoản');
  await office.getByRole('link', { name: 'Đến bảng theo dõi tiến độ' }).click();
  await office.waitForURL('**/tien-do/cchc-2024');
  await office.getByRole('link', { name: 'Việc chuẩn bị còn lại' }).waitFor();

  // It invites the clerk of a school.
  await office.getByRole('link', { name: 'Tài khoản' }).click();
  await office.getByText('Mời thêm người').click();
  await office.fill('[name=name]', 'Lê Thị Tâm');
  await office.selectOption('[name=role]', 'clerk');
  await office.selectOption('#unit', 'thcs-binh-han');
  await office.locator('main form[method=post][action="/nguoi-dung"] button').click();
  const link = await office.locator('input[readonly]').inputValue();

  // The clerk opens the link and pastes 35 rows from a spreadsheet.
  const { page: clerk } = await somebody();
  await clerk.goto(new URL(link).pathname);
  await clerk.getByRole('button', { name: 'Tiếp tục' }).click();
  await clerk.waitForURL('**/bao-cao/cchc-2024/thcs-binh-han');
  await clerk.fill('#headcount-can-bo', '0');
  await clerk.fill('#headcount-cong-chuc', '0');
  await clerk.fill('#headcount-vien-chuc', '48');
  const people = madeUpPeople(35, 'Viên chức', numbersFrom(35));
  const copied = people.map(({ name, title, category }) => `${name}\t${title}\t${category}\t`);
  await clerk.evaluate((text) => navigator.clipboard.writeText(text), `${copied.join('\r\n')}\r\n`);
  const last = people[34]?.name ?? '';
  await saving(clerk, last, async () => {
    await clerk.focus('#row-1-name');
    await clerk.keyboard.press('Control+V');
    await clerk.getByText('72,92%').waitFor();
    expect(await clerk.inputValue('#row-35-name')).toBe(last);
  });

  // It has saved by itself; the clerk checks and sends.
  await clerk.getByRole('button', { name: 'Kiểm tra và gửi' }).click();
  await clerk.waitForURL('**/xem-lai');
  for (const tick of await clerk.locator('[name=confirm]').all()) await tick.check();
  await clerk.getByRole('button', { name: 'Gửi báo cáo' }).click();
  await clerk.waitForURL('**/bien-nhan');
  expect(await clerk.textContent('main')).toContain('Biên nhận số 1');

  // The office accepts and downloads.
  await office.goto('/tien-do/cchc-2024/thcs-binh-han');
  await office.getByRole('button', { name: 'Tiếp nhận' }).click();
  await office.waitForURL(/nhan=thcs-binh-han&het=1/);
  await office.goto('/tien-do/cchc-2024');
  const [download] = await Promise.all([
    office.waitForEvent('download'),
    office.getByRole('button', { name: 'Tải phụ lục tổng hợp (.xlsx)' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('Phu-luc_cchc-2024_20241211-0800.xlsx');
  const book = read(readFileSync(await download.path()));
  const [first, second] = book.SheetNames.map((name) =>
    utils.sheet_to_json<unknown[]>(book.Sheets[name] ?? {}, { header: 1 }),
  );
  const row = first?.find((cells) => cells.includes('Trường THCS Bình Hàn'));
  expect(row?.slice(1, 11)).toEqual(['Trường THCS Bình Hàn', 48, 0, 0, 48, 35, 0, 0, 35, 72.92]);
  const names = new Set(second?.flat());
  for (const { name } of people) expect(names).toContain(name);
  expect(complaints).toEqual([]);
});
