import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dispatchOfHaiDuong } from '../../src/campaigns/first-campaign.ts';
import { addCampaign, campaignById } from '../../src/campaigns/store.ts';
import { inTransaction } from '../../src/db/open.ts';
import { addSeconds } from '../../src/kit/time.ts';
import type { TypedParticipant } from '../../src/participants/participant.ts';
import { checkDraft } from '../../src/reports/check.ts';
import { decide } from '../../src/reports/decide.ts';
import { owe } from '../../src/reports/owed-store.ts';
import { saveDraft } from '../../src/reports/save-draft.ts';
import { send } from '../../src/reports/send.ts';
import { reportFound } from '../../src/reports/store.ts';
import { haiDuongGroups, haiDuongUnits } from '../../src/units/hai-duong.ts';
import { addUnits } from '../../src/units/store.ts';
import { openBrowser } from '../support/chromium.ts';
import { aDraft, aPerson, password, people } from '../support/city.ts';
import { type MailingProduct, mailingProduct } from '../support/mailing-product.ts';
import { morning } from '../support/product.ts';

const campaign = 'cchc-2024';
const most = 25;
/** Of the morning: the first 8 wait, 13 have not begun, 5 were returned, the others are accepted. */
const units = haiDuongUnits.slice(0, 40);
const missing = units.slice(8, 21);
const returned = units.slice(21, 26);
const accepted = units.slice(26);

let product: MailingProduct;
let browser: Browser;
let officerId: string;

beforeAll(async () => {
  product = await mailingProduct();
  await seedMorning();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await product.close();
});

/** Nobody has a namesake, but where the test wants one. */
const peopleOf = (unit: number): TypedParticipant[] =>
  ['An', 'Bình', 'Chi'].map((given, index) => ({
    name: `Lê ${['Đức', 'Thu', 'Hải', 'Minh', 'Ngọc', 'Quang'][unit % 6]} ${['Khánh', 'Lan', 'Mai', 'Nam', 'Oanh', 'Phú', 'Quý'][Math.floor(unit / 6)]} ${given}`,
    birthDate: '',
    title: index === 0 ? 'Chuyên viên' : 'Giáo viên',
    category: 'Viên chức',
    note: '',
  }));

const seedMorning = async (): Promise<void> => {
  const { db } = product.context;
  await inTransaction(db, async (tx) => {
    const system = { accountId: null, address: 'test', at: morning };
    await addUnits(tx, haiDuongGroups, units);
    await owe(tx, await addCampaign(tx, dispatchOfHaiDuong, system), morning);
  });
  officerId = await aPerson(db, people.lan);
  for (const [index, { code }] of units.entries())
    if (!missing.some((one) => one.code === code)) await sendFor(index);
  for (const { code } of returned) await judge(code, 'return');
  for (const { code } of accepted) await judge(code, 'accept');
  for (const [index, { code, name }] of [...missing, ...returned].entries())
    await aPerson(db, { role: 'clerk', name, email: `don-vi-${index}@thu.example`, unit: code });
};

/** The first waiting report names one person twice, the second somebody of an accepted one. */
const listOf = (index: number): TypedParticipant[] => {
  const own = peopleOf(index);
  const extra = index === 0 ? own.slice(0, 1) : index === 1 ? peopleOf(30).slice(0, 1) : [];
  return [...own, ...extra];
};

const sendFor = async (index: number): Promise<void> => {
  const { db } = product.context;
  const unit = units[index]?.code ?? '';
  const doer = { accountId: officerId, address: 'test', at: addSeconds(morning, index - 3600) };
  const found = await reportFound(db, campaign, unit);
  const asked = await campaignById(db, found.campaign.id);
  if (!asked) throw new Error('the campaign was not added');
  const draft = aDraft(asked, { 'vien-chuc': '5' }, listOf(index));
  const { revision } = await saveDraft(db, found, draft, 0, doer);
  const confirmed = checkDraft(draft, asked).warnings.map(({ key }) => key);
  await send(db, await reportFound(db, campaign, unit), { revision, confirmed }, doer);
};

const judge = async (unit: string, decision: 'accept' | 'return'): Promise<void> => {
  const { db } = product.context;
  const { report } = await reportFound(db, campaign, unit);
  const doer = { accountId: officerId, address: 'test', at: addSeconds(morning, -60) };
  const deciding = {
    decision,
    state: report.state,
    version: 1,
    reason: 'Thiếu người',
    remarks: [],
  };
  await decide(db, report, deciding, doer);
};

/** Presses what a person would press, and counts. */
const presser = (page: Page) => {
  const pressed: string[] = [];
  const press = async (role: 'link' | 'button' | 'checkbox', name: string | RegExp) => {
    pressed.push(String(name));
    // Not the hidden button that Enter presses.
    const seen = page.locator(':not([tabindex="-1"])');
    await page.getByRole(role, { name }).and(seen).first().click();
    await page.waitForLoadState('load');
  };
  return { press, pressed };
};

const statesNow = async () => {
  const rows = await product.context.db
    .selectFrom('report')
    .select((row) => ['state', row.fn.countAll<number>().as('reports')])
    .groupBy('state')
    .execute();
  return Object.fromEntries(rows.map(({ state, reports }) => [state, Number(reports)]));
};

test('the morning of the deadline: 8 waiting, 13 missing and 5 returned are handled in few clicks', async () => {
  const confirming = product.visitor();
  await confirming.signIn(people.lan.email, password);
  await product.confirmSending(confirming);
  const context = await browser.newContext({ baseURL: product.address });
  const page = await context.newPage();
  const { press, pressed } = presser(page);
  await page.goto('/dang-nhap');
  await page.fill('[name=identifier]', people.lan.email);
  await page.fill('[name=password]', password);
  await press('button', 'Đăng nhập');
  expect(await statesNow()).toEqual({ submitted: 8, not_started: 13, returned: 5, accepted: 14 });

  await press('link', 'Tiếp nhận báo cáo không có cảnh báo');
  await press('button', 'Tiếp nhận 6 báo cáo');
  await page.getByText('Đơn vị đã xem và xác nhận').first().waitFor();
  await press('button', /^Tiếp nhận$/);
  await press('checkbox', 'Trùng với đơn vị khác');
  await press('button', 'Trả lại để sửa');
  expect(await page.textContent('main')).toContain('Không còn báo cáo nào chờ xem');
  expect(await statesNow()).toEqual({ not_started: 13, returned: 6, accepted: 21 });

  await press('link', 'Nhắc các đơn vị chưa gửi');
  await press('button', 'Xem trước thư nhắc');
  await press('button', /^Gửi thư nhắc cho 18 đơn vị$/);
  await press('link', 'Về bảng theo dõi');
  await press('link', 'Xuất, chốt, tệp khác');
  await press('link', /^Chốt phụ lục/);
  await press('button', 'Chốt phụ lục lần 1');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    press('button', /^Tải .*lần 1|^Tải tệp chốt/),
  ]);
  expect(download.suggestedFilename()).toMatch(/chot-1.*[.]xlsx$/);
  for (const index of [0, 17])
    expect(await product.delivered(`don-vi-${index}@thu.example`)).not.toEqual([]);
  console.log(`the morning of the deadline took ${pressed.length} clicks (most: ${most})`);
  expect(pressed.length).toBeLessThanOrEqual(most);
});
