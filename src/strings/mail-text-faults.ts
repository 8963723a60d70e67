import { countText } from '../kit/ratio.ts';
import type { TextFault, TextFaultCode } from '../mail/check-text.ts';
import type { MailKind } from '../mail/mail.ts';
import { longestBody, longestSubject } from '../mail/texts.ts';
import { wordsFor } from './mail-placeholders.ts';
import { short } from './sentence.ts';

type Words = (fault: TextFault, kind: MailKind) => string;

const part = ({ field }: TextFault): string => (field === 'subject' ? 'tiêu đề' : 'nội dung');

const sentences: Readonly<Record<TextFaultCode, Words>> = {
  missing: (fault) => `Chưa nhập ${part(fault)} thư.`,
  'too-long': (fault) =>
    fault.field === 'subject'
      ? `Tiêu đề dài quá ${countText(longestSubject)} ký tự. Rút gọn lại.`
      : `Nội dung dài quá ${countText(longestBody)} ký tự. Rút gọn lại.`,
  unknown: (fault) =>
    fault.name
      ? `Không có chỗ điền ${short(fault.written)} trong thư này. Có phải {${fault.name}}?`
      : `Không có chỗ điền ${short(fault.written)} trong thư này. Chọn một chỗ điền trong danh sách, hoặc bỏ dấu ngoặc nhọn.`,
  unclosed: (fault) =>
    fault.name
      ? `Ở ${part(fault)}, ${short(fault.written)} thiếu dấu } ở cuối. Viết {${fault.name}}.`
      : `Ở ${part(fault)} có dấu { mà không có dấu } đi cùng. Bỏ dấu đó, hoặc viết đủ một chỗ điền trong danh sách.`,
  unopened: (fault) =>
    fault.name
      ? `Ở ${part(fault)}, ${short(fault.written)} thiếu dấu { ở đầu. Viết {${fault.name}}.`
      : `Ở ${part(fault)} có dấu } mà không có dấu { đi cùng. Bỏ dấu đó, hoặc viết đủ một chỗ điền trong danh sách.`,
  'body-only': ({ written }) => `${written} chỉ dùng được trong nội dung. Bỏ khỏi tiêu đề.`,
  'not-named': ({ written, name }, kind) =>
    `Thiếu ${written}${name ? ` (${wordsFor(kind, name).meaning})` : ''}. Thêm vào nội dung.`,
  'link-not-alone': ({ written }) =>
    `${written} là một nút nên phải đứng riêng một dòng. Đưa các chữ cùng dòng xuống dòng khác.`,
  'link-twice': ({ written }) => `${written} có nhiều lần trong nội dung. Giữ lại một.`,
};

/** What is wrong with a text and how to mend it. */
export const textFaultText = (fault: TextFault, kind: MailKind): string =>
  sentences[fault.code](fault, kind);
