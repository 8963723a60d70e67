import { figure, type Sentence, short } from './sentence.ts';

/** A file among several, by the name that its sender knows it by. */
const named = (file: string | number | undefined): string =>
  file === undefined ? 'Tệp này' : `Tệp "${short(file)}"`;

/** What is wrong with files of a signed copy, or with what somebody does to it, and how to mend it. */
export const signedProblems = {
  'scan-missing': 'Chưa chọn tệp. Bấm ô chọn tệp rồi chọn bản quét (PDF) hoặc ảnh chụp bản đã ký.',
  'scan-empty': ({ file }) => `${named(file)} rỗng. Quét hoặc chụp lại rồi tải lên.`,
  'scan-too-large': ({ file, most }) =>
    `${named(file)} quá lớn, tối đa ${figure(most)} MB. Quét lại ở 300 dpi hoặc thấp hơn, hoặc tách thành nhiều tệp.`,
  'scan-heic': ({ file }) =>
    `${named(file)} là ảnh HEIC của iPhone nên không mở được trên nhiều máy. Trên iPhone vào Cài đặt, Camera, Định dạng, chọn "Tương thích nhất" rồi chụp lại; hoặc mở ảnh, bấm Chia sẻ, Tùy chọn, chọn "Tương thích nhất" rồi lưu thành ảnh JPEG.`,
  'scan-unknown': ({ file }) =>
    `${named(file)} không phải PDF, JPEG hoặc PNG. Tệp Word thì in ra, ký, đóng dấu rồi quét hoặc chụp; ảnh loại khác thì lưu lại thành JPEG.`,
  'scan-broken': ({ file }) =>
    `${named(file)} bị hỏng hoặc chưa tải xong nên không mở được. Mở thử trên máy, lưu hoặc quét lại rồi tải lên.`,
  'scan-locked': ({ file }) =>
    `${named(file)} có mật khẩu nên không mở được. Bỏ mật khẩu, hoặc in thành PDF mới, rồi tải lên.`,
  'scan-active': ({ file }) =>
    `${named(file)} có mã lệnh hoặc tệp khác gắn kèm nên không được nhận. Quét lại bản đã ký, hoặc mở tệp rồi in thành PDF mới.`,
  'scan-too-heavy': ({ file }) =>
    `${named(file)} mở ra quá nặng nên không xem được. Quét lại ở 300 dpi hoặc chụp lại rồi tải lên.`,
  'scan-too-many-pixels': ({ file, most }) =>
    `${named(file)} có quá nhiều điểm ảnh, tối đa ${figure(most)} triệu. Quét lại ở 300 dpi, hoặc chụp lại ở cỡ ảnh thường.`,
  'signed-too-much': ({ files, megabytes }) =>
    `Mỗi bản gửi giữ tối đa ${figure(files)} tệp, ${figure(megabytes)} MB, nên các tệp vừa chọn chưa được nhận. Bỏ bớt tệp cũ bên dưới, hoặc quét các trang vào một tệp PDF.`,
  'signed-nothing-sent':
    'Đơn vị chưa gửi báo cáo nên chưa có bản nào để ký. Gửi báo cáo trước, in ra ký rồi tải bản ký lên.',
  'signed-newer-version':
    'Vừa có bản gửi mới nên tệp chưa được nhận: bản ký phải khớp với bản mới nhất. Xem lại trang này rồi chọn lại tệp.',
  'signed-accepted':
    'Báo cáo đã được tiếp nhận nên đơn vị không bỏ hoặc đổi chỗ tệp đã tải lên được. Có thể tải thêm tệp đúng; cần bỏ tệp sai thì gọi phòng Nội vụ.',
  'dossier-empty': 'Chưa có đơn vị nào gửi báo cáo nên chưa có hồ sơ để tải.',
} satisfies Record<string, Sentence>;
