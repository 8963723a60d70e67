import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { draftOf } from '../../src/reports/draft-store.ts';
import { reportFound } from '../../src/reports/store.ts';
import { saving, signedInContext } from '../support/browsing.ts';
import { openBrowser } from '../support/chromium.ts';
import { aCity, password, people } from '../support/city.ts';
import { bringAxe, hindrancesOn } from '../support/looking.ts';
import { type Product, startProduct } from '../support/product.ts';

const path = '/bao-cao/cchc-2024/thcs-nguyen-hue';

let product: Product;
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  product = await startProduct();
  await aCity(product.context.db, { birthDateAsked: true });
});
afterEach(() => product.close());

const tamAt = async (width = 1280): Promise<Page> => {
  const open = browser.newContext.bind(browser);
  const person = { email: people.tam.email, password };
  const options = { viewport: { width, height: 800 } };
  const context = await signedInContext(open, product, person, options);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  return context.newPage();
};

const paste = async (page: Page, field: string, text: string) => {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.focus(field);
  await page.keyboard.press('Control+V');
};

const values = (page: Page, name: string) =>
  page
    .locator(`.sheet tbody [name=${name}]`)
    .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));

const storedRows = async () => {
  const { db } = product.context;
  return (await draftOf(db, (await reportFound(db, 'cchc-2024', 'thcs-nguyen-hue')).report.id))
    .rows;
};

describe('the list with birth dates', () => {
  test('takes a pasted range, gives it back on undo, and saves each day with its person', async () => {
    const page = await tamAt();
    await page.goto(path);
    await page.fill('#headcount-vien-chuc', '48');
    const range =
      'Họ và tên\tChức vụ\tNgày sinh\nLê Văn An\tGiáo viên\t29555\nVũ Thị Ba\tBảo vệ\t1/2/1981\n';
    await paste(page, '#row-1-name', range);
    await expect
      .poll(async () => (await values(page, 'birthDate')).slice(0, 3))
      .toEqual(['30/11/1980', '1/2/1981', '']);
    expect((await values(page, 'title')).slice(0, 2)).toEqual(['Giáo viên', 'Bảo vệ']);
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    expect((await values(page, 'birthDate')).join('')).toBe('');
    await paste(page, '#row-1-name', range);
    await expect.poll(() => page.inputValue('#row-2-birthDate')).toBe('1/2/1981');
    // Days alone, cell by cell, from the second row on.
    await saving(page, '2/3/1982', () => paste(page, '#row-2-birthDate', '29556\n2/3/1982\n'));
    expect((await values(page, 'birthDate')).slice(0, 3)).toEqual([
      '30/11/1980',
      '01/12/1980',
      '2/3/1982',
    ]);
    await page.getByText('Đã lưu nháp lúc').waitFor();
    expect((await storedRows()).map(({ name, birthDate }) => [name, birthDate])).toEqual([
      ['Lê Văn An', '30/11/1980'],
      ['Vũ Thị Ba', '01/12/1980'],
      ['', '2/3/1982'],
    ]);
  });

  test('goes up and down in its column by Enter', async () => {
    const page = await tamAt();
    await page.goto(path);
    await page.focus('#row-1-birthDate');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('row-2-birthDate');
  });

  test('is kept in this browser while the network is away, and comes back', async () => {
    const page = await tamAt();
    await page.goto(path);
    await page.route('**/nhap', (route) => route.abort());
    await page.fill('#row-1-name', 'Lê Văn An');
    await page.fill('#row-1-birthDate', '30/11/1980');
    await page.getByText('Mất kết nối').waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Khôi phục' }).click();
    expect(await page.inputValue('#row-1-birthDate')).toBe('30/11/1980');
    expect(await page.inputValue('#row-1-name')).toBe('Lê Văn An');
  });

  test.each([1280, 320])(
    'axe finds nothing, and nothing scrolls sideways at %i px',
    async (width) => {
      const page = await tamAt(width);
      await bringAxe(page.context());
      for (const address of [path, `${path}?loi=1`]) {
        await page.goto(address);
        expect(await hindrancesOn(page)).toEqual([]);
      }
    },
  );
});
