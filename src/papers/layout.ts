import { fonts, page, peopleColumns, styles } from '../appendix/layout.ts';
import type { Page, Style } from '../appendix/sheet.ts';

/**
 * How a unit's electronic file looks and what stands in it beside the figures. Sheets, fonts and
 * borders are those of the Phụ lục.
 */

/** Two narrow tables read better upright. */
export const unitPage: Page = { ...page, landscape: false };

const { text } = styles;
const plain = { across: 'left', upright: 'middle', border: false } as const;

export const unitStyles = {
  label: { ...plain, font: fonts.body },
  fact: { ...plain, font: fonts.bold },
  remark: { ...plain, font: fonts.italic, upright: 'top' },
  name: text,
} satisfies Record<string, Style>;

/** In digits of the body font; together the printed width of an upright page, 165 mm. */
export const figureColumns = [33, 15, 15, 15];

/** The names: columns as in the Phụ lục's second sheet, narrower. */
export const nameColumns = (birthDateAsked: boolean) => ({
  titles: peopleColumns(birthDateAsked).titles,
  widths: birthDateAsked ? [5, 22, 12, 17, 11, 11] : [5, 26, 22, 12, 13],
});

export const unitTitles = {
  figuresSheet: 'Số liệu',
  title: 'BÁO CÁO SỐ LIỆU',
  unit: 'Đơn vị',
  cutOff: 'Số liệu tính đến ngày',
  version: 'Bản gửi',
  receipt: 'Biên nhận số',
  sentAt: 'Gửi lúc',
  sentBy: 'Người gửi',
  columns: ['Đối tượng', 'Số lượng', 'Tham gia dự thi', 'Tỷ lệ (%)'],
  total: 'Tổng số',
  nobody: (reason: string) => `Đơn vị không có người dự thi. Lý do: ${reason}`,
  nobodyListed: 'Không có người dự thi.',
} as const;
