import type { Font, Page, Style } from './sheet.ts';

/**
 * How the appendix looks and what stands in its head: everything that an office may want different.
 * The layout is our decision (the dispatch's own is not known); sizes follow Nghị định 30/2020/NĐ-CP,
 * Phụ lục I. Widths are in digits of the body font, heights in points, paper in millimetres.
 */

const font = (size: number, look: { bold?: boolean; italic?: boolean } = {}): Font => ({
  name: 'Times New Roman',
  size,
  ...look,
});

export const fonts = {
  body: font(12),
  bold: font(12, { bold: true }),
  italic: font(12, { italic: true }),
  title: font(14, { bold: true }),
  underTitle: font(14, { italic: true }),
  pageNumber: font(13),
} as const;

export const page: Page = {
  landscape: true,
  top: 20,
  bottom: 20,
  left: 30,
  right: 15,
  number: 10,
  numberFont: fonts.pageNumber,
};

const counts = '#,##0';
const rates = '0.00';
const shade = 'F2F2F2';

const onPaper = { across: 'center', upright: 'middle', border: false } as const;
const text = { font: fonts.body, across: 'left', upright: 'middle', border: true } as const;
const centred = { ...text, across: 'center' } as const;
const bold = { font: fonts.bold, fill: shade } as const;

export const styles = {
  title: { ...onPaper, font: fonts.title },
  underTitle: { ...onPaper, font: fonts.underTitle },
  standing: { ...onPaper, font: fonts.italic },
  blank: { ...onPaper, font: fonts.body },
  signature: { ...onPaper, font: fonts.body, upright: 'top' },
  head: { ...centred, font: fonts.bold },
  text,
  centred,
  unit: { ...text, font: fonts.bold },
  note: { ...text, font: fonts.italic },
  count: { ...centred, number: counts },
  rate: { ...centred, number: rates },
  sumText: { ...text, ...bold },
  sumCentred: { ...centred, ...bold },
  sumCount: { ...centred, ...bold, number: counts },
  sumRate: { ...centred, ...bold, number: rates },
} satisfies Record<string, Style>;

/** The printed width of a page in digits of the body font: 252 mm at 6 points a digit. */
const pageWidth = 119;

/** First sheet. The unit's name takes what the campaign's categories leave of the page. */
export const figureWidths = (categories: number): number[] => {
  const widths = { number: 5, total: 7, category: 7, rate: 7.5, note: 20 };
  const figures = [widths.total, ...Array<number>(categories).fill(widths.category)];
  const others = [widths.number, ...figures, ...figures, widths.rate, widths.note];
  const left = pageWidth - others.reduce((sum, width) => sum + width, 0);
  return [widths.number, Math.max(28, left), ...figures, ...figures, widths.rate, widths.note];
};

export const figureTitles = {
  sheet: 'Phụ lục',
  first: 'Phụ lục',
  name: (categories: string, contest: string) =>
    `Thống kê số lượng ${categories} tham gia ${contest}`.toLocaleUpperCase('vi'),
  dispatch: (number: string, day: string, issuer: string) =>
    `(Kèm theo Công văn số ${number} ngày ${day} của ${issuer})`,
  number: 'STT',
  unit: 'Tên cơ quan, đơn vị',
  headcount: (staff: string, cutOff: string) => `${staff} tính đến ngày ${cutOff}`,
  participants: 'Tham gia dự thi',
  total: 'Tổng số',
  rate: 'Tỷ lệ (%)',
  note: 'Ghi chú',
  grandTotal: 'Tổng cộng',
} as const;

/** What follows the dispatch's number when the office entered the bare number or none. */
export const dispatchSymbol = '/UBND-NV';
/** Stands where a number or a day is to be written by hand. */
export const dots = '……';

export const signatureTitles = {
  placeAndDay: (place: string, month: string, year: string) =>
    `${place}, ngày ${dots} tháng ${month} năm ${year}`,
  how: '(Ký, ghi rõ họ tên)',
} as const;
/** One tall row, because a row never breaks over two pages: the titles, and room to sign. */
export const signatureHeight = 130;

export const peopleTitles = {
  sheet: 'Danh sách người dự thi',
  title: 'DANH SÁCH NGƯỜI DỰ THI',
  people: (count: string) => `${count} người`,
  nobody: 'Chưa có danh sách nào được gửi.',
} as const;

/** Columns of the second sheet; birth dates take their room from the texts beside them. */
export const peopleColumns = (birthDateAsked: boolean) =>
  birthDateAsked
    ? {
        titles: ['STT', 'Họ và tên', 'Ngày sinh', 'Chức vụ', 'Đối tượng', 'Ghi chú'],
        widths: [6, 32, 13, 30, 15, 23],
      }
    : {
        titles: ['STT', 'Họ và tên', 'Chức vụ', 'Đối tượng', 'Ghi chú'],
        widths: [6, 34, 36, 15, 28],
      };

export const outstandingTitles = {
  sheet: 'Đơn vị chưa báo cáo',
  title: 'DANH SÁCH ĐƠN VỊ CHƯA BÁO CÁO',
  columns: [
    'STT',
    'Nhóm đơn vị',
    'Tên cơ quan, đơn vị',
    'Cán bộ đầu mối',
    'Điện thoại',
    'Email',
    'Trạng thái',
  ],
  nobody: 'Tất cả các đơn vị đã báo cáo.',
} as const;
export const outstandingWidths = [5, 18, 29, 18, 14, 22, 13];
