import type { MailKind } from '../mail/mail.ts';
import type { Placeholder } from '../mail/texts.ts';

/** What a placeholder stands for, and one value as it may come. */
export interface PlaceholderWords {
  readonly meaning: string;
  readonly sample: string;
}

const figures = `- Cán bộ: 2 người, 2 dự thi (100,00%)
- Công chức: 0 người, 0 dự thi (—)
- Viên chức: 46 người, 43 dự thi (93,48%)
- Tổng số: 48 người, 45 dự thi (93,75%)`;

/** For the list beside a text and for the preview. */
const placeholderWords: Readonly<Record<Placeholder, PlaceholderWords>> = {
  nguoi_nhan: { meaning: 'Tên người nhận thư', sample: 'Trần Thị Minh' },
  don_vi: { meaning: 'Tên đơn vị', sample: 'Trường THCS Bình Hàn' },
  dot: {
    meaning: 'Tên đợt báo cáo',
    sample: 'Cuộc thi trực tuyến tuyên truyền về công tác cải cách hành chính năm 2024',
  },
  han: {
    meaning: 'Hạn gửi của đơn vị, đã tính gia hạn: giờ, thứ, ngày',
    sample: '17 giờ 00, thứ Năm 12/12/2024',
  },
  con_lai: {
    meaning: 'Còn bao lâu, viết như đầu một câu; sau hạn: đã quá bao lâu',
    sample: 'Còn 3 ngày đến hạn gửi báo cáo',
  },
  tinh_trang: {
    meaning: 'Tình trạng báo cáo, đọc tiếp sau tên đơn vị',
    sample: 'chưa gửi báo cáo',
  },
  loi_nhan: {
    meaning: 'Lời nhắn mà cán bộ gõ khi tự gửi thư nhắc; thư nhắc theo lịch không có',
    sample: 'Đề nghị đơn vị kiểm tra kỹ danh sách viên chức trước khi gửi.',
  },
  so_bien_nhan: { meaning: 'Số biên nhận của bản gửi', sample: '27' },
  lan_gui: { meaning: 'Thứ tự bản gửi: 1, 2, 3 …', sample: '2' },
  luc_gui: { meaning: 'Ngày giờ gửi', sample: '12/12/2024 15:40' },
  dung_han: { meaning: 'Gửi đúng hạn, hay muộn bao lâu', sample: 'đúng hạn' },
  so_lieu: { meaning: 'Số liệu của bản gửi, mỗi đối tượng một dòng', sample: figures },
  tep_kem: {
    meaning: 'Tên tệp Excel kèm theo; trống khi đợt không gửi tệp điện tử',
    sample: 'Bao-cao_thcs-binh-han_cchc-2024_lan-2.xlsx',
  },
  dong: { meaning: 'Số dòng trong danh sách của đơn vị', sample: '3, 7' },
  noi_tinh: { meaning: 'Đơn vị nơi người đó được tính', sample: 'Trường THCS Nguyễn Huệ' },
  ly_do: {
    meaning: 'Lý do mà cán bộ phòng đã ghi',
    sample: 'Tổng số viên chức chưa khớp với biên chế được giao.',
  },
  het_han: {
    meaning: 'Thời điểm liên kết hết dùng được',
    sample: '08 giờ 00, thứ Hai 16/12/2024',
  },
  ngay: { meaning: 'Ngày của bản tin', sample: '11/12/2024' },
  phong: { meaning: 'Tên phòng phụ trách', sample: 'Phòng Nội vụ' },
  lien_he: {
    meaning: 'Người và số điện thoại để hỏi, lấy từ đợt báo cáo',
    sample: 'Phòng Nội vụ thành phố, điện thoại 02203838383',
  },
  lien_ket: {
    meaning: 'Nút mở đúng trang trong Phụ lục; đứng riêng một dòng',
    sample: 'Mở trong Phụ lục',
  },
};

/** Where a placeholder means something of its own in one kind. */
const own: Partial<Record<MailKind, Partial<Record<Placeholder, PlaceholderWords>>>> = {
  invitation: {
    han: {
      meaning: 'Hạn gửi của các đợt mà đơn vị còn phải gửi; trống khi không có',
      sample: '17 giờ 00, thứ Năm 12/12/2024',
    },
  },
  digest: {
    so_lieu: {
      meaning: 'Của từng đợt đang mở: mới gửi, chờ xem, đã trả lại, chưa gửi',
      sample: `Cuộc thi trực tuyến năm 2024 (hạn gửi 17 giờ 00, thứ Năm 12/12/2024):
- Mới gửi từ 07 giờ 30, thứ Ba 10/12/2024: 9 đơn vị
- Chờ xem: 3 báo cáo
- Chưa gửi: 2/27 đơn vị (Trường THCS Bình Hàn, UBND phường Quang Trung)`,
    },
  },
  reopened: {
    ly_do: {
      meaning: 'Lý do mà cán bộ phòng đã ghi; có thể trống',
      sample: 'Đơn vị xin bổ sung hai viên chức mới.',
    },
  },
  extended: {
    han: {
      meaning: 'Hạn gửi mới: giờ, thứ, ngày',
      sample: '17 giờ 00, thứ Hai 16/12/2024',
    },
    ly_do: { meaning: 'Lý do gia hạn', sample: 'Trường mất điện hai ngày.' },
  },
  test: { luc_gui: { meaning: 'Ngày giờ gửi thư thử', sample: '10/12/2024 08:05' } },
};

/** A placeholder as it is meant in this kind of mail. */
export const wordsFor = (kind: MailKind, name: Placeholder): PlaceholderWords =>
  own[kind]?.[name] ?? placeholderWords[name];
