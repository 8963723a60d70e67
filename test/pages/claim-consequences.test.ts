import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { consolidate } from '../../src/appendix/consolidate.ts';
import { groupsOfAppendix, peopleOfAppendix } from '../../src/appendix/store.ts';
import { addSeconds } from '../../src/kit/time.ts';
import { aCity, aDraft, type City, sent, signedInAs } from '../support/city.ts';
import { morning, type Product, startProduct } from '../support/product.ts';
import type { Visitor } from '../support/visitor.ts';

const path = '/tien-do/cchc-2024/doi-chieu';
const school = 'thcs-nguyen-hue';
const ward = 'phuong-quang-trung';

let product: Product;
let city: City;
let lan: Visitor;
beforeEach(async () => {
  product = await startProduct();
  const { db } = product.context;
  city = await aCity(db);
  const person = (name: string) => {
    return { name, birthDate: '', title: 'Giáo viên', category: 'Viên chức', note: '' };
  };
  const list = (...names: string[]) =>
    aDraft(city.campaign, { 'vien-chuc': '9' }, names.map(person));
  await sent(db, city, school, list('Trần Thị Hòa', 'Lê Văn Bốn'));
  await sent(db, city, ward, list('Phạm Văn Năm', 'TRẦN  THỊ HOÀ'), { person: 'minh' });
  lan = await signedInAs(product, 'lan');
});
afterEach(() => product.close());

const hidden = (page: string, name: string) =>
  [...page.matchAll(new RegExp(`name="${name}" value="([^"]*)"`, 'g'))].map(
    ([, value]) => value ?? '',
  );

/** What the form of the first case posts, with this answer. */
const answer = (page: string, decision: string): [string, string][] => [
  ...hidden(page, 'row').map((value): [string, string] => ['row', value]),
  ...hidden(page, 'tick').map((value): [string, string] => ['tick', value]),
  ['settled', hidden(page, 'settled')[0] ?? ''],
  ['place', hidden(page, 'place')[0] ?? '1'],
  ['decision', decision],
];

/** Decides that the person counts at the school. */
const countAtSchool = async () => {
  const { text } = await lan.get(path);
  const choice = /value="(same:[^"]+)"[\s\S]*?<strong>([^<]+)<\/strong>/g;
  const at = [...text.matchAll(choice)].find(([, , unit]) => unit === 'Trường THCS Nguyễn Huệ');
  return lan.post(path, answer(text, at?.[1] ?? ''));
};

const counted = async (asOf?: string) => {
  const { db } = product.context;
  const { categories, id } = city.campaign;
  const { groups, total } = consolidate(categories, await groupsOfAppendix(db, id, asOf));
  const lines = groups.flatMap((group) => group.lines).filter(({ figures }) => figures);
  const people = await peopleOfAppendix(db, id, asOf);
  return {
    units: lines.map(({ unit, figures, note }) => [unit.name, figures?.total.participants, note]),
    headcount: total.figures.total.headcount,
    total: total.figures.total.participants,
    names: [...people.values()].flat().length,
  };
};

describe('One person whom two units have sent', () => {
  test('stands before the office with both rows, counts where it decides, and is told of', async () => {
    const open = await lan.get(path);
    for (const shown of [
      'Trần Thị Hòa',
      'TRẦN THỊ HOÀ',
      'Trường THCS Nguyễn Huệ',
      'UBND phường Quang Trung',
    ])
      expect(open.text).toContain(shown);
    expect(await counted()).toMatchObject({ total: 4, names: 4 });

    product.clock.set(addSeconds(morning, 60));
    expect((await countAtSchool()).status).toBe(303);
    const note = '1 người tính ở Trường THCS Nguyễn Huệ';
    const after = {
      units: [
        ['Trường THCS Nguyễn Huệ', 2, ''],
        ['UBND phường Quang Trung', 1, note],
      ],
      headcount: 18,
      total: 3,
      names: 3,
    };
    expect(await counted()).toEqual(after);
    expect(await counted(addSeconds(morning, 59))).toMatchObject({ total: 4, names: 4 });
    expect(await counted(addSeconds(morning, 61))).toEqual(after);

    const mails = await product.context.db
      .selectFrom('mail')
      .select(['recipient', 'body'])
      .where('kind', '=', 'counted-elsewhere')
      .execute();
    expect(mails.map(({ recipient }) => recipient)).toEqual(['minh@thu.example']);
    expect(mails[0]?.body).toContain('tính người này ở Trường THCS Nguyễn Huệ');
    expect(mails[0]?.body).not.toMatch(/Hòa|HOÀ/);
    const minh = await signedInAs(product, 'minh');
    const own = await minh.get(`/bao-cao/cchc-2024/${ward}`);
    expect(own.text).toContain('được tính ở Trường THCS Nguyễn Huệ, không tính ở đây');
    expect((await lan.get(`/tien-do/cchc-2024/${school}`)).text).toContain('được tính ở đây');
  });

  test('counts in both again when the decision is undone', async () => {
    await countAtSchool();
    const decided = await lan.get(`${path}?xem=da-quyet-dinh`);
    const undo = /action="([^"]*doi-chieu\/[^"]+\/bo)"/.exec(decided.text)?.[1];
    const all = undo === undefined ? await lan.get(path) : decided;
    const link = undo ?? /action="([^"]*doi-chieu\/[^"]+\/bo)"/.exec(all.text)?.[1] ?? '';
    expect((await lan.post(link)).status).toBe(303);
    expect(await counted()).toMatchObject({ total: 4, names: 4 });
  });

  test('is no question any more when they are two people', async () => {
    const { text } = await lan.get(path);
    expect((await lan.post(path, answer(text, 'different'))).status).toBe(303);
    expect(await counted()).toMatchObject({ total: 4, names: 4 });
    const report = await lan.get(`/tien-do/cchc-2024/${school}`);
    expect(report.text).not.toContain('Có tên trong báo cáo của đơn vị khác');
  });

  test('is refused in words without an answer, and when a colleague was faster', async () => {
    const { text } = await lan.get(path);
    const unanswered = await lan.post(path, answer(text, ''));
    expect(unanswered.status).toBe(422);
    expect(unanswered.text).toContain('field-faulty');
    await lan.post(path, answer(text, 'different'));
    const late = await lan.post(path, answer(text, 'different'));
    expect(late.status).toBe(409);
  });
});
