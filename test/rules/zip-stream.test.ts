import { expect, test } from 'vitest';
import { type ZipEntry, zipStream } from '../../src/adapters/zip-stream.ts';
import { plainName } from '../../src/signed/file-names.ts';

const entry = (path: string, size = 10): ZipEntry => ({
  path,
  at: new Date('2024-12-11T01:00:00Z'),
  bytes: new Uint8Array(size).fill(65),
});

const whole = async (stream: AsyncIterable<Buffer>): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
};

test('an archive leaves while its entries are still being made', async () => {
  let firstSeen = () => {};
  const seen = new Promise<void>((resolve) => {
    firstSeen = resolve;
  });
  async function* entries() {
    yield entry('a/1.txt');
    await seen; // Would wait for ever if the first waited for the second.
    yield entry('a/2.txt');
  }
  const stream = zipStream(entries());
  stream.once('data', firstSeen);
  const text = (await whole(stream)).toString('latin1');
  expect(text.match(/a\/[12]\.txt/g)).toEqual(['a/1.txt', 'a/2.txt', 'a/1.txt', 'a/2.txt']);
});

test('no entry is made ahead of its reader, nor after the reader has gone', async () => {
  let made = 0;
  let ended = false;
  async function* entries() {
    try {
      for (; made < 1000; made++) yield entry(`${made}.bin`, 500_000);
    } finally {
      ended = true;
    }
  }
  const stream = zipStream(entries());
  for await (const _ of stream) if (made >= 2) break;
  expect(stream.destroyed).toBe(true);
  await new Promise(setImmediate);
  expect(made).toBeLessThan(5);
  expect(ended).toBe(true);
});

test('an entry that fails breaks the archive off, so that half of it is not taken for the whole', async () => {
  async function* entries() {
    yield entry('a/1.txt');
    throw new Error('the second can’t be made');
  }
  await expect(whole(zipStream(entries()))).rejects.toThrow('the second can’t be made');
});

test.each([
  ['III', 'III'],
  ['Khối Đảng, đoàn thể', 'Khoi-Dang-doan-the'],
  ['../../etc', '-etc'],
  ['', '-'],
])('the folder of %s is %s', (code, name) => {
  expect(plainName(code)).toBe(name);
});
