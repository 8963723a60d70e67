import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../../src/root.ts';
import { saving, signedInContext } from '../support/browsing.ts';
import { openBrowser } from '../support/chromium.ts';
import { aCity, password, people } from '../support/city.ts';
import { type Product, startProduct } from '../support/product.ts';

let product: Product;
let browser: Browser;
beforeAll(async () => {
  product = await startProduct();
  await aCity(product.context.db);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await product.close();
});

test('from a clerk’s own file in old fonts to the sent report', async () => {
  const person = { email: people.tam.email, password };
  const context = await signedInContext(browser.newContext.bind(browser), product, person, {
    acceptDownloads: true,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto('/bao-cao/cchc-2024/thcs-nguyen-hue');
  await page.fill('#headcount-can-bo', '1');
  await page.fill('#headcount-cong-chuc', '2');
  await saving(page, '10', () => page.fill('#headcount-vien-chuc', '10'));
  await page.getByRole('link', { name: 'Tải tệp Excel lên' }).first().click();
  await page.waitForURL('**/tai-len');
  await page.setInputFiles('#file', join(root, 'test/files/xlsxwriter-lan-phong.xlsx'));
  await page.getByRole('button', { name: 'Tải lên và xem trước' }).click();
  await page.waitForURL('**/tai-len/*');
  expect(await page.textContent('main')).toContain('đọc được 6 người');

  // Old letters are shown before and after, and the clerk says which.
  expect(await page.textContent('#letters-heading')).toContain('phông cũ');
  await page.getByRole('button', { name: 'Đưa 6 người vào danh sách' }).click();
  await page.locator('a[href="#chu"]').waitFor();
  await page.getByLabel('Dùng chữ đã chuyển').check();
  await page.getByRole('button', { name: 'Đưa 6 người vào danh sách' }).click();
  await page.waitForURL('**/thcs-nguyen-hue?xong=danh-sach*');
  expect(await page.inputValue('#row-6-name')).toBe('Đoàn Thị Ánh');
  expect(await page.inputValue('#headcount-vien-chuc')).toBe('10');

  await page.getByRole('button', { name: 'Kiểm tra và gửi' }).click();
  await page.waitForURL('**/xem-lai');
  for (const tick of await page.locator('[name=confirm]').all()) await tick.check();
  await page.getByRole('button', { name: 'Gửi báo cáo' }).click();
  await page.waitForURL('**/bien-nhan');
  expect(await page.textContent('main')).toContain('46,15%');
  expect(complaints).toEqual([]);
  await context.close();
});
