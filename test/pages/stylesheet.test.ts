import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Product, startProduct } from '../support/product.ts';
import type { Visitor } from '../support/visitor.ts';

const address = '/assets/css/phuluc.css';

let product: Product;
let visitor: Visitor;

beforeAll(async () => {
  product = await startProduct();
  visitor = product.visitor();
});
afterAll(() => product.close());

describe('the style sheet', () => {
  test('is the only one that a page asks for', async () => {
    const page = await visitor.get('/dang-nhap');
    const sheets = page.text.match(/<link rel="stylesheet" href="[^"]*">/g);
    expect(sheets).toEqual([`<link rel="stylesheet" href="${address}">`]);
  });

  test('is one answer with all its parts, kept for an hour and sent compressed', async () => {
    const reply = await visitor.get(address, { 'accept-encoding': 'gzip' });
    expect(reply.status).toBe(200);
    expect(reply.headers.get('content-type')).toBe('text/css; charset=utf-8');
    expect(reply.headers.get('cache-control')).toBe('public, max-age=3600');
    expect(reply.headers.get('content-encoding')).toBe('gzip');
    const [fonts, paper] = ['@font-face {', '.no-print,'].map((rule) => reply.text.indexOf(rule));
    expect(fonts).toBeGreaterThan(-1);
    expect(paper).toBeGreaterThan(fonts ?? 0);
  });

  test('is not sent again to a browser that has it', async () => {
    const etag = (await visitor.get(address)).headers.get('etag') ?? '';
    expect(etag).not.toBe('');
    // As a browser asks; fetch of Node.js would add `no-cache`, by which everything is sent again.
    const asking = { 'if-none-match': etag, 'cache-control': 'max-age=0' };
    const known = await visitor.get(address, asking);
    expect([known.status, known.text]).toEqual([304, '']);
    const other = await visitor.get(address, { ...asking, 'if-none-match': '"another"' });
    expect(other.status).toBe(200);
  });

  test('answers HEAD without a body, and nothing but reading', async () => {
    const head = await fetch(product.address + address, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    expect(head.headers.get('content-type')).toBe('text/css; charset=utf-8');
    const below = await visitor.get(`${address}/parts`);
    expect(below.status).toBe(404);
  });

  test('stands beside the files of public, which are answered as before', async () => {
    const [paper, part] = await Promise.all(
      ['/assets/css/paper.css', '/assets/css/base.css'].map((path) => visitor.get(path)),
    );
    expect(paper?.headers.get('content-type')).toBe('text/css; charset=utf-8');
    expect(part?.status).toBe(404);
  });
});
