import type { JobFailure } from '../jobs/job.ts';
import { countText } from '../kit/ratio.ts';

/** What files are called on screen. */
export const exportTitles = {
  appendix: 'Phụ lục tổng hợp (.xlsx)',
  appendixAsOf: (moment: string) => `Phụ lục tại thời điểm ${moment} (.xlsx)`,
  names: (format: string) => `Danh sách người dự thi (.${format})`,
  outstanding: (format: string) => `Đơn vị chưa báo cáo (.${format})`,
} as const;

/** Why there is no file, and what to do about it. */
export const failureText: Readonly<Record<JobFailure, string>> = {
  'broken-off':
    'Máy chủ đã dừng hoặc khởi động lại trong khi đang làm tệp này. Bấm Làm lại để làm từ đầu.',
  busy: 'Đang có quá nhiều tệp chờ làm. Chờ một phút rồi bấm Làm lại.',
  failed:
    'Chưa làm được tệp này vì có trục trặc ở máy chủ; số liệu không mất gì. Bấm Làm lại; nếu vẫn vậy, gọi người quản trị máy chủ.',
};

export const jobText = {
  waiting: 'Đang chờ đến lượt hoặc đang đọc số liệu.',
  running: (done: number, of: number) =>
    of === 0 ? 'Đang làm.' : `Đã ghi ${countText(done)}/${countText(of)} dòng.`,
  done: 'Đã xong.',
} as const;

/** Short words for the list of jobs. */
export const jobLabels = {
  waiting: 'Đang chờ',
  running: 'Đang làm',
  done: 'Đã xong',
  failed: 'Chưa làm được',
} as const;

/** `340 byte`, `12 KB`, `1,6 MB`: as people read the size of a file. */
export const sizeText = (bytes: number): string => {
  if (bytes < 1000) return `${bytes} byte`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} KB`;
  return `${(bytes / 1_000_000).toFixed(1).replace('.', ',')} MB`;
};

/** What a campaign's files are called and hold, on the page that offers them. */
export const fileOffers = {
  appendix: {
    title: 'Phụ lục tổng hợp',
    what: 'Bảng số liệu theo nhóm và đơn vị, danh sách người dự thi, đơn vị chưa báo cáo: ba trang tính, in được ngay.',
  },
  names: {
    title: 'Danh sách người dự thi',
    what: (birthDateAsked: boolean) =>
      `Họ và tên, ${birthDateAsked ? 'ngày sinh, ' : ''}chức vụ, đối tượng, ghi chú của từng người theo đơn vị, lấy từ bản gửi mới nhất.`,
  },
  outstanding: {
    title: 'Đơn vị chưa báo cáo',
    what: 'Đơn vị còn phải gửi, kèm cán bộ đầu mối, điện thoại, email và trạng thái.',
  },
} as const;

/** Buttons of the page that offers files. */
export const takeText = { xlsx: 'Tải tệp Excel (.xlsx)', csv: 'Tải tệp CSV' } as const;
