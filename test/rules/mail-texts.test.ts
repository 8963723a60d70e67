import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textFaults, tidyMailText } from '../../src/mail/check-text.ts';
import { composed } from '../../src/mail/compose.ts';
import { defaultTexts } from '../../src/mail/default-texts.ts';
import { linkSpot, type MailKind, mailKinds } from '../../src/mail/mail.ts';
import {
  longestSubject,
  type MailText,
  type Placeholder,
  placeholdersOf,
  type Values,
} from '../../src/mail/texts.ts';
import { wordsFor } from '../../src/strings/mail-placeholders.ts';
import { textFaultText } from '../../src/strings/mail-text-faults.ts';

const namesOf = (kind: MailKind): readonly Placeholder[] => placeholdersOf[kind];

const valuesOf = (kind: MailKind, of: (name: Placeholder) => string) =>
  Object.fromEntries(namesOf(kind).map((name) => [name, of(name)])) as Values<MailKind>;

const brought = (kind: MailKind): MailText => {
  const text = defaultTexts.get(kind);
  if (!text) throw new Error(`there is no text for ${kind}`);
  return text;
};

describe('the product’s texts', () => {
  test.each(mailKinds)('%s can be saved as it is, in the form in which it is kept', (kind) => {
    expect(textFaults(kind, brought(kind)).map((fault) => textFaultText(fault, kind))).toEqual([]);
    expect(tidyMailText(brought(kind))).toEqual(brought(kind));
  });

  test.each(mailKinds)('%s says everything once its placeholders are filled', (kind) => {
    const sample = (name: Placeholder) => wordsFor(kind, name).sample;
    const { subject, body } = composed(defaultTexts, kind, valuesOf(kind, sample));
    expect(subject + body).not.toMatch(/[{}]|\n{3}| {2}|^\s|\s$/);
    expect(body).toMatch(/^Kính gửi Trần Thị Minh,\n\n/);
    expect([...subject].length).toBeLessThanOrEqual(110);
    const named: readonly string[] =
      (brought(kind).subject + brought(kind).body).match(/\{\w+\}/g) ?? [];
    const unused = namesOf(kind).filter((name) => !named.includes(`{${name}}`));
    expect(unused.filter((name) => name !== 'lien_he' && name !== 'phong')).toEqual([]);
    expect(body.split('\n\n').filter((paragraph) => paragraph === linkSpot)).toHaveLength(
      namesOf(kind).includes('lien_ket') ? 1 : 0,
    );
  });

  test('whatever the values are, no placeholder is left, the subject is one short line, the button stands alone', () => {
    const value = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.constantFrom(
        '',
        '{don_vi}',
        '{lien_ket}',
        `${linkSpot}\r\nBcc: a@b.vn`,
        'a\r\n\r\nb',
        '\u2028',
      ),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...mailKinds),
        fc.array(value, { minLength: 16 }),
        (kind, some) => {
          const names = namesOf(kind);
          const of = (name: Placeholder) => some[names.indexOf(name)] ?? '';
          const { subject, body } = composed(defaultTexts, kind, valuesOf(kind, of));
          expect(subject).not.toMatch(/[\p{Cc}\u2028\u2029\uE000]/u);
          expect([...subject].length).toBeLessThanOrEqual(longestSubject);
          expect(body).not.toMatch(/\r|\n{3}|^\n|\n$/);
          expect(body.normalize('NFC')).toBe(body);
          const spots = body.split('\n').filter((line) => line.includes(linkSpot));
          expect(spots).toEqual(names.includes('lien_ket') ? [linkSpot] : []);
          const typed = some.join('');
          for (const [written, name] of (subject + body).matchAll(/\{(\w+)\}/g))
            expect(typed, `${name} is left`).toContain(written);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('a mail', () => {
  const inTexts = (body: string) => new Map([['reopened', { subject: '{don_vi}', body }] as const]);
  const values = { ...valuesOf('reopened', () => ''), don_vi: 'Trường A' };
  const bodyOf = (body: string, some: Partial<typeof values> = {}) =>
    composed(inTexts(body), 'reopened', { ...values, ...some } as Values<'reopened'>).body;

  test('leaves out a paragraph of which every placeholder is empty, and no other', () => {
    const body = 'Kính gửi {nguoi_nhan},\n\nLý do:\n{ly_do}\n\n{don_vi} {ly_do}\n\nTrân trọng';
    expect(bodyOf(body)).toBe('Trường A\n\nTrân trọng');
    expect(bodyOf(body, { ly_do: 'Thiếu\n\nngười' })).toBe(
      'Lý do:\nThiếu\n\nngười\n\nTrường A Thiếu\n\nngười\n\nTrân trọng',
    );
  });

  test('sets the button apart where nobody left a blank line', () => {
    expect(bodyOf('Sửa ở đây:\n  {lien_ket}\nCảm ơn')).toBe(`Sửa ở đây:\n\n${linkSpot}\n\nCảm ơn`);
  });

  test('has a subject that is cut where it would be long', () => {
    const name = 'Trường Mầm non '.repeat(20);
    const { subject } = composed(inTexts('x'), 'reopened', {
      ...values,
      don_vi: name,
    } as Values<'reopened'>);
    expect(subject).toHaveLength(longestSubject);
    expect(subject.endsWith('…')).toBe(true);
  });
});

describe('a text of the office’s own is refused', () => {
  const good = 'Kính gửi {nguoi_nhan}\n\n{don_vi}: {ly_do}\n\n{lien_ket}';
  const said = (body: string, subject = 'Sửa lại: {don_vi}') =>
    textFaults('returned', { subject, body }).map((fault) => textFaultText(fault, 'returned'));

  test('not when it is whole', () => {
    expect(said(good)).toEqual([]);
  });

  test.each([
    ['{don_v}', 'Không có chỗ điền {don_v} trong thư này. Có phải {don_vi}?'],
    ['{Đơn vị}', 'Không có chỗ điền {Đơn vị} trong thư này. Có phải {don_vi}?'],
    ['{ don_vi }', 'Không có chỗ điền { don_vi } trong thư này. Có phải {don_vi}?'],
    ['{han_gui}', 'Không có chỗ điền {han_gui} trong thư này. Có phải {han}?'],
    [
      '{}',
      'Không có chỗ điền {} trong thư này. Chọn một chỗ điền trong danh sách, hoặc bỏ dấu ngoặc nhọn.',
    ],
    [
      '{con_lai}',
      'Không có chỗ điền {con_lai} trong thư này. Chọn một chỗ điền trong danh sách, hoặc bỏ dấu ngoặc nhọn.',
    ],
    ['{don_vi đã gửi', 'Ở nội dung, {don_vi thiếu dấu } ở cuối. Viết {don_vi}.'],
    ['của don_vi}', 'Ở nội dung, don_vi} thiếu dấu { ở đầu. Viết {don_vi}.'],
    [
      'a } b',
      'Ở nội dung có dấu } mà không có dấu { đi cùng. Bỏ dấu đó, hoặc viết đủ một chỗ điền trong danh sách.',
    ],
  ])('for %s, by name and with the nearest right one', (broken, sentence) => {
    expect(said(`${good}\n\n${broken}`)).toEqual([sentence]);
  });

  test('without what it needs, or with the button inside a line or twice', () => {
    expect(said('{don_vi}: {ly_do}')).toEqual([
      'Thiếu {lien_ket} (Nút mở đúng trang trong Phụ lục; đứng riêng một dòng). Thêm vào nội dung.',
    ]);
    expect(said('{don_vi}: {ly_do}\n\n{lien_kt}')).toEqual([
      'Không có chỗ điền {lien_kt} trong thư này. Có phải {lien_ket}?',
    ]);
    expect(said('{ly_do} {lien_ket}')).toEqual([
      '{lien_ket} là một nút nên phải đứng riêng một dòng. Đưa các chữ cùng dòng xuống dòng khác.',
    ]);
    expect(said(`${good}\n\n{lien_ket}`)).toEqual([
      '{lien_ket} có nhiều lần trong nội dung. Giữ lại một.',
    ]);
  });

  test('with a subject that is empty, long, or holds what takes several lines', () => {
    expect(said(good, '')).toEqual(['Chưa nhập tiêu đề thư.']);
    expect(said(good, 'x'.repeat(151))).toEqual(['Tiêu đề dài quá 150 ký tự. Rút gọn lại.']);
    expect(said(good, 'Sửa: {ly_do}')).toEqual([
      '{ly_do} chỉ dùng được trong nội dung. Bỏ khỏi tiêu đề.',
    ]);
    expect(said('')).toContain('Chưa nhập nội dung thư.');
    expect(said(`${good}${'x'.repeat(5000)}`)).toContain(
      'Nội dung dài quá 5.000 ký tự. Rút gọn lại.',
    );
  });
});
