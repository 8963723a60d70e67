import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { draftOf } from '../../src/reports/draft-store.ts';
import { reportFound } from '../../src/reports/store.ts';
import { saving, signedInContext } from '../support/browsing.ts';
import { openBrowser } from '../support/chromium.ts';
import { aCity, password, people } from '../support/city.ts';
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
  await aCity(product.context.db);
});
afterEach(() => product.close());

const tamAt = async (options: BrowserContextOptions = {}): Promise<Page> => {
  const open = browser.newContext.bind(browser);
  const person = { email: people.tam.email, password };
  const context = await signedInContext(open, product, person, options);
  return context.newPage();
};

const storedRows = async () => {
  const { db } = product.context;
  return (await draftOf(db, (await reportFound(db, 'cchc-2024', 'thcs-nguyen-hue')).report.id))
    .rows;
};

describe('by keyboard alone', () => {
  test('a clerk signs in, enters a report and sends it', async () => {
    const context = await browser.newContext({ baseURL: product.address });
    const page = await context.newPage();
    await page.goto('/dang-nhap');
    await tabTo(page, 'identifier');
    await page.keyboard.type(people.tam.email);
    await tabTo(page, 'password');
    await page.keyboard.type(password);
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${path}`);
    for (const [field, typed] of [
      ['headcount-can-bo', '0'],
      ['headcount-cong-chuc', '0'],
      ['headcount-vien-chuc', '2'],
      ['row-1-name', 'Vũ Thị Hằng'],
    ] as const) {
      await tabTo(page, field);
      await page.keyboard.type(typed);
    }
    await page.keyboard.press('Enter');
    expect(await focused(page)).toBe('row-2-name');
    await page.keyboard.type('Đỗ Văn Khoa');
    await page.keyboard.press('ArrowUp');
    expect(await focused(page)).toBe('row-1-name');
    expect(new URL(page.url()).pathname).toBe(path);
    await press(page, 'Kiểm tra và gửi');
    await page.waitForURL('**/xem-lai');
    await press(page, 'Gửi báo cáo');
    await page.waitForURL('**/bien-nhan');
    expect(await page.textContent('main')).toContain('100,00%');
    await context.close();
  });
});

/** Moves on with Tab until the element with this id has the focus; gives up after a round. */
const tabTo = async (page: Page, id: string): Promise<void> => {
  for (let presses = 0; presses < 150; presses++) {
    if ((await focused(page)) === id) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reached #${id}`);
};

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.id ?? '');

/** Tabs to the button with this text and presses it. */
const press = async (page: Page, label: string): Promise<void> => {
  for (let presses = 0; presses < 150; presses++) {
    const text = await page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
    if (text === label) return page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reached "${label}"`);
};

describe('without JavaScript', () => {
  test('a clerk enters, pastes, checks and sends', async () => {
    const page = await tamAt({ javaScriptEnabled: false });
    await page.goto(path);
    await page.fill('#headcount-can-bo', '0');
    await page.fill('#headcount-cong-chuc', '0');
    await page.fill('#headcount-vien-chuc', '3');
    await page.fill('#row-1-name', 'Vũ Thị Hằng');
    await page.click('summary');
    await page.fill('[name=pasted]', 'Đỗ Văn Khoa\tGiáo viên\nLý Thị Mai\tKế toán\n');
    await page.getByRole('button', { name: 'Xem trước' }).click();
    await page.getByRole('button', { name: 'Nối 2 người vào danh sách' }).click();
    expect((await storedRows()).map(({ name }) => name)).toEqual([
      'Vũ Thị Hằng',
      'Đỗ Văn Khoa',
      'Lý Thị Mai',
    ]);
    await page.getByRole('button', { name: 'Xóa dòng 2' }).click();
    expect(await storedRows()).toHaveLength(2);
    await page.getByRole('button', { name: 'Kiểm tra và gửi' }).click();
    await page.getByRole('button', { name: 'Gửi báo cáo' }).click();
    expect(new URL(page.url()).pathname).toBe(`${path}/bien-nhan`);
    await page.context().close();
  });
});

describe('with JavaScript', () => {
  const pasteInto = async (page: Page, id: string, text: string): Promise<void> => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    await page.focus(id);
    await page.keyboard.press('Control+V');
  };

  test('a paste can be undone, and rows removed', async () => {
    const page = await tamAt();
    await page.goto(path);
    await page.fill('#row-1-name', 'Vũ Thị Hằng');
    await pasteInto(page, '#row-2-name', 'Đỗ Văn Khoa\tGiáo viên\r\nLý Thị Mai\tKế toán\r\n');
    await expect.poll(() => page.inputValue('#row-3-name')).toBe('Lý Thị Mai');
    expect(await page.inputValue('#row-3-title')).toBe('Kế toán');
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    expect(await page.inputValue('#row-2-name')).toBe('');
    expect(await page.inputValue('#row-1-name')).toBe('Vũ Thị Hằng');
    await page.getByRole('button', { name: 'Xóa dòng 1', exact: true }).click();
    expect(await page.inputValue('#row-1-name')).toBe('');
    await page.context().close();
  });

  test('what was typed when the session ended survives signing in again', async () => {
    const page = await tamAt();
    await page.goto(path);
    await page.context().clearCookies();
    await page.fill('#row-1-name', 'Vũ Thị Hằng');
    await page.getByRole('link', { name: 'Đăng nhập lại' }).click();
    await page.fill('[name=identifier]', people.tam.email);
    await page.fill('[name=password]', password);
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${path}`);
    await saving(page, 'Vũ Thị Hằng', () =>
      page.getByRole('button', { name: 'Khôi phục' }).click(),
    );
    expect(await page.inputValue('#row-1-name')).toBe('Vũ Thị Hằng');
    expect((await storedRows())[0]?.name).toBe('Vũ Thị Hằng');
    await page.context().close();
  });

  test('an autosave that meets a newer one says so and shows both', async () => {
    const [one, other] = [await tamAt(), await tamAt()];
    await one.goto(path);
    await other.goto(path);
    await saving(one, 'Vũ Thị Hằng', () => one.fill('#row-1-name', 'Vũ Thị Hằng'));
    await saving(other, 'Đỗ Văn Khoa', () => other.fill('#row-1-name', 'Đỗ Văn Khoa'), 409);
    await other.getByRole('button', { name: 'Xem hai bản' }).click();
    const both = await other.textContent('main');
    expect(both).toContain('Vũ Thị Hằng');
    expect(both).toContain('Đỗ Văn Khoa');
    await other.getByRole('button', { name: 'Giữ bản của tôi' }).click();
    await other.waitForURL(`**${path}`);
    expect((await storedRows())[0]?.name).toBe('Đỗ Văn Khoa');
    await one.context().close();
    await other.context().close();
  });
});
