import type { Badge } from '../web/chrome.ts';
import { figure } from './sentence.ts';
import { sizeText } from './size.ts';

/** A sent report whose signed copy has not come. */
export const unsignedBadge: Badge = { label: 'Chưa có bản ký', tone: 'grey' };

export const signedText = {
  title: 'Bản ký, đóng dấu',
  kinds: { pdf: 'Tệp PDF', jpeg: 'Ảnh' },
  file: (number: number) => `Tệp ${number}`,
  added: (files: number) => `Đã nhận ${figure(files)} tệp.`,
  known: 'Tệp này đã được tải lên trước đó nên không giữ thêm bản nữa.',
  removed: 'Đã bỏ tệp.',
  moved: 'Đã đổi thứ tự.',
  someAdded: (files: number) =>
    `Đã nhận ${figure(files)} tệp; các tệp nêu ở khung trên chưa được nhận.`,
  room: (files: number, bytes: number) =>
    `Còn thêm được ${figure(files)} tệp, ${sizeText(Math.max(0, bytes))}.`,
  mended:
    'Báo cáo đang được sửa. Gửi lại xong thì bản gửi mới cần bản ký mới; tệp tải lên bây giờ thuộc bản gửi cũ.',
  locked: 'Báo cáo đã được tiếp nhận. Vẫn tải thêm tệp được; muốn bỏ tệp sai thì gọi phòng Nội vụ.',
} as const;

export const dossierText = {
  title: 'Hồ sơ của đợt',
  have: (signed: number, sent: number) =>
    `${figure(signed)}/${figure(sent)} đơn vị đã gửi có bản ký`,
  missing: (units: number) => `Xem ${figure(units)} đơn vị chưa có bản ký`,
  whole: (units: number, files: number, bytes: number) =>
    `Tệp điện tử của ${figure(units)} đơn vị đã gửi${files === 0 ? ', chưa có bản ký nào' : ` và ${figure(files)} tệp bản ký (${sizeText(bytes)})`}, xếp theo nhóm và đơn vị.`,
  asked: 'Từ nay đợt này cần bản ký.',
  notAsked: 'Từ nay đợt này không cần bản ký.',
} as const;
