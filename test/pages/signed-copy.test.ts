import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWorkers } from '../../src/adapters/worker-pool.ts';
import { decide } from '../../src/reports/decide.ts';
import { reportFound } from '../../src/reports/store.ts';
import { aCity, aDraft, aList, type City, sent, signedInAs } from '../support/city.ts';
import { morning, type Product, startProduct } from '../support/product.ts';
import { aHeavyPhoto, aPdf, aPhoto, aPng, compressedObjects } from '../support/scans.ts';
import type { Reply, Visitor } from '../support/visitor.ts';

let product: Product;
let city: City;
let tam: Visitor;
let lan: Visitor;
beforeAll(async () => {
  product = await startProduct();
  city = await aCity(product.context.db);
  await sent(product.context.db, city, 'thcs-nguyen-hue', draft());
  await sent(product.context.db, city, 'phuong-quang-trung', draft(), { person: 'minh' });
  tam = await signedInAs(product, 'tam');
  lan = await signedInAs(product, 'lan');
});
afterAll(() => product.close());

const draft = (people = 3) => aDraft(city.campaign, { 'vien-chuc': '48' }, aList(people));
const school = '/bao-cao/cchc-2024/thcs-nguyen-hue';
const copy = `${school}/ban-ky`;
const atDesk = '/tien-do/cchc-2024/thcs-nguyen-hue';
const ward = '/tien-do/cchc-2024/phuong-quang-trung/ban-ky';

const fileIds = (text: string): string[] => [
  ...new Set([...text.matchAll(/ban-ky\/([0-9a-f-]{36})"/g)].map(([, id = '']) => id)),
];
const errorsOf = ({ text }: Reply): string[] =>
  [...text.matchAll(/<li><a href="#file">([^<]*)<\/a><\/li>/g)].map(([, line = '']) => line);
const historyOf = async (action: string) =>
  product.context.db
    .selectFrom('history')
    .select(['subject', 'details'])
    .where('action', '=', action)
    .orderBy('seq')
    .execute();

describe('A signed copy', () => {
  test('comes with a sent report: two photos and a PDF at once, kept upright and without place or maker', async () => {
    expect((await tam.get(`${school}/bien-nhan`)).text).toContain(`href="${copy}"`);
    expect((await tam.get(school)).text).toContain(`href="${copy}"`);
    expect((await tam.get(copy)).text).toContain('Chưa có tệp nào');
    expect((await lan.get(atDesk)).text).toContain('>Chưa có bản ký<');
    const photo = await aPhoto();
    const files = [
      { name: 'IMG_0001.JPG', bytes: photo },
      { name: 'trang 2 "ký".png', bytes: await aPng() },
      { name: 'quet.pdf', bytes: aPdf() },
    ];
    const reply = await tam.uploadAll(copy, files, { version: '1' });
    expect([reply.status, reply.location]).toEqual([303, `${copy}?xong=3`]);
    const shown = await tam.get(reply.location);
    expect(shown.text).toContain('Đã nhận 3 tệp.');
    const [first = '', second = '', third = ''] = fileIds(shown.text);
    const saved = await tam.get(`${copy}/${first}`);
    expect(Object.fromEntries(saved.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'content-disposition': 'attachment; filename=Ban-ky_thcs-nguyen-hue_cchc-2024_lan-1_01.jpg',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
      'cache-control': 'private, no-store',
    });
    const upright = sharp(saved.bytes);
    const { width, height, exif, icc, orientation } = await upright.metadata();
    expect([width, height, exif, icc, orientation]).toEqual([600, 800, ...Array(3)]);
    const pixels = await upright.raw().toBuffer();
    const at = (x: number, y: number) => [...pixels.subarray((y * 600 + x) * 3).subarray(0, 3)];
    expect(at(300, 20).map((value) => value > 200)).toEqual([true, false, false]);
    expect(at(300, 780).map((value) => value > 200)).toEqual([true, true, true]);
    expect(Buffer.from(photo).includes('May anh thu')).toBe(true);
    expect(Buffer.from(saved.bytes).includes('May anh thu')).toBe(false);
    // What was clear is white, as on paper.
    const { data } = await sharp((await tam.get(`${copy}/${second}`)).bytes)
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(data[0]).toBeGreaterThan(250);
    const pdf = await tam.get(`${copy}/${third}`);
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    expect([...pdf.bytes]).toEqual([...aPdf()]);
    const small = await tam.get(`${copy}/${first}/nho.jpg`);
    expect(small.headers.get('cache-control')).toBe('private, max-age=600');
    expect(await sharp(small.bytes).metadata()).toMatchObject({ width: 225, height: 300 });
    expect((await tam.get(`${copy}/${third}/nho.jpg`)).status).toBe(404);
  });

  test('is seen and saved by the office beside the report, and by no other unit', async () => {
    const page = await lan.get(atDesk);
    expect(page.text).not.toContain('>Chưa có bản ký<');
    const ids = fileIds(page.text);
    expect(ids).toHaveLength(3);
    const own = await tam.get(`${copy}/${ids[0]}`);
    expect((await lan.get(`${atDesk}/ban-ky/${ids[0]}`)).bytes).toEqual(own.bytes);
    const minh = await signedInAs(product, 'minh');
    for (const path of ['', '/nho.jpg']) {
      expect((await minh.get(`${copy}/${ids[0]}${path}`)).status).toBe(404);
      // Neither under an address of one's own.
      const below = '/bao-cao/cchc-2024/phuong-quang-trung/ban-ky';
      expect((await minh.get(`${below}/${ids[0]}${path}`)).status).toBe(404);
      expect((await lan.get(`${ward}/${ids[0]}${path}`)).status).toBe(404);
    }
    expect((await product.visitor().get(`${copy}/${ids[0]}`)).location).toContain('/dang-nhap');
    // Somebody else's file is not taken away either.
    await minh.get('/bao-cao/cchc-2024/phuong-quang-trung/ban-ky');
    await minh.post(`/bao-cao/cchc-2024/phuong-quang-trung/ban-ky/${ids[0]}/bo`, { version: '1' });
    expect(fileIds((await tam.get(copy)).text)).toEqual(ids);
  });

  test('holds a file that is sent twice once, also when two clicks come at the same time', async () => {
    await tam.get(copy);
    const photo = { name: 'a.jpg', bytes: await aPhoto() };
    const again = await tam.uploadAll(copy, [photo], { version: '1' });
    expect(again.location).toBe(`${copy}?xong=da-co`);
    expect((await tam.get(again.location)).text).toContain('đã được tải lên trước đó');
    const fresh = { name: 'b.jpg', bytes: await aPhoto(200, 100) };
    const both = await Promise.all(
      [1, 2].map(() => tam.uploadAll(copy, [fresh, fresh], { version: '1' })),
    );
    expect(both.map(({ location }) => location).sort()).toEqual([
      `${copy}?xong=1`,
      `${copy}?xong=da-co`,
    ]);
    expect(fileIds((await tam.get(copy)).text)).toHaveLength(4);
  });

  test('is put in order and taken away for good; both are on record', async () => {
    const before = fileIds((await tam.get(copy)).text);
    const [one = '', two = '', three = '', four = ''] = before;
    expect((await tam.post(`${copy}/${two}/len`, { version: '1' })).status).toBe(303);
    expect((await tam.post(`${copy}/${three}/xuong`, { version: '1' })).status).toBe(303);
    expect(fileIds((await tam.get(copy)).text)).toEqual([two, one, four, three]);
    // The first can't go further up.
    await tam.post(`${copy}/${two}/len`, { version: '1' });
    expect(fileIds((await tam.get(copy)).text)).toEqual([two, one, four, three]);
    const removed = await tam.post(`${copy}/${four}/bo`, { version: '1' });
    expect((await tam.get(removed.location)).text).toContain('Đã bỏ tệp.');
    expect((await tam.post(`${copy}/${four}/bo`, { version: '1' })).status).toBe(303);
    expect(fileIds((await tam.get(copy)).text)).toEqual([two, one, three]);
    expect((await tam.get(`${copy}/${four}`)).status).toBe(404);
    const contents = await product.context.db
      .selectFrom('signed_content')
      .select('file_id')
      .execute();
    expect(contents.map(({ file_id }) => file_id).sort()).toEqual([one, two, three].sort());
    const { report } = await reportFound(product.context.db, 'cchc-2024', 'thcs-nguyen-hue');
    const removals = await historyOf('signed-copy.file-removed');
    expect(removals).toHaveLength(1);
    expect(removals[0]?.subject).toBe(report.id);
    expect(JSON.parse(removals[0]?.details ?? '')).toMatchObject({ version: 1, kind: 'jpeg' });
    expect(await historyOf('signed-copy.file-added')).toHaveLength(4);
  });

  test('of an accepted report can still grow, and is changed by the office alone', async () => {
    const { report } = await reportFound(product.context.db, 'cchc-2024', 'thcs-nguyen-hue');
    const accepting = { decision: 'accept', state: 'submitted', version: 1, reason: '' } as const;
    const doer = { accountId: city.ids.lan, address: 'test', at: morning };
    await decide(product.context.db, report, accepting, doer);
    const page = await tam.get(copy);
    expect(page.text).toContain('Vẫn tải thêm tệp được');
    expect(page.text).not.toContain('Bỏ hẳn');
    const [one = ''] = fileIds(page.text);
    const refused = await tam.post(`${copy}/${one}/bo`, { version: '1' });
    expect([
      refused.status,
      refused.text.includes('đã được tiếp nhận nên đơn vị không bỏ'),
    ]).toEqual([422, true]);
    const more = { name: 'c.pdf', bytes: aPdf({ catalog: '/Lang (vi)' }) };
    expect((await tam.uploadAll(copy, [more], { version: '1' })).status).toBe(303);
    expect((await lan.get(`${atDesk}/ban-ky`)).text).toContain('Bỏ hẳn');
    expect((await lan.post(`${atDesk}/ban-ky/${one}/bo`, { version: '1' })).status).toBe(303);
    expect(fileIds((await tam.get(copy)).text)).toHaveLength(3);
  });

  test('belongs to one version: a new one needs its own, and an open page does not mix them up', async () => {
    const { db } = product.context;
    await lan.get(atDesk);
    await lan.post(`${atDesk}/mo-lai`, { state: 'accepted', lastVersion: '1', reason: 'Sửa tên' });
    expect((await tam.get(copy)).text).toContain('bản gửi mới cần bản ký mới');
    await sent(db, city, 'thcs-nguyen-hue', draft(4));
    const late = await tam.uploadAll(copy, [{ name: 'd.pdf', bytes: aPdf() }], { version: '1' });
    expect(late.status).toBe(409);
    expect(errorsOf(late)[0]).toContain('Vừa có bản gửi mới');
    expect(late.text).toContain('Chưa có tệp nào');
    expect((await lan.get(atDesk)).text).toContain('Chưa có bản ký của bản gửi 2');
    expect(fileIds((await lan.get(`${atDesk}?ban=1`)).text)).toHaveLength(3);
  });

  test('is uploaded by the office for a paper that came by hand, once something was sent', async () => {
    await lan.get(ward);
    const reply = await lan.uploadAll(ward, [{ name: 'p.pdf', bytes: aPdf() }], { version: '1' });
    expect(reply.location).toBe(`${ward}?xong=1`);
    expect((await lan.get(ward)).text).toContain('Trần Thị Lan tải lên lúc');
    const silent = '/tien-do/cchc-2024/mn-binh-han/ban-ky';
    expect((await lan.get(silent)).text).toContain('Đơn vị chưa gửi báo cáo');
    const refused = await lan.uploadAll(silent, [{ name: 'p.pdf', bytes: aPdf() }], {
      version: '0',
    });
    expect([refused.status, errorsOf(refused)[0]]).toEqual([
      422,
      expect.stringContaining('Gửi báo cáo trước'),
    ]);
  });
});

describe('A file that is no scan', () => {
  const html = '<html><script>alert(1)</script></html>';
  const heic = new Uint8Array(Buffer.from('\0\0\0\x18ftypheic\0\0\0\0heicmif1', 'latin1'));
  const scanOf = (bytes: Uint8Array) => product.context.workers.scan(bytes);
  const text = (words: string) => new Uint8Array(Buffer.from(words, 'latin1'));
  const inPasses = async () => {
    const plain = sharp({ create: { width: 6000, height: 5200, channels: 3, background: '#fff' } });
    return new Uint8Array(await plain.jpeg({ progressive: true }).toBuffer());
  };
  const bigPng = async () => {
    const png = await aPng(7200, 7200);
    expect(png.length).toBeLessThan(300_000);
    return png;
  };

  test.each([
    ['is empty', 'scan-empty', () => text('')],
    ['is a web page called .jpg', 'scan-unknown', () => text(html)],
    ['is a photo of an iPhone', 'scan-heic', () => heic],
    ['is a GIF', 'scan-unknown', () => text('GIF89a\x01\0\x01\0\0\0\0;')],
    ['is an SVG', 'scan-unknown', () => text('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['is a photo cut off', 'scan-broken', async () => (await aPhoto()).subarray(0, 2000)],
    ['is a photo’s beginning and nothing else', 'scan-broken', () => text('\xff\xd8\xff\xe0')],
    ['has 52 million pixels in few bytes', 'scan-too-many-pixels', bigPng],
    ['is kept whole until its last pass', 'scan-too-many-pixels', inPasses],
    ['is a PDF cut off', 'scan-broken', () => aPdf().subarray(0, -30)],
    ['is a PDF in name', 'scan-broken', () => text('%PDF-1.7\nstartxref\n0\n%%EOF')],
    [
      'is a web page before a PDF',
      'scan-unknown',
      () => text(`${html}${Buffer.from(aPdf()).toString('latin1')}`),
    ],
    [
      'asks for a password',
      'scan-locked',
      () => aPdf({ trailer: '/Encrypt 4 0 R', more: ['<< >>'] }),
    ],
    [
      'starts a script',
      'scan-active',
      () => aPdf({ catalog: '/OpenAction << /S /JavaScript /JS (1) >>' }),
    ],
    [
      'hides the word',
      'scan-active',
      () => aPdf({ catalog: '/OpenAction << /S /J#61vaScript >>' }),
    ],
    ['starts a program', 'scan-active', () => aPdf({ more: ['<< /S /Launch /F (x) >>'] })],
    ['brings a file along', 'scan-active', () => aPdf({ more: ['<< /Type /EmbeddedFile >>'] })],
    [
      'hides a script in compressed objects',
      'scan-active',
      () => aPdf({ more: [compressedObjects('5 0 << /S /JavaScript >>')] }),
    ],
    [
      'opens to gigabytes',
      'scan-too-heavy',
      () => aPdf({ more: [compressedObjects(' '.repeat(5_000_000))] }),
    ],
  ])('%s: refused as %s', async (_, code, make) => {
    await expect(scanOf(await make())).rejects.toMatchObject({ code });
  });

  test('carries nothing along: a picture with a page of the web behind it is a picture again', async () => {
    const both = Buffer.concat([await aPhoto(), Buffer.from(html)]);
    const { bytes } = await scanOf(new Uint8Array(both));
    expect(Buffer.from(bytes).includes('<script>')).toBe(false);
    // A PDF that is a web page to others stays as it is, and is only ever saved as a PDF (see above).
    const { kind } = await scanOf(aPdf({ catalog: `/X (${html})` }));
    expect(kind).toBe('pdf');
  });

  test('costs the good ones nothing: they are kept, and each bad one is named', async () => {
    await tam.get(copy);
    const large = { name: 'to.pdf', bytes: new Uint8Array(11 * 1024 * 1024) };
    const reply = await tam.uploadAll(
      copy,
      [
        { name: 'a.heic', bytes: heic },
        { name: 'tot.pdf', bytes: aPdf({ catalog: '/A 1' }) },
        large,
        { name: 'b<i>.doc', bytes: text('PK\x03\x04') },
      ],
      { version: '2' },
    );
    expect(reply.status).toBe(422);
    const errors = errorsOf(reply);
    expect(errors).toHaveLength(3);
    expect(
      errors.some((line) => line.startsWith('Tệp &#34;to.pdf&#34; quá lớn, tối đa 10 MB.')),
    ).toBe(true);
    expect(errors.some((line) => line.includes('là ảnh HEIC của iPhone'))).toBe(true);
    expect(errors.some((line) => line.includes('b&lt;i&gt;.doc'))).toBe(true);
    expect(reply.text).toContain('Đã nhận 1 tệp; các tệp nêu');
    expect(fileIds(reply.text)).toHaveLength(1);
  });

  test('is asked for when nothing was chosen, and much is refused in one sentence', async () => {
    await tam.get(copy);
    const none = await tam.upload(copy, null, { version: '2' });
    expect([none.status, errorsOf(none)[0]]).toEqual([
      422,
      expect.stringContaining('Chưa chọn tệp.'),
    ]);
    const pdfs = Array.from({ length: 31 }, (_, index) => ({
      name: `${index}.pdf`,
      bytes: aPdf({ catalog: `/N ${index}` }),
    }));
    const many = await tam.uploadAll(copy, pdfs, { version: '2' });
    expect([many.status, errorsOf(many)[0]]).toEqual([
      422,
      expect.stringContaining('tối đa 30 tệp, 50 MB'),
    ]);
    const thirty = await tam.uploadAll(copy, pdfs.slice(0, 30), { version: '2' });
    expect([thirty.status, errorsOf(thirty)[0]]).toEqual([
      422,
      expect.stringContaining('tối đa 30 tệp'),
    ]);
    const ten = { name: '10.jpg', bytes: new Uint8Array(10_000_000) };
    const heavy = await tam.uploadAll(copy, Array(6).fill(ten), { version: '2' });
    expect([heavy.status, errorsOf(heavy)[0]]).toEqual([422, expect.stringContaining('50 MB')]);
    expect(fileIds((await tam.get(copy)).text)).toHaveLength(1);
  });

  test('may take so long and no longer', async () => {
    const hurried = openWorkers({ file: 'unused.sqlite' }, 1);
    const heavy = await aHeavyPhoto(3000, 1500);
    for (const outcome of await Promise.allSettled([hurried.scan(heavy), hurried.scan(heavy)]))
      expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'scan-too-heavy' } });
    await hurried.close();
  });

  test('of a large phone becomes smaller than it came', async () => {
    const heavy = await aHeavyPhoto(4608, 576);
    const { bytes, preview } = await scanOf(heavy);
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 4000, height: 500 });
    expect(bytes.length).toBeLessThan(heavy.length);
    expect(preview?.length).toBeLessThanOrEqual(40_000);
  });
});
