import { expect, test } from 'vitest';
import { kindOfFile } from '../../src/adapters/file-kind.ts';
import { textOfBytes } from '../../src/vietnamese/bytes.ts';
import { bytesInWindows1258, inTcvn3, inVni } from '../support/old-letters.ts';

const list =
  'STT;Họ và tên;Chức vụ\r\n1;Nguyễn Thị Ánh;Giáo viên\r\n2;Đặng Quốc Hưng;Kế toán\r\n3;Lê Thái Hùng;Hiệu trưởng\r\n';
const utf16 = Buffer.from(list, 'utf16le');
const marked = Buffer.from(`\uFEFF${list}`, 'utf16le');
const mirrored = (bytes: Buffer) => Buffer.from(bytes).swap16();

test.each([
  ['UTF-8', Buffer.from(list), 'utf-8'],
  ['UTF-8 with a mark', Buffer.from(`\uFEFF${list}`), 'utf-8'],
  ['UTF-16', marked, 'utf-16le'],
  ['UTF-16 without a mark', utf16, 'utf-16le'],
  ['UTF-16, big end first', mirrored(marked), 'utf-16be'],
  ['UTF-16, big end first, without a mark', mirrored(utf16), 'utf-16be'],
  ['Windows-1258', bytesInWindows1258(list), 'windows-1258'],
])('a list in %s is read as it was written', (_, bytes, encoding) => {
  expect(textOfBytes(bytes)).toEqual({ text: list, encoding });
  expect(kindOfFile(bytes)).toBe('text');
});

test.each([
  ['TCVN3', inTcvn3],
  ['VNI', inVni],
])('bytes in %s stay in their code until the columns are looked at', (_, write) => {
  const text = write(list);
  const bytes = Buffer.from(text, 'latin1');
  expect(textOfBytes(bytes)).toEqual({ text, encoding: 'windows-1252' });
});

test('one name is enough, and nothing is too little', () => {
  expect(textOfBytes(bytesInWindows1258('Nguyễn Văn Ổn')).text).toBe('Nguyễn Văn Ổn');
  expect(textOfBytes(bytesInWindows1258('Lê Hùng')).text).toBe('Lê Hùng');
  expect(textOfBytes(Buffer.from('Nguyen Van An'))).toEqual({
    text: 'Nguyen Van An',
    encoding: 'utf-8',
  });
  expect(textOfBytes(new Uint8Array())).toEqual({ text: '', encoding: 'utf-8' });
});

test('marks of Western Windows stay themselves', () => {
  const bytes = Uint8Array.of(0x93, 0x48, 0xe0, 0x94, 0x20, 0x96, 0x20, 0x80);
  expect(textOfBytes(bytes).text).toBe('“Hà” – €');
});
