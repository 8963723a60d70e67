import type { Campaign, Category } from '../campaigns/campaign.ts';
import { countText, percentText, type Ratio, sumOfRatios } from '../kit/ratio.ts';
import { deadlineText, durationText } from '../kit/time.ts';

/** `phong` and `lien_he`: the office that writes, and whom to ask there. */
export const officeValues = ({
  office,
  contactName,
  contactPhone,
}: Pick<Campaign, 'office' | 'contactName' | 'contactPhone'>) => ({
  phong: office,
  lien_he: [contactName, contactPhone && `điện thoại ${contactPhone}`].filter(Boolean).join(', '),
});

/** `han`: a deadline, with a word when it has passed. */
export const dueText = (due: string, now: string): string =>
  now < due ? deadlineText(due) : `${deadlineText(due)} (đã qua, xin gửi sớm nhất có thể)`;

/** `dung_han`; `lateSeconds` is missing for what came in time. */
export const punctualityText = (lateSeconds: number | undefined): string =>
  lateSeconds === undefined ? 'đúng hạn' : `muộn ${durationText(lateSeconds)}`;

interface SentFigures {
  readonly counts: readonly {
    readonly categoryId: string;
    readonly headcount: number;
    readonly participants: number;
  }[];
  readonly nobodyReason: string | null;
}

/** `so_lieu`: what was sent, a line for each category that was asked and one for the total. */
export const figuresText = (
  { counts, nobodyReason }: SentFigures,
  categories: readonly Category[],
): string => {
  const lines = categories.flatMap(({ id, name }) => {
    const count = counts.find(({ categoryId }) => categoryId === id);
    return count ? [{ name, ratio: { part: count.participants, whole: count.headcount } }] : [];
  });
  return [
    ...lines.map(({ name, ratio }) => figuresLine(name, ratio)),
    figuresLine('Tổng số', sumOfRatios(lines.map(({ ratio }) => ratio))),
    ...(nobodyReason === null ? [] : [`Đơn vị không có người dự thi. Lý do: ${nobodyReason}`]),
  ].join('\n');
};

const figuresLine = (name: string, ratio: Ratio): string =>
  `- ${name}: ${countText(ratio.whole)} người, ${countText(ratio.part)} dự thi (${percentText(ratio)})`;

/** How a unit's deadline is called in a calendar. */
export const deadlineTitle = (unitName: string, campaignTitle: string): string =>
  `Hạn gửi báo cáo: ${unitName} – ${campaignTitle}`;

/** Beside the time of a version that the office entered. */
export const onBehalfText = ' (phòng Nội vụ nhập thay đơn vị theo báo cáo giấy)';
