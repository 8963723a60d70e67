import type { Concern } from '../desk/concerns.ts';
import { countText } from '../kit/ratio.ts';
import { dateTimeText } from '../kit/time.ts';
import type { ReportEventKind } from '../reports/report.ts';

/** Reasons that an officer only ticks; they come first in what the unit reads. */
export const returnReasons = [
  { key: 'tong-so', label: 'Tổng số chưa khớp biên chế được giao' },
  { key: 'thieu-nguoi', label: 'Danh sách thiếu người' },
  { key: 'trung', label: 'Trùng với đơn vị khác' },
  { key: 'moc', label: 'Sai mốc thời gian' },
] as const;

/** The reason that has to be written. */
export const otherReason = { key: 'khac', label: 'Khác (ghi rõ bên dưới)' } as const;

/** Why a report is not accepted together with others. */
export const concernText: Record<Concern, string> = {
  confirmed: 'Đơn vị đã xác nhận cảnh báo trùng tên khi gửi',
  explained: 'Đơn vị có giải trình, cần đọc',
  nobody: 'Đơn vị không có người dự thi, cần đọc lý do',
  elsewhere: 'Có người trùng tên với đơn vị khác',
  'returned-before': 'Đã bị trả lại, cần xem đã sửa chưa',
  'unit-out-of-use': 'Đơn vị đã ngừng hoạt động',
};

const deeds: Record<ReportEventKind, string> = {
  sent: 'đã gửi',
  withdrawn: 'đã thu hồi báo cáo để sửa',
  returned: 'đã trả lại báo cáo',
  accepted: 'đã tiếp nhận báo cáo',
  reopened: 'đã mở lại báo cáo',
  extended: 'đã gia hạn cho đơn vị',
  exempted: 'đã ghi đơn vị không thuộc diện báo cáo',
  owed_again: 'đã đưa đơn vị vào diện báo cáo trở lại',
};

/** Who came first, when and with what. */
export const overtakenText = (event: {
  readonly kind: ReportEventKind;
  readonly version: number | null;
  readonly who: string;
  readonly at: string;
}): string => {
  const at = dateTimeText(event.at);
  return event.kind === 'sent'
    ? `${event.who} đã gửi bản gửi ${event.version} lúc ${at}. Bản mới này đang hiện bên dưới.`
    : `${event.who} ${deeds[event.kind]} lúc ${at}.`;
};

/** What an officer has just done about a report. */
export const handledText = (kind: 'accepted' | 'returned', unit: string): string =>
  kind === 'accepted' ? `Đã tiếp nhận báo cáo của ${unit}.` : `Đã trả lại báo cáo của ${unit}.`;

/** What was accepted together. */
export const acceptedTogetherText = (accepted: number, leftOut: number): string =>
  [
    accepted > 0
      ? `Đã tiếp nhận ${countText(accepted)} báo cáo không có cảnh báo.`
      : 'Không tiếp nhận báo cáo nào.',
    ...(leftOut > 0
      ? [`${countText(leftOut)} báo cáo vừa có thay đổi nên không được tiếp nhận, cần xem lại:`]
      : []),
  ].join(' ');

/** Nobody waits, and what this officer has done today. */
export const noneWaitingText = (today: { accepted: number; returned: number }): string => {
  const parts = [
    ...(today.accepted > 0 ? [`tiếp nhận ${countText(today.accepted)}`] : []),
    ...(today.returned > 0 ? [`trả lại ${countText(today.returned)}`] : []),
  ];
  const done = parts.length > 0 ? ` Hôm nay anh/chị đã ${parts.join(', ')} báo cáo.` : '';
  return `Không còn báo cáo nào chờ xem.${done}`;
};

interface Totals {
  readonly headcount: number;
  readonly participants: number;
}

/** What changed since the campaign before, in a few words. */
export const sinceLastText = (
  then: Totals,
  now: Totals,
  people: Readonly<Record<'added' | 'removed' | 'changed', readonly unknown[]>>,
): string => {
  const moved = (what: string, before: number, after: number): string =>
    before === after
      ? `${what} vẫn ${countText(after)}`
      : `${what} từ ${countText(before)} thành ${countText(after)}`;
  const counted = (what: string, { length }: readonly unknown[]): string[] =>
    length > 0 ? [`${what} ${countText(length)} người`] : [];
  return [
    moved('tổng số', then.headcount, now.headcount),
    moved('dự thi', then.participants, now.participants),
    ...counted('thêm', people.added),
    ...counted('bớt', people.removed),
    ...counted('đổi thông tin', people.changed),
  ].join('; ');
};
