/**
 * What written papers say beside their figures: the sentences that an office may want different. No
 * form came with the dispatch, so these words are our decision.
 */

/** Stands where something is to be written by hand. */
const dots = '……';
const longDots = dots.repeat(4);

const upper = (text: string): string => text.toLocaleUpperCase('vi');

export const letterWords = {
  nation: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  motto: 'Độc lập - Tự do - Hạnh phúc',
  draftMark: 'BẢN NHÁP',
  number: (symbol: string) => `Số: ${dots}/${symbol}`,
  /** The letters after a report's number: a committee's are known, another body fills in its own. */
  symbol: `BC-${dots}`,
  committeeSymbol: 'BC-UBND',
  placeAndDay: (place: string, year: string) => `${place}, ngày ${dots} tháng ${dots} năm ${year}`,
  kind: 'BÁO CÁO',
  to: 'Kính gửi: ',
  cited: (kind: string, number: string, day: string, issuer: string) =>
    `${kind} số ${number} ngày ${day} của ${issuer}`,
  restsOn: (document: string) => `Căn cứ ${document};`,
  onBehalf: 'TM. ỦY BAN NHÂN DÂN',
  signerTitle: (title: string) => (title === '' ? longDots : upper(title)),
  signerName: (name: string) => name || longDots,
  recipientsWord: 'Nơi nhận:',
  recipients: ['- Như trên;', '- Lưu: VT.'],
  appendix: 'Phụ lục',
  appendixUnder: (symbol: string, body: string) =>
    `(Kèm theo Báo cáo số ${dots}/${symbol} của ${body})`,
  foot: (receipt: string, version: string, sentAt: string, code: string, address: string) =>
    `Biên nhận số ${receipt} · Bản gửi ${version}, gửi lúc ${sentAt} · Mã kiểm tra: ${code}\n${address}`,
} as const;

/** A unit's report. */
export const unitPaperWords = {
  fileTitle: (unit: string) => `Báo cáo của ${unit}`,
  subject: (contest: string) => `Kết quả tham gia ${contest}`,
  addressee: (issuer: string, office: string) => `${issuer} (qua ${office})`,
  following: (dispatch: string, subject: string, unit: string) =>
    `Thực hiện ${dispatch} về việc ${subject}, ${unit} báo cáo kết quả như sau:`,
  figuresHeading: 'Số lượng và tỷ lệ tham gia',
  figures: (day: string, unit: string, headcount: string, staff: string) =>
    `Tính đến ngày ${day}, ${unit} quản lý ${headcount} ${staff}.`,
  participants: (count: string, percent: string) =>
    `Số người tham gia dự thi: ${count} người, đạt tỷ lệ ${percent}. Cụ thể như sau:`,
  nobodyTookPart: 'Không có người tham gia dự thi. Cụ thể như sau:',
  listed: 'Danh sách người dự thi có trong Phụ lục kèm theo báo cáo này.',
  table: 'Số lượng và tỷ lệ tham gia theo đối tượng',
  columns: ['Đối tượng', 'Số lượng', 'Tham gia dự thi', 'Tỷ lệ'],
  total: 'Tổng số',
  explanationHeading: 'Giải trình',
  nobody: (reason: string) => `Lý do không có người dự thi: ${reason}`,
  proposalsHeading: 'Đề xuất, kiến nghị',
  closing: (unit: string, addressee: string) =>
    `Trên đây là báo cáo của ${unit}, kính đề nghị ${addressee} tổng hợp./.`,
  list: 'DANH SÁCH NGƯỜI DỰ THI',
} as const;

/** What a cited document is, by the letters after its number; a dispatch carries no letters of its own. */
export const documentKind = (number: string): string => {
  const letters = /\/([A-ZĐ]+)/u.exec(number)?.[1] ?? '';
  return documentKinds[letters] ?? 'Công văn';
};

const documentKinds: Readonly<Record<string, string>> = {
  KH: 'Kế hoạch',
  QĐ: 'Quyết định',
  CT: 'Chỉ thị',
  TB: 'Thông báo',
  HD: 'Hướng dẫn',
  NQ: 'Nghị quyết',
  QC: 'Quy chế',
  TT: 'Thông tư',
  NĐ: 'Nghị định',
};
