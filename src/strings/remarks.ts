import type { Remark } from '../reports/remark.ts';

/** So many rows are named in one mail; the others are read in the report. */
const mostInMail = 20;

/** What a mail says of rows with remarks: by number alone, no names. '' when there are none. */
export const remarksText = (
  version: number,
  remarks: readonly Pick<Remark, 'row' | 'text'>[],
): string => {
  if (remarks.length === 0) return '';
  const more = remarks.length - mostInMail;
  return [
    `Ở từng dòng của bản gửi ${version}:`,
    ...remarks.slice(0, mostInMail).map(({ row, text }) => `- Dòng ${row}: ${text}`),
    ...(more > 0 ? [`- Còn ${more} dòng khác, xem trong báo cáo.`] : []),
  ].join('\n');
};

/** A remark among what happened to a report. */
export const remarkText = ({ row, name, text }: Remark): string => `Dòng ${row} (${name}): ${text}`;
