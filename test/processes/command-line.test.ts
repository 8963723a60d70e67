import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import XLSX from '@e965/xlsx';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { root } from '../../src/root.ts';
import { freshFolder } from '../support/database.ts';
import { runProduct, ServerProcess, type Settings } from '../support/server-process.ts';
import { Visitor } from '../support/visitor.ts';

let folder: string;
let settings: Settings;
beforeEach(() => {
  folder = freshFolder();
  settings = { DATA_DIR: folder };
});

const run = (...words: string[]) => runProduct(words, settings);

const started = async (command = 'serve'): Promise<ServerProcess> => {
  const server = await ServerProcess.start(settings, command);
  onTestFinished(async () => void (await server.end('SIGKILL')));
  return server;
};

/** The path of the one-time link in what somebody at the terminal reads. */
const linkIn = (text: string): string | undefined => /\/lien-ket\/\S+/.exec(text)?.[0];

/** The first link of a server, which it prints after its address. */
const linkOf = async (server: ServerProcess): Promise<string> => {
  await expect.poll(() => linkIn(server.said)).toBeDefined();
  return linkIn(server.said) ?? '';
};

const oneLine = /^[^\n]+\n$/;
const commands = ['serve', 'demo', 'migrate', 'invite', 'appendix', 'read-list'];

describe('help', () => {
  test('names every command', async () => {
    const { code, out, err } = await run('--help');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const command of commands) expect(out).toContain(`\n  ${command} `);
    expect((await run()).out).toBe(out);
  });

  test.each(commands)('says how to use %s, and does nothing', async (command) => {
    const { code, out, err } = await run(command, '--help');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain(`npm run phuluc -- ${command}`);
    expect(existsSync(join(folder, 'phuluc.sqlite'))).toBe(false);
  });
});

describe('wrong use', () => {
  test.each([
    ['unknown'],
    ['toString'],
    ['serve', '--port', '1'],
    ['migrate', 'now'],
    ['demo', 'x'],
    ['invite'],
    ['read-list'],
    ['read-list', 'nowhere.xlsx'],
    ['read-list', 'package.json', 'README.md'],
    ['read-list', 'package.json', '--default-category', 'Chuyên gia'],
    ['invite', 'lan@thu.example'],
    ['invite', 'lan@thu.example', '--role', 'king'],
    ['invite', 'lan@thu.example', '--role', 'clerk'],
    ['invite', 'lan@thu.example', '--role', 'clerk', '--unit', 'no-such-unit'],
    ['invite', 'lan@thu.example', 'hoa@thu.example', '--role', 'office'],
    ['invite', 'lan@thu.example', '--colour', 'red'],
    ['appendix'],
    ['appendix', '--demo'],
    ['appendix', '--out', 'x.xlsx'],
    ['appendix', '--demo', '--campaign', 'cchc-2024', '--out', 'x.xlsx'],
    ['appendix', '--campaign', 'no-such-campaign', '--out', 'x.xlsx'],
    ['appendix', '--demo', '--out'],
  ])('ends with 2 and one line: %s %s %s %s %s', async (...words) => {
    const { code, out, err } = await run(...words);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(oneLine);
  });

  test('ends with 2 and one line when the file cannot be written', async () => {
    const { code, err } = await run('appendix', '--demo', '--out', join(folder, 'no', 'x.xlsx'));
    expect(code).toBe(2);
    expect(err).toMatch(oneLine);
  });

  test('an address that is none is refused in one line', async () => {
    const { code, out, err } = await run('invite', 'lan', '--role', 'office');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(oneLine);
  });
});

describe('the environment', () => {
  test.each([
    { PORT: 'eighty' },
    { PORT: '70000' },
    { DATABASE_URL: 'mysql://localhost/x' },
    { BASE_URL: 'phuluc.example' },
    { SESSION_SECRET: 'short' },
    { LOG_LEVEL: 'loud' },
    { TRUST_PROXY: 'everybody' },
  ] as Settings[])('is refused with the name of the variable: %j', async (wrong) => {
    const { code, out, err } = await runProduct(['serve'], { ...settings, ...wrong });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(oneLine);
    expect(err).toContain(Object.keys(wrong)[0]);
  });

  test('a port that somebody has is named, with 1', async () => {
    const { address } = await started();
    const { port } = new URL(address);
    const other = { DATA_DIR: freshFolder(), PORT: port };
    const { code, err } = await runProduct(['serve'], other);
    expect(code).toBe(1);
    expect(err).toMatch(oneLine);
    expect(err).toContain(port);
  });

  test('a database that is not there is named, with 1', async () => {
    const nobody = { ...settings, DATABASE_URL: 'postgres://nobody@127.0.0.1:9/nothing' };
    const { code, err } = await runProduct(['migrate'], nobody);
    expect(code).toBe(1);
    expect(err).toMatch(oneLine);
    expect(err).toContain('DATABASE_URL');
  });
});

describe('serve', () => {
  test('on an empty database prints the address and a link, which is not there once it was spent', async () => {
    const first = await started();
    const link = await linkOf(first);
    const visitor = new Visitor(first.address);
    const person = { name: 'Trần Thị Lan', email: 'lan@thu.example', password: 'mot cau de nho' };
    expect((await visitor.fill(link, person)).location).toBe('/bat-dau');
    expect((await visitor.get('/tien-do/cchc-2024')).text).toContain('116 đơn vị');
    expect(await first.end('SIGTERM')).toBe(0);
    const second = await started();
    expect(linkIn(second.said)).toBeUndefined();
    const again = await new Visitor(second.address).signIn('lan@thu.example', 'mot cau de nho');
    expect(again.location).toBe('/');
  });

  test('prints a new link while nobody has spent the first, and that one opens nothing any more', async () => {
    const first = await started();
    const old = await linkOf(first);
    await first.end();
    const second = await started();
    const link = await linkOf(second);
    expect((await fetch(second.address + link)).status).toBe(200);
    expect((await fetch(second.address + old)).ok).toBe(false);
  });

  test.each(['SIGTERM', 'SIGINT'] as const)('stops at %s with 0', async (signal) => {
    const server = await started();
    expect((await fetch(`${server.address}/healthz`)).status).toBe(200);
    expect(await server.end(signal)).toBe(0);
  });
});

describe('migrate', () => {
  test('makes the database, and has nothing to do the second time', async () => {
    const first = await run('migrate');
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toContain('0001_first');
    const second = await run('migrate');
    expect(second).toMatchObject({ code: 0, err: '' });
    expect(second.out).not.toContain('0001_first');
  });
});

describe('invite', () => {
  test('prints a link that opens the running server, once', async () => {
    const server = await started();
    const { code, out, err } = await run('invite', 'Hoa@Thu.example', '--role', 'office');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const link = linkIn(out) ?? '';
    const hoa = new Visitor(server.address);
    expect((await hoa.fill(link, { password: 'mot cau de nho' })).location).toBe('/');
    expect((await hoa.get('/')).location).toBe('/tien-do');
    expect((await new Visitor(server.address).get(link)).status).toBe(422);
    const again = await new Visitor(server.address).signIn('hoa@thu.example', 'mot cau de nho');
    expect(again.location).toBe('/');
  });

  test('brings a clerk to the own unit, and a known person a new link', async () => {
    const server = await started();
    const words = ['invite', 'minh@thu.example', '--role', 'clerk', '--unit', 'phuong-quang-trung'];
    const first = linkIn((await run(...words)).out) ?? '';
    const second = linkIn((await run(...words)).out) ?? '';
    expect((await fetch(server.address + first)).ok).toBe(false);
    const minh = new Visitor(server.address);
    expect((await minh.fill(second, {})).location).toBe('/');
    expect((await minh.get('/bao-cao/cchc-2024/phuong-quang-trung')).status).toBe(200);
  });

  test('names the address that people use, when it is set', async () => {
    await run('migrate');
    settings = { ...settings, BASE_URL: 'https://phuluc.example/' };
    const { out } = await run('invite', 'hoa@thu.example', '--role', 'office');
    expect(out).toContain('https://phuluc.example/lien-ket/');
  });
});

describe('appendix', () => {
  const sheets = ['Phụ lục', 'Danh sách người dự thi', 'Đơn vị chưa báo cáo'];

  test('writes the sample as a workbook of three sheets, and leaves no data behind', async () => {
    const file = join(folder, 'sample.xlsx');
    const { code, out, err } = await run('appendix', '--demo', '--out', file);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain(file);
    expect(XLSX.read(readFileSync(file)).SheetNames).toEqual(sheets);
    expect(existsSync(join(folder, 'phuluc.sqlite'))).toBe(false);
  });

  test('writes a campaign of the database while the server runs', async () => {
    await started();
    const file = join(folder, 'appendix.xlsx');
    const { code, err } = await run('appendix', '--campaign', 'cchc-2024', '--out', file);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(XLSX.read(readFileSync(file)).SheetNames).toEqual(sheets);
  });
});

describe('demo', () => {
  test('prints its accounts, marks its pages, and begins anew each time', async () => {
    const first = await started('demo');
    const accounts = () => first.said.match(/\S+@phuluc\.example/g)?.length ?? 0;
    await expect.poll(accounts).toBeGreaterThanOrEqual(3);
    const pass = /"([^"]+)"/.exec(first.said)?.[1] ?? '';
    expect((await new Visitor(first.address).get('/dang-nhap')).text).toContain('BẢN THỬ');
    const lan = new Visitor(first.address);
    await lan.signIn('lan@phuluc.example', pass);
    const shown = /name="drafts" value="(\d+)"/.exec((await lan.get('/tien-do/cchc-2024')).text);
    await lan.post('/tien-do/cchc-2024/dong', { drafts: shown?.[1] ?? '' });
    expect((await lan.get('/tien-do/cchc-2024')).text).toContain('Đã đóng lúc');
    expect(await first.end('SIGTERM')).toBe(0);

    const second = await started('demo');
    const again = new Visitor(second.address);
    await again.signIn('lan@phuluc.example', pass);
    const board = (await again.get('/tien-do/cchc-2024')).text;
    expect(board).toContain('BẢN THỬ');
    expect(board).not.toContain('Đã đóng lúc');
    expect(existsSync(join(folder, 'phuluc.sqlite'))).toBe(false);
  });
});

describe('a clerk’s list', () => {
  const file = (name: string): string => join(root, 'test/files', name);

  test('is printed as the reader understands it', async () => {
    const { code, out, err } = await run('read-list', file('xlsxwriter-chu-dam-nghieng.xlsx'));
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const { people, faults, repaired } = JSON.parse(out);
    expect(people[0]).toEqual({
      name: 'Nguyễn Thị Mai',
      title: 'Giáo viên',
      category: 'Viên chức',
      note: '',
      at: 'Sheet1!B2',
    });
    expect(faults[1]).toEqual({
      at: 'Sheet1!D5',
      code: 'category-unknown',
      value: 'Thỉnh giảng',
      message: expect.stringContaining('Dòng 5: không có đối tượng "Thỉnh giảng"'),
    });
    expect(repaired).toBe(0);
  });

  test('has the category that was given for those without', async () => {
    const words = ['--categories', 'Biên chế, Hợp đồng', '--default-category', 'Hợp đồng'];
    const { code, out } = await run('read-list', file('xlsxwriter-lan-phong.xlsx'), ...words);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ repaired: 11, people: { length: 6 } });
  });

  test('that can’t be read is refused with a code and in words', async () => {
    const { code, out, err } = await run('read-list', join(root, 'LICENSE.pdf'));
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('LICENSE.pdf');
    writeFileSync(join(folder, 'x.xlsx'), '%PDF-1.4');
    const refused = await run('read-list', join(folder, 'x.xlsx'));
    expect({ code: refused.code, err: refused.err }).toEqual({ code: 3, err: '' });
    expect(JSON.parse(refused.out)).toEqual({
      refused: { code: 'upload-not-list', message: expect.stringContaining('không phải') },
    });
  });
});
