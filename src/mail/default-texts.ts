import type { MailKind } from './mail.ts';
import type { MailText } from './texts.ts';

const whomToAsk = 'Cần hỏi thêm, xin liên hệ {lien_he} hoặc trả lời thư này.';

const invitation: MailText = {
  subject: 'Mời dùng phần mềm báo cáo Phụ lục: liên kết đăng nhập lần đầu',
  body: `Kính gửi {nguoi_nhan},

{phong} đã lập cho anh/chị một tài khoản trên phần mềm Phụ lục, nơi các đơn vị nhập và gửi báo cáo.

Anh/chị được giao gửi báo cáo của {don_vi}.

Hạn gửi: {han}. Mở tệp lịch kèm theo thư này để ghi hạn vào lịch.

Bấm nút dưới đây để đặt mật khẩu và bắt đầu. Liên kết chỉ dùng được một lần, đến {het_han}; không chuyển thư này cho người khác.

{lien_ket}

${whomToAsk}

Trân trọng,
{phong}`,
};

const signInLink: MailText = {
  subject: 'Liên kết đăng nhập Phụ lục, dùng đến {het_han}',
  body: `Kính gửi {nguoi_nhan},

Có người vừa xin liên kết đăng nhập Phụ lục cho địa chỉ thư này. Nếu là anh/chị, bấm nút dưới đây. Liên kết chỉ dùng được một lần, đến {het_han}.

{lien_ket}

Nếu anh/chị không xin liên kết, không cần làm gì: mật khẩu vẫn như cũ. Không chuyển thư này cho người khác.

${whomToAsk}

Trân trọng,
{phong}`,
};

const reminder: MailText = {
  subject: '{con_lai}: {don_vi}',
  body: `Kính gửi {nguoi_nhan},

{don_vi} {tinh_trang} trong đợt "{dot}".

{con_lai}. Hạn gửi: {han}.

{loi_nhan}

Bấm nút dưới đây để nhập số liệu, danh sách rồi gửi. Báo cáo gửi sau hạn được ghi "Gửi muộn".

{lien_ket}

Nếu đơn vị vừa gửi xong, xin bỏ qua thư này. ${whomToAsk}

Trân trọng,
{phong}`,
};

const receipt: MailText = {
  subject: 'Biên nhận số {so_bien_nhan}: đã nhận báo cáo của {don_vi}',
  body: `Kính gửi {nguoi_nhan},

{phong} đã nhận báo cáo của {don_vi} trong đợt "{dot}".

Biên nhận số {so_bien_nhan}, bản gửi {lan_gui}, gửi lúc {luc_gui}, {dung_han}.

Số liệu đã gửi:
{so_lieu}

Tệp điện tử của bản gửi này kèm theo thư: {tep_kem}.

Xin xem lại số liệu. Nếu chưa đúng, mở báo cáo, bấm Thu hồi để sửa rồi gửi lại; bản đã gửi vẫn được tính cho đến khi có bản mới. Báo cáo bằng văn bản có chữ ký, đóng dấu vẫn gửi theo công văn.

{lien_ket}

${whomToAsk}

Trân trọng,
{phong}`,
};

const returned: MailText = {
  subject: 'Cần sửa và gửi lại báo cáo: {don_vi}',
  body: `Kính gửi {nguoi_nhan},

{phong} đã xem bản gửi {lan_gui} của {don_vi} trong đợt "{dot}" và trả lại để sửa.

Lý do:
{ly_do}

Bấm nút dưới đây, sửa theo lý do trên rồi gửi lại. Hạn gửi: {han}. Bản đã gửi vẫn được tính cho đến khi có bản mới.

{lien_ket}

${whomToAsk}

Trân trọng,
{phong}`,
};

const countedElsewhere: MailText = {
  subject: 'Một người có tên ở hai đơn vị: báo cáo của {don_vi}',
  body: `Kính gửi {nguoi_nhan},

Danh sách của {don_vi} trong đợt "{dot}" có người cũng đứng tên trong danh sách của {noi_tinh} (dòng {dong}). {phong} đã xác định đây là một người và tính người này ở {noi_tinh}.

Trong Phụ lục, {don_vi} không tính người này nữa. Đơn vị không phải gửi lại báo cáo; nếu chưa đúng, xin báo lại cho {phong}.

{lien_ket}

${whomToAsk}

Trân trọng,
{phong}`,
};

const accepted: MailText = {
  subject: 'Đã tiếp nhận báo cáo của {don_vi}',
  body: `Kính gửi {nguoi_nhan},

{phong} đã tiếp nhận báo cáo của {don_vi} trong đợt "{dot}" (bản gửi {lan_gui}, gửi lúc {luc_gui}). Đơn vị không cần gửi lại số liệu.

Số liệu được tiếp nhận:
{so_lieu}

{lien_ket}

Nếu số liệu còn chỗ cần sửa, xin liên hệ {lien_he} để báo cáo được mở lại.

Trân trọng,
{phong}`,
};

const extended: MailText = {
  subject: 'Hạn gửi mới của {don_vi}: {han}',
  body: `Kính gửi {nguoi_nhan},

{phong} đã gia hạn cho {don_vi} trong đợt "{dot}".

Hạn gửi mới: {han}. Lịch kèm theo thư này thay cho lịch cũ.

Lý do:
{ly_do}

{lien_ket}

${whomToAsk}

Trân trọng,
{phong}`,
};

const reopened: MailText = {
  subject: 'Đã mở lại báo cáo của {don_vi} để sửa',
  body: `Kính gửi {nguoi_nhan},

{phong} đã mở lại báo cáo của {don_vi} trong đợt "{dot}". Bấm nút dưới đây, sửa rồi gửi lại.

Lý do:
{ly_do}

Hạn gửi: {han}. Bản gửi {lan_gui} vẫn được tính cho đến khi có bản mới.

{lien_ket}

${whomToAsk}

Trân trọng,
{phong}`,
};

const eFile: MailText = {
  subject: '{don_vi}: tệp điện tử báo cáo, bản gửi {lan_gui}',
  body: `Kính gửi {nguoi_nhan},

{don_vi} gửi tệp điện tử báo cáo trong đợt "{dot}".

Biên nhận số {so_bien_nhan}, bản gửi {lan_gui}, gửi lúc {luc_gui}, {dung_han}.

{so_lieu}

Tệp kèm theo: {tep_kem}.

Thư này được gửi tự động mỗi khi một đơn vị gửi báo cáo.`,
};

const digest: MailText = {
  subject: 'Tình hình gửi báo cáo ngày {ngay}',
  body: `Kính gửi {nguoi_nhan},

Tình hình gửi báo cáo đến ngày {ngay}:

{so_lieu}

{lien_ket}

{phong}`,
};

const test: MailText = {
  subject: 'Thư thử của Phụ lục',
  body: `Kính gửi {nguoi_nhan},

Đây là thư thử, gửi lúc {luc_gui}. Nhận được thư này và đọc rõ các chữ "Trường Tiểu học Ngọc Châu, tỷ lệ 93,75%" nghĩa là phần gửi thư đã dùng được.

{phong}`,
};

/** The texts that the product brings; the office can change each of them. */
export const defaultTexts: ReadonlyMap<MailKind, MailText> = new Map<MailKind, MailText>([
  ['invitation', invitation],
  ['sign-in-link', signInLink],
  ['reminder', reminder],
  ['receipt', receipt],
  ['returned', returned],
  ['accepted', accepted],
  ['extended', extended],
  ['reopened', reopened],
  ['counted-elsewhere', countedElsewhere],
  ['e-file', eFile],
  ['digest', digest],
  ['test', test],
]);
