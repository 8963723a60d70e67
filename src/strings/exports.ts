import type { Edition } from '../appendix/appendix.ts';
import type { FinalSum, UnitChange } from '../appendix/final.ts';
import { percentText } from '../kit/ratio.ts';
import { dateTimeText, timeText } from '../kit/time.ts';
import { figure } from './sentence.ts';

/** An instant inside a sentence: `16 giờ 20 ngày 12/12/2024`. */
const atText = (instant: string): string =>
  `${timeText(instant)} ngày ${dateTimeText(instant).slice(0, 10)}`;

/** Above the table of an exported file: is it final, and of which moment are its figures? */
export const standingText = (edition: Edition, at: string): string => {
  if (edition.kind === 'final') return `Chốt lần ${edition.number}, lúc ${atText(at)}`;
  if (edition.kind === 'draft') return `Bản chưa chốt, số liệu lúc ${atText(at)}`;
  return `Số liệu tại thời điểm ${atText(edition.moment)}; tên đơn vị, nhóm và đối tượng theo danh sách lúc xuất (${atText(at)})`;
};

/** Units and people of an appendix in one line. */
export const sumText = ({ counted, owed, headcount, participants }: FinalSum): string =>
  `${figure(counted)}/${figure(owed)} đơn vị; ${figure(participants)}/${figure(headcount)} người dự thi (${percentText({ part: participants, whole: headcount })})`;

/** What has happened to a unit since a final, before its figures. */
export const unitChangeText = ({ what, before, after }: UnitChange): string => {
  const texts: Record<UnitChange['what'], string> = {
    first: `Gửi lần đầu (bản gửi ${figure(after?.number)})`,
    again: `Gửi lại (bản gửi ${figure(before?.number)} → ${figure(after?.number)})`,
    recounted: 'Tính lại sau khi đối chiếu',
    gone: 'Không còn được tính',
    asked: 'Thêm vào diện báo cáo, chưa gửi',
    exempted: 'Không thuộc diện báo cáo',
    'left-out': 'Bỏ khỏi đợt báo cáo',
  };
  return texts[what];
};

/** How many units differ from a final. */
export const changedText = (units: number): string =>
  units === 0
    ? 'Chưa có gì thay đổi từ lúc chốt.'
    : `${figure(units)} đơn vị thay đổi từ lúc chốt.`;

/** Below a table that does not show all of them. */
export const moreChangesText = (units: number): string => `Và ${figure(units)} đơn vị khác.`;

/** What would not be in a final that is made now, a sentence for each. */
export const openText = (open: {
  readonly missing: number;
  readonly waiting: number;
  readonly mending: number;
  readonly claims: number;
}): string[] => [
  ...(open.missing > 0 ? [`${figure(open.missing)} đơn vị chưa báo cáo, không có số liệu.`] : []),
  ...(open.waiting > 0
    ? [`${figure(open.waiting)} báo cáo chờ xem, vẫn được tính theo bản đã gửi.`]
    : []),
  ...(open.mending > 0
    ? [`${figure(open.mending)} báo cáo đang sửa, được tính theo bản gửi cuối.`]
    : []),
  ...(open.claims > 0
    ? [`${figure(open.claims)} trường hợp trùng người giữa các đơn vị chưa quyết định.`]
    : []),
];

/** Who exported what, one line of the history. */
export const exportedText = (edition: Edition): string => {
  if (edition.kind === 'final') return `Tải lại bản chốt lần ${edition.number}`;
  return edition.kind === 'draft'
    ? 'Phụ lục lúc tải'
    : `Phụ lục tại thời điểm ${dateTimeText(edition.moment)}`;
};

export const suggestedText = {
  deadline: 'Hạn gửi',
  final: (number: number) => `Chốt lần ${number}`,
} as const;

/** What was just done, by the word in the address. */
export const exportNotices: ReadonlyMap<string, string> = new Map([
  ['chot', 'Đã chốt phụ lục. Tải tệp ở phần Các lần chốt.'],
]);
