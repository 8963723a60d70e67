import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { invite } from '../../src/accounts/invitation.ts';
import { pagesOf } from '../../src/app.ts';
import { keepList } from '../../src/lists/store.ts';
import { reportFound } from '../../src/reports/store.ts';
import { signedInContext } from '../support/browsing.ts';
import { openBrowser } from '../support/chromium.ts';
import { aCity, aDraft, aList, type City, password, people, sent } from '../support/city.ts';
import { aJob } from '../support/jobs.ts';
import { bringAxe, hindrancesOn } from '../support/looking.ts';
import { inTcvn3 } from '../support/old-letters.ts';
import { morning, type Product, startProduct } from '../support/product.ts';

let product: Product;
let browser: Browser;
let city: City;
let token: string;
let mailId: string;
/** A list that a clerk sent, with faults, old letters and questions, and one without anybody. */
let lists: { full: string; empty: string };
let jobs: { running: string; done: string; failed: string };

beforeAll(async () => {
  product = await startProduct();
  const { db } = product.context;
  city = await aCity(db);
  const draft = aDraft(city.campaign, { 'vien-chuc': '48' }, aList(12));
  await sent(db, city, 'phuong-quang-trung', draft, { person: 'minh' });
  mailId = (await db.selectFrom('mail').select('id').executeTakeFirstOrThrow()).id;
  const doer = { accountId: city.ids.lan, address: 'test', at: morning };
  const guest = { name: 'Ngô Văn Sáu', email: '', role: 'office', unitIds: [] };
  token = await invite(db, guest, doer);
  lists = { full: await keptList(listToAskAbout), empty: await keptList('Xem lại sau;') };
  jobs = {
    running: await aJob(db, city, 'running'),
    done: await aJob(db, city, 'done'),
    failed: await aJob(db, city, 'failed'),
  };
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await product.close();
});

const listToAskAbout = [
  'STT;Họ và tên;Chức vụ',
  `1;${inTcvn3('Nguyễn Thị Hường')};${inTcvn3('Giáo viên')}`,
  '2;Vũ Văn 7;Bảo vệ',
  ';Tổng cộng: 2;',
].join('\n');

const keptList = async (text: string): Promise<string> => {
  const { db } = product.context;
  const { report } = await reportFound(db, 'cchc-2024', 'thcs-nguyen-hue');
  const list = { fileName: 'danh sách.csv', bytes: new TextEncoder().encode(text) };
  return keepList(db, list, { reportId: report.id, accountId: city.ids.tam, at: morning });
};

/** Pages that are no pages to look at: they redirect or answer with data. */
const notToLookAt = new Set(['/healthz', '/con-day', '/tien-do', '/bao-cao']);
/** The demo's mailbox is there in the demo alone. */
const isNoPage = (path: string) =>
  notToLookAt.has(path) || /[.]xlsx$|[/]tep$/.test(path) || path.startsWith('/hop-thu');

interface Look {
  readonly path: string;
  readonly who: keyof typeof people | null;
}

/** Every GET page of the router, as somebody who may open it; the form also empty and with its faults. */
const looks = (): Look[] => {
  const paths = pagesOf(product.context)
    .filter(({ method, path }) => method === 'get' && !isNoPage(path))
    .filter(({ path }) => !/:upload|[.]xlsx$/.test(path))
    .map(({ path, audience }): Look => {
      const who = audience === 'anyone' ? null : audience === 'report units' ? 'minh' : 'admin';
      const filled = path
        .replace(':campaign', 'cchc-2024')
        .replace(':unit', 'phuong-quang-trung')
        .replace(':number', '1')
        .replace(':kind', 'thu-nhac')
        .replace(':mail', mailId)
        .replace(':job', jobs.done)
        .replace(':token', token);
      return { path: filled, who };
    });
  return [
    ...paths,
    { path: '/bao-cao/cchc-2024/thcs-nguyen-hue', who: 'tam' },
    { path: '/bao-cao/cchc-2024/thcs-nguyen-hue?loi=1', who: 'tam' },
    { path: '/bao-cao/cchc-2024/thcs-nguyen-hue/tai-len', who: 'tam' },
    { path: `/bao-cao/cchc-2024/thcs-nguyen-hue/tai-len/${lists.full}`, who: 'tam' },
    { path: `/bao-cao/cchc-2024/thcs-nguyen-hue/tai-len/${lists.empty}`, who: 'tam' },
    { path: `/cong-viec/${jobs.running}`, who: 'lan' },
    { path: `/cong-viec/${jobs.failed}`, who: 'lan' },
    { path: '/tien-do/cchc-2024?q=khong-co-don-vi-nay', who: 'lan' },
    { path: '/tien-do/cchc-2024/phong-noi-vu', who: 'lan' },
    { path: '/dot-bao-cao/moi?tu=cchc-2024', who: 'lan' },
    { path: '/don-vi?q=khong-co-don-vi-nay', who: 'lan' },
    { path: '/don-vi/sua/mn-binh-han/sap-nhap?vao=phong-noi-vu', who: 'lan' },
    { path: '/khong-co-trang-nay', who: null },
  ];
};

describe.each([1280, 320])('at a width of %i px', (width) => {
  const pageFor = async (who: Look['who']): Promise<Page> => {
    const person = who && { email: people[who].email, password };
    const options = { viewport: { width, height: 800 } };
    const open = browser.newContext.bind(browser);
    const context = await signedInContext(open, product, person, options);
    await bringAxe(context);
    return context.newPage();
  };

  const allPages = { timeout: 240_000 };
  test('axe finds nothing on any page, and no page scrolls sideways', allPages, async () => {
    const wrong: string[] = [];
    const pages = new Map<Look['who'], Page>();
    for (const { path, who } of looks()) {
      const page = pages.get(who) ?? (await pageFor(who));
      pages.set(who, page);
      const response = await page.goto(path);
      expect(response?.status() ?? 500, path).toBeLessThan(500);
      for (const hindrance of await hindrancesOn(page)) wrong.push(`${path} ${hindrance}`);
    }
    for (const page of pages.values()) await page.context().close();
    expect(wrong).toEqual([]);
  });

  test('a field without a label and a page that is too wide would be found', async () => {
    const page = await pageFor(null);
    await page.goto('/dang-nhap');
    await page.evaluate(() => {
      document.querySelector('label')?.remove();
      document.body.style.width = '3000px';
    });
    const found = (await hindrancesOn(page)).join('\n');
    expect(found).toMatch(/^label: <input/m);
    expect(found).toMatch(/^scrolls sideways by \d+ px$/m);
    await page.context().close();
  });
});
