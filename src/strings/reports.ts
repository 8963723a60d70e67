import type { ReportEventKind, ReportState } from '../reports/report.ts';
import type { Badge } from '../web/chrome.ts';

export const stateForUnit: Record<ReportState, Badge> = {
  not_started: { label: 'Chưa báo cáo', tone: 'grey' },
  draft: { label: 'Đang nhập (đã lưu nháp)', tone: 'grey' },
  submitted: { label: 'Đã gửi, chờ tiếp nhận', tone: 'blue' },
  returned: { label: 'Cần sửa (đã trả lại)', tone: 'amber' },
  accepted: { label: 'Đã tiếp nhận', tone: 'green' },
  exempt: { label: 'Không thuộc diện báo cáo', tone: 'grey' },
};

export const stateForOffice: Record<ReportState, Badge> = {
  not_started: { label: 'Chưa báo cáo', tone: 'grey' },
  draft: { label: 'Đang nhập', tone: 'grey' },
  submitted: { label: 'Đã gửi, chờ xem', tone: 'blue' },
  returned: { label: 'Đã trả lại', tone: 'amber' },
  accepted: { label: 'Đã tiếp nhận', tone: 'green' },
  exempt: { label: 'Không thuộc diện', tone: 'grey' },
};

export const eventText: Record<ReportEventKind, string> = {
  sent: 'Gửi báo cáo',
  withdrawn: 'Thu hồi để sửa',
  returned: 'Trả lại',
  accepted: 'Tiếp nhận',
  reopened: 'Mở lại',
  extended: 'Gia hạn',
  exempted: 'Không thuộc diện báo cáo',
  owed_again: 'Thuộc diện báo cáo trở lại',
};

/** Why a report can't be edited now, and what to do. */
export const lockedText = {
  submitted:
    'Báo cáo đã gửi và đang chờ phòng Nội vụ tiếp nhận. Cần sửa thì bấm Thu hồi để sửa rồi gửi lại.',
  accepted:
    'Phòng Nội vụ đã tiếp nhận báo cáo nên số liệu được khóa. Cần sửa thì gọi phòng Nội vụ để mở lại.',
  exempt: 'Đơn vị không thuộc diện báo cáo trong đợt này.',
  'not-yet': (opens: string) => `Đợt báo cáo chưa mở. Bắt đầu nhập từ ${opens}.`,
  closed: (phone: string | null) =>
    `Đợt báo cáo đã đóng nên không sửa và gửi được nữa; nội dung đã nhập còn nguyên. Gọi phòng Nội vụ${phone ? ` theo số ${phone}` : ''} để được mở lại.`,
} as const;

export const listTakenText = 'Đã đưa danh sách vào bản nháp. Xem lại rồi bấm Kiểm tra và gửi.';

/** Rule 6, for the clerk who is mending a report that was sent before. */
export const stillCountsText = (version: number): string =>
  `Bản gửi ${version} vẫn được tính vào Phụ lục cho đến khi anh/chị gửi bản mới.`;

export const startedText =
  'Đã lấy số liệu đợt trước làm điểm bắt đầu. Sửa số lượng và danh sách cho đúng đợt này rồi gửi; chưa có gì được gửi đi.';

export const onTimeBadge: Badge = { label: 'Đúng hạn', tone: 'green' };

/** The draft was entered by the office; both sides read it. */
export const heldByOfficeText = (who: string, at: string): string =>
  `Phòng Nội vụ nhập thay đơn vị theo báo cáo giấy (${who}, lưu ${at}). Gửi từ tài khoản của phòng Nội vụ thì bản gửi ghi rõ là nhập thay.`;

/** Who sent a version. */
export const senderText = (version: {
  readonly sentBy: string;
  readonly onBehalf: boolean;
}): string => (version.onBehalf ? `${version.sentBy} (nhập thay đơn vị)` : version.sentBy);

/** Asked before the office opens a unit's own draft. */
export const ownDraftText = (who: string, at: string): string =>
  `Đơn vị đang nhập dở (${who}, lưu ${at}). Nhập thay thì anh/chị thấy và sửa tiếp bản nháp đó; gọi cho đơn vị trước.`;

/** Said on the review page when sending now would be late. */
export const lateNoticeText = (deadline: string): string =>
  `Đã quá hạn ${deadline}. Vẫn gửi được; báo cáo sẽ ghi "Gửi muộn".`;

/** What the office reads about a report that has nothing to decide on right now, or `null`. */
export const officeExplanation = (
  state: ReportState,
  isBeingMended: boolean,
  isOpen: boolean,
  isHeldByOffice: boolean,
): string | null => {
  if (isBeingMended)
    return 'Đơn vị đang sửa báo cáo. Phụ lục vẫn tính theo bản gửi cuối cùng cho đến khi có bản mới.';
  if (state === 'exempt') return 'Đơn vị không thuộc diện báo cáo trong đợt này.';
  if (state === 'draft' && isHeldByOffice) return 'Phòng Nội vụ đang nhập thay đơn vị, chưa gửi.';
  if (state === 'draft')
    return 'Đơn vị đang nhập, chưa gửi lần nào. Số liệu nháp chỉ đơn vị nhìn thấy.';
  if (state === 'not_started')
    return isOpen ? 'Đơn vị chưa nhập gì.' : 'Đơn vị chưa báo cáo; đợt báo cáo không mở.';
  return null;
};
