import { faultOfName } from '../participants/participant.ts';
import { headingKey } from './headings.ts';

/** Two to six words of letters, each with a capital, as people write full names. */
export const looksLikeName = (text: string): boolean => {
  const words = text.trim().split(/\s+/);
  if (words.length < 2 || words.length > 6 || faultOfName(text) !== undefined) return false;
  return words.every((word) => /^\p{Lu}/u.test(word)) && !isPhrase(text);
};

/** Words of office that are written with capitals too. */
const isPhrase = (text: string): boolean =>
  /\b(truong|phong|uy ban|ubnd|danh sach|cong hoa|doc lap|tong|nguoi lap|can bo|cong chuc|vien chuc|chu tich|giao vien|ke toan|khoi)\b/.test(
    headingKey(text),
  );

/** The number in front of a person: `7`, `7.`, `07`. */
export const isRunningNumber = (text: string): boolean => /^\d{1,5}[.)]?$/.test(text.trim());

/** The number in front of a section: `I`, `II.`, `A`, `B)`. */
export const isSectionNumber = (text: string): boolean =>
  /^([IVX]{1,5}|[A-H])[.)]?$/.test(text.trim());

/** A row that adds up: "Tổng cộng: 28 người", "Cộng", "Tổng số". "Công chức" and "Tổng phụ trách" do not. */
export const isTotal = (text: string): boolean =>
  /^(tong (cong|so)\b.*|tong|cong( tong)?|(tong|cong) \d.*|danh sach (nay )?(gom|co)\b.*|an dinh danh sach\b.*)$/.test(
    headingKey(text),
  );

/** What stands below a list: place and date, who signs, where copies go. */
export const isFooter = (text: string): boolean =>
  /^(nguoi (lap|tong hop|bao cao|ky)|lap (bieu|bang)|thu truong|xac nhan|noi nhan|ky ten|tm\b|kt\b|tl\b|t m\b|k t\b|ghi chu$|luu\b.*|\S.* ngay .*thang .*nam|ngay .*thang .*nam)/.test(
    headingKey(text.replace(/[()]/g, ' ')),
  ) ||
  /^(hieu truong|chu tich|truong phong|pho hieu truong|giam doc|truong ban)( .*)?$/.test(
    headingKey(text),
  );

/** A mark in a column of crosses: `x`, `X`, `✓`, `1`, `có`. */
export const isMark = (text: string): boolean => /^([x×✓✔☑v1+*]|có|co)$/i.test(text.trim());
