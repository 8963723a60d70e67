import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appendixKind } from '../../src/appendix/kinds.ts';
import { inTransaction } from '../../src/db/open.ts';
import { wantedFile } from '../../src/jobs/kind.ts';
import { beat, claimJob } from '../../src/jobs/store.ts';
import { addSeconds } from '../../src/kit/time.ts';
import { aCity, aDraft, aList, type City, sent, signedInAs } from '../support/city.ts';
import { morning, type Product, startProduct } from '../support/product.ts';
import type { Visitor } from '../support/visitor.ts';

const board = '/tien-do/cchc-2024';

describe('a file that takes longer than one waits for a page', () => {
  let product: Product;
  let lan: Visitor;

  beforeAll(async () => {
    product = await startProduct({}, { patienceMilliseconds: 0 });
    const city = await aCity(product.context.db);
    await sent(
      product.context.db,
      city,
      'thcs-nguyen-hue',
      aDraft(city.campaign, { 'vien-chuc': '48' }, aList(45)),
    );
    lan = await signedInAs(product, 'lan');
  });
  afterAll(() => product.close());

  test('is made while one looks elsewhere, and taken from its page without JavaScript', async () => {
    const reply = await lan.fill(board, {}, `${board}/phu-luc`);
    expect([reply.status, reply.location]).toEqual([
      303,
      expect.stringMatching(/^\/cong-viec\/[\w-]+$/),
    ]);
    const job = reply.location;
    let page = await lan.get(job);
    while (page.text.includes('Đang làm tệp')) page = await lan.get(job);
    expect(page.text).toContain('Tệp đã xong');
    expect(page.text).not.toContain('http-equiv="refresh"');
    const list = await lan.get('/cong-viec');
    for (const text of [`href="${job}/tep"`, 'Phụ lục tổng hợp (.xlsx)', 'Trần Thị Lan', ' kB'])
      expect(list.text).toContain(text);
    const file = await lan.get(`${job}/tep`);
    expect(file.status).toBe(200);
    expect(file.headers.get('content-disposition')).toBe(
      'attachment; filename=Phu-luc_cchc-2024_20241211-0800.xlsx',
    );
    expect(file.headers.get('x-content-type-options')).toBe('nosniff');
    expect(new TextDecoder().decode(file.bytes.subarray(0, 2))).toBe('PK');
  });

  test('asked for again it comes at once: the same data are not read twice', async () => {
    const { db } = product.context;
    const jobs = async () => (await db.selectFrom('job').select('id').execute()).length;
    const before = await jobs();
    const again = await lan.fill(board, {}, `${board}/phu-luc`);
    expect(again.status).toBe(200);
    const hoa = await signedInAs(product, 'hoa');
    expect((await hoa.fill(board, {}, `${board}/phu-luc`)).bytes).toEqual(again.bytes);
    expect(await jobs()).toBe(before);
    const { taken } = await db
      .selectFrom('history')
      .select((row) => row.fn.countAll<number | string>().as('taken'))
      .where('action', '=', 'appendix.exported')
      .executeTakeFirstOrThrow();
    expect(Number(taken)).toBe(3);
  });
});

describe('the page of a job', () => {
  let product: Product;
  let city: City;
  let lan: Visitor;
  let job: string;

  beforeAll(async () => {
    product = await startProduct();
    city = await aCity(product.context.db);
    lan = await signedInAs(product, 'lan');
    const asked = { key: 'slow', askedBy: city.ids.hoa, now: morning };
    const wanted = wantedFile(appendixKind, city.campaign.id);
    const { db } = product.context;
    const { id } = await inTransaction(db, (tx) => claimJob(tx, { ...wanted, ...asked }));
    job = `/cong-viec/${id}`;
  });
  afterAll(() => product.close());

  test('waits, then tells how many rows are written, also without JavaScript', async () => {
    const waiting = await lan.get(job);
    expect(waiting.text).toContain('Đang chờ đến lượt');
    expect(waiting.text).toContain('<noscript><meta http-equiv="refresh" content="3"></noscript>');
    const id = job.slice('/cong-viec/'.length);
    await beat(product.context.db, id, { done: 12_000, of: 60_000 }, morning);
    const running = await lan.get(job);
    expect(running.text).toContain('Đã ghi 12.000/60.000 dòng.');
    expect(running.text).toContain('max="60000" value="12000"');
    const { text } = await lan.get(job, { accept: 'application/json' });
    expect(JSON.parse(text)).toEqual({
      underWay: true,
      said: 'Đã ghi 12.000/60.000 dòng.',
      done: 12_000,
      of: 60_000,
    });
    const early = await lan.get(`${job}/tep`);
    expect([early.status, early.location]).toEqual([303, job]);
  });

  test('says when it was broken off; Làm lại makes the file', async () => {
    product.clock.set(addSeconds(morning, 61));
    const page = await lan.get(job);
    expect(page.text).toContain('Máy chủ đã dừng hoặc khởi động lại trong khi đang làm tệp này.');
    const again = await lan.post(`${job}/lai`);
    expect(again.status).toBe(200);
    expect(again.headers.get('content-disposition')).toContain('Phu-luc_cchc-2024');
  });

  test('is for the office alone, and for a day', async () => {
    const minh = await signedInAs(product, 'minh');
    for (const path of [job, `${job}/tep`, '/cong-viec'])
      expect((await minh.get(path)).status).toBe(403);
    expect((await lan.get('/cong-viec/none')).status).toBe(404);
    product.clock.set(addSeconds(morning, 24 * 3600));
    const late = await signedInAs(product, 'lan');
    for (const path of [job, `${job}/tep`]) expect((await late.get(path)).status).toBe(404);
  });
});

test('two officers who ask at once share one file', async () => {
  const product = await startProduct();
  await aCity(product.context.db);
  const both = await Promise.all([signedInAs(product, 'lan'), signedInAs(product, 'hoa')]);
  for (const officer of both) await officer.get(board);
  const replies = await Promise.all(both.map((officer) => officer.post(`${board}/phu-luc`)));
  expect(replies.map(({ status }) => status)).toEqual([200, 200]);
  expect(replies[0]?.bytes).toEqual(replies[1]?.bytes);
  expect(await product.context.db.selectFrom('job').select('id').execute()).toHaveLength(1);
  await product.close();
});
