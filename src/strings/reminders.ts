import { deadlineText } from '../kit/time.ts';
import type { Readiness } from '../mail/standing.ts';
import type { StepFault, StepFaultCode } from '../reminders/plan.ts';
import type { Step } from '../reminders/schedule.ts';
import type { CalendarFault, CalendarFaultCode } from '../reminders/typed-calendar.ts';
import type { Badge } from '../web/chrome.ts';
import { figure, type Sentence, say, short } from './sentence.ts';

/** How long a unit still has, at the beginning of a sentence: `{con_lai}` of a reminder. `days`: to the day on which its time ends. */
export const remainingText = (days: number, isPast: boolean): string => {
  if (!isPast)
    return days > 0 ? `Còn ${days} ngày đến hạn gửi báo cáo` : 'Hôm nay là hạn cuối gửi báo cáo';
  return days < 0 ? `Đã quá hạn ${-days} ngày` : 'Đã quá hạn hôm nay';
};

/** How a report stands, read on after the unit's name: `{tinh_trang}` of a reminder. */
export const standingText = {
  not_started: 'chưa gửi báo cáo',
  draft: 'đã lưu nháp nhưng chưa gửi báo cáo',
  mended: 'đang sửa báo cáo, chưa gửi lại',
  returned: 'đã được trả lại báo cáo để sửa, chưa gửi lại',
} as const;

/** A step as people say it: `3 ngày trước hạn`. */
export const stepText = ({ daysBefore }: Pick<Step, 'daysBefore'>): string => {
  if (daysBefore === 0) return 'Ngày hạn gửi';
  return daysBefore > 0 ? `${daysBefore} ngày trước hạn` : `${-daysBefore} ngày sau hạn`;
};

const sentences = {
  'steps-missing': 'Chưa có lần nhắc nào. Thêm ít nhất một lần, hoặc tắt nhắc tự động.',
  'steps-many': ({ most }) => `Nhiều quá ${figure(most)} lần nhắc. Bỏ bớt.`,
  'days-missing': ({ number }) =>
    `Lần nhắc ${figure(number)}: chưa nhập số ngày. Nhập 0 cho chính ngày hạn.`,
  'days-unreal': ({ number, typed }) =>
    `Lần nhắc ${figure(number)}: "${short(typed)}" không phải số ngày. Nhập một số nguyên, ví dụ 3.`,
  'days-far': ({ number, before, after }) =>
    `Lần nhắc ${figure(number)} xa hạn quá. Trước hạn tối đa ${figure(before)} ngày, sau hạn tối đa ${figure(after)} ngày.`,
  'hour-missing': ({ number }) =>
    `Lần nhắc ${figure(number)}: chưa nhập giờ. Nhập dạng giờ:phút, ví dụ 08:00.`,
  'hour-unreal': ({ number, typed }) =>
    `Lần nhắc ${figure(number)}: giờ "${short(typed)}" không dùng được. Nhập từ 00:00 đến 23:59, ví dụ 08:00.`,
  'step-twice': ({ number, first }) =>
    `Lần nhắc ${figure(number)} trùng với lần nhắc ${figure(first)}. Bỏ một lần hoặc đổi ngày, giờ.`,
} satisfies Record<StepFaultCode, Sentence>;

/** What is wrong with a plan and how to mend it. */
export const stepFaultText = ({ code, details }: Pick<StepFault, 'code' | 'details'>): string =>
  say(sentences[code], details);

const calendarSentences = {
  'quiet-missing': 'Chưa nhập giờ. Nhập dạng giờ:phút, ví dụ 20:00.',
  'quiet-unreal': ({ typed }) =>
    `Giờ "${short(typed)}" không có thật. Nhập dạng giờ:phút, ví dụ 20:00.`,
  'quiet-long':
    'Giờ yên lặng chiếm gần hết ngày nên không còn lúc nào để nhắc. Chừa lại ít nhất một giờ.',
  'off-unreal': ({ line, typed }) =>
    `Dòng ${figure(line)}: "${short(typed)}" không phải một ngày có thật. Nhập dạng ngày/tháng/năm, ví dụ 01/01/2025.`,
  'off-twice': ({ line, day }) => `Dòng ${figure(line)}: ngày ${day} đã có ở trên. Bỏ một dòng.`,
  'off-words-long': ({ line, most }) =>
    `Dòng ${figure(line)}: phần chữ sau ngày dài quá ${figure(most)} ký tự. Rút gọn lại.`,
  'off-many': ({ most }) => `Nhiều quá ${figure(most)} ngày nghỉ. Bỏ những ngày đã qua.`,
} satisfies Record<CalendarFaultCode, Sentence>;

/** What is wrong with quiet hours and days off, and how to mend it. */
export const calendarFaultText = ({
  code,
  details,
}: Pick<CalendarFault, 'code' | 'details'>): string => say(calendarSentences[code], details);

/** How a moment of a plan stands to now. */
export const momentBadge = {
  past: { label: 'Đã qua', tone: 'grey' },
  next: { label: 'Lần tới', tone: 'blue' },
  later: { label: 'Sau đó', tone: 'grey' },
  unopened: { label: 'Trước khi mở đợt, không gửi', tone: 'amber' },
  off: { label: 'Đang tắt', tone: 'grey' },
} as const satisfies Record<string, Badge>;

/** Beside a moment that does not lie where its step says. */
export const movedText = (day: string): string => `dời từ ${day} vì ngày nghỉ hoặc giờ yên lặng`;

/** What was just done, by the word in the address. */
export const reminderNotices: ReadonlyMap<string, string> = new Map([
  ['da-luu', 'Đã lưu lịch nhắc.'],
  ['da-luu-ngay-nghi', 'Đã lưu giờ yên lặng và ngày nghỉ.'],
]);

/** Why reminders do not leave now; `null` when they do. */
export const notReadyText: Readonly<Record<Readiness, string | null>> = {
  missing:
    'Phần gửi thư chưa cài đặt nên nhắc tự động chưa chạy; thư anh/chị tự gửi sẽ chờ đến khi cài đặt xong.',
  unconfirmed:
    'Phần gửi thư chưa được xác nhận nên nhắc tự động chưa chạy; thư anh/chị tự gửi sẽ chờ đến khi xác nhận.',
  changed:
    'Cài đặt gửi thư vừa đổi và chưa được xác nhận lại nên nhắc tự động chưa chạy; thư anh/chị tự gửi sẽ chờ đến khi xác nhận.',
  ready: null,
};

/** To how many addresses a unit's mail goes. */
export const addressesText = (addresses: number): string =>
  addresses === 0 ? 'chưa có địa chỉ thư' : `${figure(addresses)} địa chỉ thư`;

/** When a unit was last reminded by mail and phoned; '' for each that never was. */
export const lastReminderText = (mailed: string, called: string): string =>
  [
    ...(mailed === '' ? [] : [`nhắc gần nhất ${mailed}`]),
    ...(called === '' ? [] : [`gọi điện gần nhất ${called}`]),
  ].join(' · ');

/** A phone call among the mails to a unit. */
export const calledText = 'Đã gọi điện';

/** The list of units to be phoned. */
export const chaseListText = {
  sheet: 'Đơn vị cần nhắc',
  title: 'DANH SÁCH ĐƠN VỊ CẦN NHẮC',
  asOf: (at: string) => `Lúc ${at}`,
  columns: [
    'STT',
    'Tên cơ quan, đơn vị',
    'Nhóm đơn vị',
    'Cán bộ đầu mối',
    'Điện thoại',
    'Email',
    'Trạng thái',
    'Hạn gửi',
    'Nhắc gần nhất',
    'Số lần nhắc',
    'Ghi chú gọi điện',
  ],
  reminded: (at: string) => `${at} (thư)`,
  called: (at: string) => `${at} (gọi điện)`,
} as const;

/** In place of the button, where a mail is shown as text. */
export const linkButtonText = '[Nút: Mở trong Phụ lục]';

/** The text that an officer copies into a chat group. */
export const chatText = (about: {
  readonly office: string;
  readonly ask: string;
  readonly title: string;
  readonly deadline: string;
  readonly lines: readonly { readonly unit: string; readonly due: string }[];
  readonly words: string;
  readonly place: string;
}): string =>
  [
    `${about.office} đề nghị các đơn vị sau gửi báo cáo trong đợt "${about.title}".`,
    `Hạn gửi: ${about.deadline}.`,
    ...about.lines.map(
      ({ unit, due }, index) => `${index + 1}. ${unit}${due === '' ? '' : ` (hạn riêng: ${due})`}`,
    ),
    ...(about.words === '' ? [] : [about.words]),
    `Nhập và gửi tại: ${about.place}`,
    `Cần hỏi: ${about.ask}`,
  ].join('\n');

/** What became of an officer's own reminder. */
export const askedText = (asked: {
  readonly units: number;
  readonly mails: number;
  readonly isRepeated: boolean;
  readonly leftOut: readonly string[];
  readonly moreLeftOut: number;
  readonly unreached: number;
}): string => {
  const { leftOut, moreLeftOut, unreached } = asked;
  const more = moreLeftOut > 0 ? ` và ${figure(moreLeftOut)} đơn vị khác` : '';
  return [
    firstOf(asked),
    ...(leftOut.length > 0
      ? [`Không nhắc ${leftOut.join(', ')}${more}: vừa gửi báo cáo hoặc không còn phải gửi.`]
      : []),
    ...(unreached > 0 ? [`${figure(unreached)} đơn vị chưa có địa chỉ thư, cần gọi điện.`] : []),
  ].join(' ');
};

const firstOf = (asked: { units: number; mails: number; isRepeated: boolean }): string => {
  if (asked.isRepeated) return 'Thư nhắc này đã vào hàng chờ từ lần bấm trước; không gửi thêm.';
  return asked.mails === 0
    ? 'Không có thư nhắc nào được gửi.'
    : `Đã đưa ${figure(asked.mails)} thư nhắc của ${figure(asked.units)} đơn vị vào hàng chờ gửi.`;
};

/** One campaign of the office's digest. */
export interface DigestCampaign {
  readonly code: string;
  readonly title: string;
  readonly deadlineAt: string;
  readonly units: number;
  readonly waiting: number;
  readonly returned: number;
  readonly sentSince: number;
  /** Names of the units that have never sent. */
  readonly missing: readonly string[];
  /** How many of them are past their deadline. */
  readonly late: number;
}

const mostNamed = 10;

/** The figures of the office's digest; '' when there is nothing to tell. */
export const digestText = (about: {
  readonly since: string;
  readonly campaigns: readonly DigestCampaign[];
  readonly failed: number;
}): string => {
  const told = about.campaigns.flatMap((campaign) => campaignLines(campaign, about.since));
  if (about.campaigns.length > 0 && about.failed > 0)
    told.push(`- Thư không gửi được: ${figure(about.failed)}. Xem trang Thư.`);
  return told.join('\n');
};

const campaignLines = (campaign: DigestCampaign, since: string): string[] => {
  const { missing, late, waiting, returned, sentSince, units } = campaign;
  const lines = [
    ...(sentSince > 0 ? [`- Mới gửi từ ${deadlineText(since)}: ${figure(sentSince)} đơn vị`] : []),
    ...(waiting > 0 ? [`- Chờ xem: ${figure(waiting)} báo cáo`] : []),
    ...(returned > 0 ? [`- Đã trả lại, chưa gửi lại: ${figure(returned)} đơn vị`] : []),
    ...(missing.length > 0
      ? [
          `- Chưa gửi: ${figure(missing.length)}/${figure(units)} đơn vị${late > 0 ? `, ${figure(late)} đã quá hạn` : ''} (${named(missing)})`,
        ]
      : []),
  ];
  if (lines.length === 0) return [];
  return [`${campaign.title} (hạn gửi ${deadlineText(campaign.deadlineAt)}):`, ...lines];
};

const named = (names: readonly string[]): string => {
  const more = names.length - mostNamed;
  const first = names.slice(0, mostNamed).join(', ');
  return more > 0 ? `${first} và ${figure(more)} đơn vị khác` : first;
};

/** Who sent a mail that nobody sent. */
export const byItselfText = 'tự động';
