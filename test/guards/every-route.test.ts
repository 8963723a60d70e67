import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pagesOf } from '../../src/app.ts';
import { root } from '../../src/root.ts';
import { aCity, aDraft, aList, password, people, sent } from '../support/city.ts';
import { type Product, startProduct } from '../support/product.ts';
import type { Visitor } from '../support/visitor.ts';

/**
 * What each visitor gets at each route: `in` (the page answers, whatever it then says about the form),
 * `out` (sent to sign in), `hidden` (404), `no` (403). Clerks are asked at their own unit and at
 * another one. A new route must be entered here, or the guard fails.
 */
type Outcome = 'in' | 'out' | 'hidden' | 'no';
type Row = readonly [
  nobody: Outcome,
  own: Outcome,
  foreign: Outcome,
  office: Outcome,
  admin: Outcome,
];

const everybody: Row = ['in', 'in', 'in', 'in', 'in'];
const signedIn: Row = ['out', 'in', 'in', 'in', 'in'];
const clerks: Row = ['out', 'in', 'in', 'no', 'no'];
const ownUnit: Row = ['out', 'in', 'hidden', 'no', 'no'];
const office: Row = ['out', 'no', 'no', 'in', 'in'];

const expected: Readonly<Record<string, Row>> = {
  'get /': everybody,
  'get /tro-giup': everybody,
  'get /healthz': everybody,
  'get /dang-nhap': everybody,
  'post /dang-nhap': everybody,
  'post /dang-xuat': signedIn,
  'get /con-day': signedIn,
  'get /lien-ket/:token': everybody,
  'post /lien-ket/:token': everybody,
  'get /nguoi-dung': office,
  'post /nguoi-dung': office,
  'post /nguoi-dung/:account/lien-ket': office,
  'get /bao-cao': clerks,
  'get /bao-cao/:campaign/:unit': ownUnit,
  'post /bao-cao/:campaign/:unit': ownUnit,
  'post /bao-cao/:campaign/:unit/nhap': ownUnit,
  'get /bao-cao/:campaign/:unit/xem-lai': ownUnit,
  'post /bao-cao/:campaign/:unit/gui': ownUnit,
  'post /bao-cao/:campaign/:unit/thu-hoi': ownUnit,
  'get /bao-cao/:campaign/:unit/bien-nhan': ownUnit,
  'get /bao-cao/:campaign/:unit/lich-su': ownUnit,
  'get /bao-cao/:campaign/:unit/lich-su/:number': ownUnit,
  'get /tien-do': office,
  'get /tien-do/:campaign': office,
  'post /tien-do/:campaign/dong': office,
  'post /tien-do/:campaign/mo': office,
  'post /tien-do/:campaign/phu-luc': office,
  'get /tien-do/:campaign/:unit': office,
  'post /tien-do/:campaign/:unit/tiep-nhan': office,
  'post /tien-do/:campaign/:unit/tra-lai': office,
  'post /tien-do/:campaign/:unit/mo-lai': office,
};

let product: Product;
let clerkId: string;
const visitors: Partial<Record<'nobody' | 'clerk' | 'office' | 'admin', Visitor>> = {};

beforeAll(async () => {
  product = await startProduct();
  const { db } = product.context;
  const city = await aCity(db);
  clerkId = city.ids.minh;
  for (const [unit, person] of [
    ['thcs-nguyen-hue', 'tam'],
    ['phuong-quang-trung', 'minh'],
  ] as const)
    await sent(db, city, unit, aDraft(city.campaign, { 'vien-chuc': '48' }, aList(3)), { person });
});
afterAll(() => product.close());

const columns = ['nobody', 'own', 'foreign', 'office', 'admin'] as const;

/** A visitor of each kind; signed in anew where an earlier route signed him out. */
const visitorFor = async (column: (typeof columns)[number]): Promise<Visitor> => {
  const kind = column === 'own' || column === 'foreign' ? 'clerk' : column;
  const known = visitors[kind];
  if (known && (kind === 'nobody' || (await known.get('/con-day')).status === 204)) return known;
  const visitor = product.visitor();
  const account = { clerk: people.tam, office: people.lan, admin: people.admin };
  if (kind === 'nobody') await visitor.get('/dang-nhap');
  else await visitor.signIn(account[kind].email, password);
  if (kind !== 'nobody') await visitor.get('/tro-giup');
  visitors[kind] = visitor;
  return visitor;
};

const address = (path: string, column: (typeof columns)[number]): string =>
  path
    .replace(':campaign', 'cchc-2024')
    .replace(':unit', column === 'foreign' ? 'phuong-quang-trung' : 'thcs-nguyen-hue')
    .replace(':number', '1')
    .replace(':account', clerkId)
    .replace(':token', 'x'.repeat(43));

const outcomeOf = async (method: string, path: string, visitor: Visitor): Promise<Outcome> => {
  const reply =
    method === 'get' ? await visitor.get(path) : await visitor.post(path, { reason: '' });
  if (reply.status === 401 || reply.location.startsWith('/dang-nhap?tiep=')) return 'out';
  if (reply.status === 404) return 'hidden';
  if (reply.status === 403) return 'no';
  expect(reply.status).toBeLessThan(500);
  return 'in';
};

describe('every route', () => {
  test('has been classified, and nothing else is classified', () => {
    const routes = pagesOf(product.context).map(({ method, path }) => `${method} ${path}`);
    expect([...routes].sort()).toEqual(Object.keys(expected).sort());
  });

  test('is mounted by the table of pages alone', () => {
    const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' });
    const mounting = files
      .filter((file) => file.endsWith('.ts'))
      .filter((file) =>
        /\b(app|router)\.(get|post|put|patch|delete|all)\(/.test(
          readFileSync(join(root, 'src', file), 'utf8'),
        ),
      );
    expect(mounting).toEqual([]);
  });

  for (const [route, row] of Object.entries(expected)) {
    const [method = '', path = ''] = route.split(' ');
    for (const [index, column] of columns.entries())
      test(`${route} · ${column}: ${row[index]}`, async () => {
        const visitor = await visitorFor(column);
        expect(await outcomeOf(method, address(path, column), visitor)).toBe(row[index]);
      });
  }
});
