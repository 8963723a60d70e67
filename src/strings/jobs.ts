import type { JobFailure } from '../jobs/job.ts';
import { countText } from '../kit/ratio.ts';

/** What files are called on screen. */
export const exportTitles = {
  appendix: 'Phụ lục tổng hợp (.xlsx)',
  appendixAsOf: (moment: string) => `Phụ lục tại thời điểm ${moment} (.xlsx)`,
  names: (format: string) => `Danh sách người dự thi (.${format})`,
  outstanding: (format: string) => `Đơn vị chưa báo cáo (.${format})`,
  cityReport: 'Báo cáo tổng hợp của thành phố (.docx)',
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
