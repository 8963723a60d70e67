import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { freshFolder } from '../support/database.ts';
import { runProduct, ServerProcess, type Settings } from '../support/server-process.ts';

let settings: Settings;
beforeEach(() => {
  settings = { DATA_DIR: freshFolder() };
});

const serving = async (): Promise<ServerProcess> => {
  const server = await ServerProcess.start(settings);
  onTestFinished(async () => void (await server.end('SIGKILL')));
  return server;
};

describe('one data folder', () => {
  test('is served by one process: a second one refuses in one line and the first goes on', async () => {
    const first = await serving();
    const second = await runProduct(['serve'], settings);
    expect({ code: second.code, out: second.out }).toEqual({ code: 1, out: '' });
    expect(second.err).toMatch(/^Thư mục dữ liệu này đang được một máy chủ khác dùng\.[^\n]*\n$/);
    expect((await fetch(`${first.address}/healthz`)).status).toBe(200);
  });

  test('is refused to one of two that start at the same moment', async () => {
    const starts = await Promise.allSettled([serving(), serving()]);
    expect(starts.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('is free again after SIGKILL, which leaves no stale lock', async () => {
    const first = await serving();
    await first.end('SIGKILL');
    const second = await serving();
    expect((await fetch(`${second.address}/healthz`)).status).toBe(200);
  });

  test('takes the command line while the server runs', async () => {
    const server = await serving();
    const words = ['invite', 'hoa@thu.example', '--role', 'office', '--name', 'Đỗ Thị Hoa'];
    const { code, out } = await runProduct(words, settings);
    expect(code).toBe(0);
    const token = /\/lien-ket\/(\S+)/.exec(out)?.[1];
    const page = await fetch(`${server.address}/lien-ket/${token}`);
    expect(await page.text()).toContain('Đỗ Thị Hoa');
  });
});
