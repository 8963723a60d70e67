import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pagesOf } from '../../src/app.ts';
import { finalize } from '../../src/appendix/finalize.ts';
import { writeFinal } from '../../src/appendix/write-appendix.ts';
import { applyUpload } from '../../src/catalogue/apply.ts';
import { keepUpload } from '../../src/catalogue/store.ts';
import { decideClaim } from '../../src/claims/decide.ts';
import { openCases } from '../../src/claims/found-store.ts';
import { keepList } from '../../src/lists/store.ts';
import { reportFound } from '../../src/reports/store.ts';
import { root } from '../../src/root.ts';
import { keepScans } from '../../src/signed/keep.ts';
import { checkUnit } from '../../src/units/unit.ts';
import { aCity, aDraft, aList, password, people, sent } from '../support/city.ts';
import { aJob } from '../support/jobs.ts';
import { morning, type Product, startProduct } from '../support/product.ts';
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
/** The office enters for every unit. */
const entering: Row = ['out', 'in', 'hidden', 'in', 'in'];
/** Of a file that a clerk sent. */
const entered: Row = ['out', 'in', 'hidden', 'hidden', 'hidden'];
const office: Row = ['out', 'no', 'no', 'in', 'in'];
const nobodys: Row = ['hidden', 'hidden', 'hidden', 'hidden', 'hidden'];
/** Of a file that Lan of the office sent. */
const sendersOwn: Row = ['out', 'no', 'no', 'in', 'hidden'];

const expected: Readonly<Record<string, Row>> = {
  'get /': everybody,
  'get /tro-giup': everybody,
  'get /healthz': everybody,
  'get /bat-dau': office,
  'get /dang-nhap': everybody,
  'post /dang-nhap': everybody,
  'post /dang-xuat': signedIn,
  'get /con-day': signedIn,
  'get /lien-ket/:token': everybody,
  'post /lien-ket/:token': everybody,
  'get /nhan-lien-ket': everybody,
  'post /nhan-lien-ket': everybody,
  'get /nguoi-dung': office,
  'post /nguoi-dung': office,
  'get /nguoi-dung/phieu-moi': office,
  'post /nguoi-dung/phieu-moi': office,
  'get /nguoi-dung/:account': office,
  'post /nguoi-dung/:account': office,
  'post /nguoi-dung/:account/lien-ket': office,
  'post /nguoi-dung/:account/moi-qua-thu': office,
  'post /nguoi-dung/:account/dat-lai': office,
  'post /nguoi-dung/:account/dang-xuat': office,
  'post /nguoi-dung/:account/ngung': office,
  'post /nguoi-dung/:account/mo-lai': office,
  'get /tai-khoan': signedIn,
  'post /tai-khoan/mat-khau': signedIn,
  'post /tai-khoan/phien/:session/ket-thuc': signedIn,
  'post /tai-khoan/noi-khac/ket-thuc': signedIn,
  'get /don-vi': office,
  'get /don-vi/moi': office,
  'post /don-vi/moi': office,
  'get /don-vi/sua/:unit': office,
  'post /don-vi/sua/:unit': office,
  'post /don-vi/sua/:unit/thu-tu': office,
  'post /don-vi/sua/:unit/ngung': office,
  'post /don-vi/sua/:unit/hoat-dong': office,
  'get /don-vi/sua/:unit/sap-nhap': office,
  'post /don-vi/sua/:unit/sap-nhap': office,
  'get /don-vi/nhom': office,
  'post /don-vi/nhom': office,
  'post /don-vi/nhom/:group': office,
  'post /don-vi/nhom/:group/thu-tu': office,
  'post /don-vi/nhom/:group/xoa': office,
  'get /don-vi/excel': office,
  'post /don-vi/excel/tai-ve': office,
  'post /don-vi/excel': office,
  'get /don-vi/excel/:upload': sendersOwn,
  'post /don-vi/excel/:upload/ap-dung': sendersOwn,
  'get /don-vi/excel/:upload/ket-qua.xlsx': sendersOwn,
  'get /bao-cao': clerks,
  'get /bao-cao/:campaign/:unit': entering,
  'post /bao-cao/:campaign/:unit': entering,
  'post /bao-cao/:campaign/:unit/nhap': entering,
  'post /bao-cao/:campaign/:unit/dot-truoc': entering,
  'get /bao-cao/:campaign/:unit/mau.xlsx': entering,
  'get /bao-cao/:campaign/:unit/tai-len': entering,
  'post /bao-cao/:campaign/:unit/tai-len': entering,
  'post /bao-cao/:campaign/:unit/tai-len/dan': entering,
  'get /bao-cao/:campaign/:unit/tai-len/:upload': entered,
  'post /bao-cao/:campaign/:unit/tai-len/:upload': entered,
  'get /bao-cao/:campaign/:unit/tai-len/:upload/loi.xlsx': entered,
  'get /bao-cao/:campaign/:unit/xem-lai': entering,
  'post /bao-cao/:campaign/:unit/gui': entering,
  'post /bao-cao/:campaign/:unit/giai-thich': entering,
  'post /bao-cao/:campaign/:unit/thu-hoi': ownUnit,
  'get /bao-cao/:campaign/:unit/bien-nhan': ownUnit,
  'get /bao-cao/:campaign/:unit/ban-in': ownUnit,
  'get /bao-cao/:campaign/:unit/ban-in.docx': ownUnit,
  'get /kiem-tra': everybody,
  'get /kiem-tra/:code': everybody,
  'get /bao-cao/:campaign/:unit/lich-su': ownUnit,
  'get /bao-cao/:campaign/:unit/lich-su/:number': ownUnit,
  'get /bao-cao/:campaign/:unit/lich-su/:number/tep.xlsx': ownUnit,
  'get /bao-cao/:campaign/:unit/ban-ky': ownUnit,
  'post /bao-cao/:campaign/:unit/ban-ky': ownUnit,
  'get /bao-cao/:campaign/:unit/ban-ky/:file': ownUnit,
  'get /bao-cao/:campaign/:unit/ban-ky/:file/nho.jpg': ownUnit,
  'post /bao-cao/:campaign/:unit/ban-ky/:file/bo': ownUnit,
  'post /bao-cao/:campaign/:unit/ban-ky/:file/len': ownUnit,
  'post /bao-cao/:campaign/:unit/ban-ky/:file/xuong': ownUnit,
  'get /tien-do': office,
  'get /tien-do/:campaign': office,
  'post /tien-do/:campaign/dong': office,
  'post /tien-do/:campaign/mo': office,
  'post /tien-do/:campaign/phu-luc': office,
  'post /tien-do/:campaign/bang/danh-sach/xlsx': office,
  'post /tien-do/:campaign/bang/danh-sach/csv': office,
  'post /tien-do/:campaign/bang/chua-bao-cao/xlsx': office,
  'post /tien-do/:campaign/bang/chua-bao-cao/csv': office,
  'get /cong-viec': office,
  'get /cong-viec/:job': office,
  'get /cong-viec/:job/tep': office,
  'post /cong-viec/:job/lai': office,
  'post /tien-do/:campaign/bao-cao': office,
  'get /tien-do/:campaign/nhac': office,
  'post /tien-do/:campaign/nhac': office,
  'post /tien-do/:campaign/nhac/danh-sach.xlsx': office,
  'post /tien-do/:campaign/nhac/gui': office,
  'get /tien-do/:campaign/doi-chieu': office,
  'post /tien-do/:campaign/doi-chieu': office,
  'post /tien-do/:campaign/doi-chieu/:decision/bo': office,
  'get /tien-do/:campaign/doi-chieu/khac-nhau': office,
  'post /tien-do/:campaign/doi-chieu/khac-nhau': office,
  'get /tien-do/:campaign/xuat': office,
  'post /tien-do/:campaign/xuat/thoi-diem': office,
  'get /tien-do/:campaign/xuat/chot': office,
  'post /tien-do/:campaign/xuat/chot': office,
  'post /tien-do/:campaign/xuat/chot/:number': office,
  'get /tien-do/:campaign/ho-so': office,
  'post /tien-do/:campaign/ho-so': office,
  'post /tien-do/:campaign/ho-so/ban-ky': office,
  'get /tien-do/:campaign/cho-xem': office,
  'get /tien-do/:campaign/tiep-nhan': office,
  'post /tien-do/:campaign/tiep-nhan': office,
  'get /tien-do/:campaign/:unit': office,
  'get /tien-do/:campaign/:unit/ban-ky': office,
  'post /tien-do/:campaign/:unit/ban-ky': office,
  'get /tien-do/:campaign/:unit/ban-ky/:file': office,
  'get /tien-do/:campaign/:unit/ban-ky/:file/nho.jpg': office,
  'post /tien-do/:campaign/:unit/ban-ky/:file/bo': office,
  'post /tien-do/:campaign/:unit/ban-ky/:file/len': office,
  'post /tien-do/:campaign/:unit/ban-ky/:file/xuong': office,
  'get /tien-do/:campaign/:unit/ban/:number/tep.xlsx': office,
  'get /tien-do/:campaign/:unit/ban/:number/bao-cao': office,
  'get /tien-do/:campaign/:unit/ban/:number/bao-cao.docx': office,
  'post /tien-do/:campaign/:unit/tiep-nhan': office,
  'post /tien-do/:campaign/:unit/tra-lai': office,
  'post /tien-do/:campaign/:unit/mo-lai': office,
  'post /tien-do/:campaign/:unit/nhap-thay': office,
  'post /tien-do/:campaign/:unit/goi-dien': office,
  'post /tien-do/:campaign/:unit/gia-han': office,
  'post /tien-do/:campaign/:unit/mien': office,
  'post /tien-do/:campaign/:unit/thuoc-dien': office,
  'get /mau-thu': office,
  'get /mau-thu/:kind': office,
  'post /mau-thu/:kind': office,
  'get /dot-bao-cao': office,
  'get /dot-bao-cao/moi': office,
  'post /dot-bao-cao/moi': office,
  'get /dot-bao-cao/:campaign': office,
  'post /dot-bao-cao/:campaign': office,
  'get /dot-bao-cao/:campaign/don-vi': office,
  'post /dot-bao-cao/:campaign/don-vi': office,
  'get /dot-bao-cao/:campaign/thu': office,
  'post /dot-bao-cao/:campaign/thu/hop-thu': office,
  'post /dot-bao-cao/:campaign/thu/tat': office,
  'post /dot-bao-cao/:campaign/thu/bat': office,
  'get /thu': office,
  'post /thu/xac-nhan': office,
  'post /thu/gui-lai': office,
  'post /thu/gui-thu-thu': office,
  'get /thu/:mail': office,
  'post /thu/:mail/gui-lai': office,
  'post /thu/:mail/them-ban': office,
  'post /thu/:mail/bo': office,
  // In the demo alone.
  'get /hop-thu': nobodys,
  'get /hop-thu/:mail': nobodys,
  'get /hop-thu/:mail/tep/:number': nobodys,
  'get /dot-bao-cao/:campaign/nhac': office,
  'post /dot-bao-cao/:campaign/nhac': office,
  'get /lich-nhac': office,
  'post /lich-nhac': office,
};

let product: Product;
let clerkId: string;
let uploadId: string;
let mailId: string;
let checkCode: string;
let listId: string;
let jobId: string;
let fileId: string;
let decisionId: string;
const visitors: Partial<Record<'nobody' | 'clerk' | 'office' | 'admin', Visitor>> = {};

beforeAll(async () => {
  product = await startProduct();
  const { db } = product.context;
  const city = await aCity(db);
  clerkId = city.ids.minh;
  const nothing = { units: null, accounts: null };
  const sender = { accountId: city.ids.lan, address: 'test', at: morning };
  uploadId = await keepUpload(db, nothing, sender);
  const lan = { accountId: sender.accountId, role: 'office', name: '', unitIds: [] } as const;
  const upload = { id: uploadId, rows: nothing, results: null };
  await applyUpload(db, upload, { actor: lan, doer: sender, retire: [] });
  for (const [unit, person] of [
    ['thcs-nguyen-hue', 'tam'],
    ['phuong-quang-trung', 'minh'],
  ] as const)
    await sent(db, city, unit, aDraft(city.campaign, { 'vien-chuc': '48' }, aList(3)), { person });
  mailId = (await db.selectFrom('mail').select('id').executeTakeFirstOrThrow()).id;
  checkCode = (await db.selectFrom('check_code').select('code').executeTakeFirstOrThrow()).code;
  const { report } = await reportFound(db, 'cchc-2024', 'thcs-nguyen-hue');
  const list = { fileName: '', bytes: new TextEncoder().encode('Họ và tên\nLê Văn An') };
  const clerk = { reportId: report.id, accountId: city.ids.tam, at: morning };
  listId = await keepList(db, list, clerk);
  const cases = await openCases(db, city.campaign.id);
  const rows = cases[0]?.rows ?? [];
  const choice = { verdict: 'different', countedReportId: null } as const;
  const seen = { rows, ticked: rows, settled: '', choice };
  decisionId = (await decideClaim(db, city.campaign.id, seen, sender)).decisionId;
  jobId = await aJob(db, city, 'done');
  const write = () => writeFinal(db, city.campaign.id, 1, morning);
  await finalize(db, city.campaign, { number: 1, write }, sender);
  const bytes = new Uint8Array([255, 216, 255]);
  const scan = { kind: 'jpeg', bytes, preview: bytes, sha256: '' } as const;
  await keepScans(db, { reportId: report.id, version: 1 }, [scan], { ...sender, ...clerk });
  fileId = (await db.selectFrom('signed_file').select('id').executeTakeFirstOrThrow()).id;
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
    .replace(':decision', decisionId)
    .replace(':kind', 'thu-nhac')
    .replace(':group', 'III')
    .replace(':account', clerkId)
    .replace(':session', 'x'.repeat(16))
    .replace(':upload', path.includes('/tai-len/') ? listId : uploadId)
    .replace(':mail', mailId)
    .replace(':job', jobId)
    .replace(':code', checkCode)
    .replace(':file', fileId)
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

  test('that stands beside the units of a campaign is the code of no unit', () => {
    const beside = pagesOf(product.context).flatMap(({ method, path }) => {
      const word = method === 'get' && /^\/tien-do\/:campaign\/([a-z-]+)$/.exec(path);
      return word ? [word[1] ?? ''] : [];
    });
    expect(beside).toContain('nhac');
    const unit = { name: 'Phòng Y tế', contactName: '', email: '', phone: '' };
    const refused = beside.map((code) => checkUnit({ ...unit, code }).faults?.[0]?.code);
    expect(refused).toEqual(beside.map(() => 'unit-code-reserved'));
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
