import { faultOfName } from '../participants/participant.ts';
import { isFamilyName } from '../vietnamese/known-words.ts';
import { headingKey } from './headings.ts';

/** Two to six words of letters, each with a capital, as people write full names. */
export const looksLikeName = (text: string): boolean => {
  const words = text.trim().split(/\s+/);
  if (words.length < 2 || words.length > 6 || faultOfName(text) !== undefined) return false;
  return words.every((word) => /^\p{Lu}/u.test(word)) && !isPhrase(text);
};

/** A text that stands alone in a row: somebody's name, also in small letters when it begins as families do? */
export const mayBeName = (text: string): boolean => {
  const [family = '', ...rest] = text.trim().split(/\s+/);
  if (isGroup(text)) return false;
  if (looksLikeName(text)) return true;
  const isWhole = rest.length > 0 && rest.length < 6 && faultOfName(text) === undefined;
  return isWhole && isFamilyName(family) && !isPhrase(text);
};

/** How groups of colleagues are called: "Tổ Toán – Tin", "Ban Giám Hiệu". Marks count: "Tô" is a family. */
export const isGroup = (text: string): boolean =>
  /^([IVX\d]{1,4}[.)]\s*)?(tổ|ban|hội|khối|nhóm|phòng|bộ phận|chi bộ|chi đoàn|chi hội|công đoàn|đoàn (thanh niên|tn|trường|xã|phường)|trung tâm|trạm|đội|văn phòng|ủy ban|uỷ ban|hội đồng|trường|lớp)(\s|$)/iu.test(
    text.normalize('NFC').trim(),
  );

/** Words of office that are written with capitals too. "Trường" and "Phòng" may be given names, at the end. */
export const isPhrase = (text: string): boolean =>
  /^(trường|phòng|khối|tổng)(\s|$)/iu.test(text.normalize('NFC').trim()) ||
  /\b(hieu truong|pho phong|truong phong|uy ban|ubnd|danh sach|cong hoa|doc lap|tong cong|nguoi lap|can bo|cong chuc|vien chuc|chu tich|giao vien|nhan vien|ke toan|van thu)\b/.test(
    headingKey(text),
  );

/** The number in front of a person: `7`, `7.`, `07`, `1.7`. */
export const isRunningNumber = (text: string): boolean =>
  /^(([IVX]{1,4}|\d{1,2})\.)?\d{1,5}[.)]?$/.test(text.trim());

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
  /^(nguoi (lap|tong hop|bao cao|ky)|lap (bieu|bang)|thu truong|xac nhan|noi nhan|ky ten|tm\b|kt\b|tl\b|t m\b|k t\b|ghi chu$|luu( (vt|vp|ho so|van phong|van thu)\b.*|$)|dai dien|phe duyet|duyet|\S.* ngay .*thang .*nam|ngay .*thang .*nam)/.test(
    headingKey(text.replace(/[()]/g, ' ')),
  ) ||
  /^((pho|quyen|q|p) )?(hieu truong|chu tich|truong phong|giam doc|truong ban|truong tram|bi thu|chanh van phong)( .*)?$/.test(
    headingKey(text),
  );

/** A mark in a column of crosses: `x`, `X`, `✓`, `1`, `có`. */
export const isMark = (text: string): boolean => /^([x×✓✔☑v1+*]|có|co)$/i.test(text.trim());
