/** The words of the city's own written report; an office may want them different. */
export const cityPaperWords = {
  fileTitle: (contest: string) => `Báo cáo tổng hợp ${contest}`,
  subject: (contest: string) => `Kết quả tham gia ${contest}`,
  /** How an organiser is called; this very name where no document of the campaign comes from one. */
  organiser: 'Ban Tổ chức cuộc thi',
  following: (issuer: string, contest: string) =>
    `${issuer} báo cáo kết quả tham gia ${contest} như sau:`,
  reportedHeading: 'Tình hình báo cáo của các đơn vị',
  reported: (behind: string, at: string) =>
    `Tính đến ${at}, ${behind} thuộc diện báo cáo đã gửi báo cáo.`,
  allReported: 'Tất cả các đơn vị thuộc diện báo cáo đã gửi báo cáo.',
  missing: (count: string, names: string) => `${count} đơn vị chưa gửi báo cáo: ${names}.`,
  late: (count: string, names: string) => `${count} đơn vị gửi báo cáo sau hạn: ${names}.`,
  exempt: (count: string, names: string) => `${count} đơn vị không thuộc diện báo cáo: ${names}.`,
  more: (count: string) => `và ${count} đơn vị khác nêu tại cột Ghi chú của Phụ lục`,
  figuresHeading: 'Số lượng và tỷ lệ tham gia',
  figures: (day: string, headcount: string, staff: string) =>
    `Tính đến ngày ${day}, các đơn vị đã báo cáo quản lý ${headcount} ${staff}.`,
  participants: (count: string, percent: string) =>
    `Số người tham gia dự thi: ${count} người, đạt tỷ lệ ${percent}. Kết quả theo nhóm đơn vị:`,
  table: 'Kết quả theo nhóm đơn vị',
  columns: ['STT', 'Nhóm đơn vị', 'Số đơn vị đã báo cáo', 'Số lượng', 'Tham gia dự thi', 'Tỷ lệ'],
  total: 'Tổng cộng',
  listed: 'Số liệu chi tiết của từng đơn vị có trong Phụ lục kèm theo báo cáo này.',
  closing: (issuer: string, addressee: string) =>
    `Trên đây là báo cáo của ${issuer}, kính gửi ${addressee} tổng hợp./.`,
  signerTitle: 'Chủ tịch',
  appendixTable: 'Số liệu của từng đơn vị',
} as const;
