import { isFamilyName } from '../vietnamese/known-words.ts';
import { vietnameseLetters } from '../vietnamese/letters.ts';
import { nameKey } from '../vietnamese/names.ts';
import { meantByKeys, placed } from '../vietnamese/raw-typing.ts';
import { remembering } from '../vietnamese/remembering.ts';
import { isSyllable } from '../vietnamese/syllables.ts';

/** Why a name that has no fault still looks wrong. */
export type OddKind =
  | 'heading'
  | 'post'
  | 'address'
  | 'own-title'
  | 'small-letter'
  | 'capital-within'
  | 'old-font'
  | 'keys'
  | 'spelling'
  | 'shortened'
  | 'twice';

/** What looks wrong about a name, and the words of it that do. */
export interface Oddity {
  readonly kind: OddKind;
  readonly word: string;
}

/**
 * What looks wrong about a full name that has no fault, or `undefined`. Whatever can be somebody's name
 * passes: all capitals, names of other peoples ("H'Hen Niê", "K’ Brôih"), the tone on either letter. What
 * is found may still be right, so it is asked about, never refused.
 */
export const oddityOf = (name: string): Oddity | undefined =>
  notAName(name) ?? addressedAs(name) ?? oddWord(name) ?? shortened(name) ?? wordTwice(name);

/** Begins as a heading or a line below a list does. With marks: Tống Cộng and Lê Công Chức are people. */
const headings =
  /^(tổng (cộng|số)|cộng|họ (và )?tên|họ,? tên đệm|danh sách|người (lập|ký|tổng hợp|báo cáo)|thủ trưởng|nơi nhận|ghi chú|chức vụ|đối tượng|đơn vị|số thứ tự)(\s|$)/;

/** A post stands within it. */
const posts =
  /(^|[\s-])(hiệu trưởng|hiệu phó|chủ tịch|giáo viên|nhân viên|chuyên viên|kế toán trưởng|trưởng phòng|phó phòng|trưởng ban|phó ban|tổ trưởng|tổ phó|giám đốc|cán bộ|bí thư đoàn|ubnd|thcs)(\s|$)/;

const notAName = (name: string): Oddity | undefined => {
  const small = name.toLocaleLowerCase('vi');
  if (headings.test(small)) return { kind: 'heading', word: name };
  const post = posts.exec(small)?.[2];
  return post === undefined ? undefined : { kind: 'post', word: post };
};

/** Words before a name that are nobody's family. */
const addresses = new Set('bà cô thầy chị đc ths bs bsck ts gs pgs'.split(' ').map(nameKey));
/** Families, or beginnings of given names, as well: they count only before a whole name. */
const addressesToo = new Set('ông anh em chú bác cậu'.split(' ').map(nameKey));
/** Families that stand in the middle of names too. */
const middlesToo = new Set(
  'văn kim kiều mai thanh ngọc hà lê vũ hồ hoàng doãn cao châu thái lâm hứa từ tiêu hoa điểu thân mẫn lạc'
    .split(' ')
    .map(nameKey),
);

const addressedAs = (name: string): Oddity | undefined => {
  const words = name.split(' ');
  const [first = '', second = '', third = ''] = words;
  const key = keyOf(first);
  if (`${key} ${keyOf(second)}` === comradeKey && words.length > 3 && startsName(words.slice(2)))
    return { kind: 'address', word: `${first} ${second}` };
  const isAddress =
    words.length > 2 &&
    (addresses.has(key) || (addressesToo.has(key) && startsName([second, third])));
  return isAddress ? { kind: 'address', word: first } : undefined;
};

const comradeKey = nameKey('đồng chí');
const keyOf = (word: string): string => nameKey(word.replaceAll('.', ''));

/** Do these words begin with a family, and with nothing that may as well be a middle name? */
const startsName = ([family = '', next = '']: readonly string[]): boolean =>
  isFamilyName(family) && (!middlesToo.has(nameKey(family)) || /^(văn|thị)$/i.test(next));

const oddWord = (name: string): Oddity | undefined => {
  const small = name.split(' ').find((word) => /^\p{Ll}/u.test(word));
  if (small !== undefined) return { kind: 'small-letter', word: small };
  for (const word of name.split(/[\s.'’-]+/)) {
    const kind = word === '' ? undefined : oddness(word);
    if (kind) return { kind, word };
  }
  return undefined;
};

/** Letters of Latin-1 that no Vietnamese word has: an old font's. Beyond them are letters of other peoples. */
const isOldLetter = (letter: string): boolean =>
  letter > '\u007F' && letter <= '\u00FF' && !vietnameseLetters.has(letter);

const toneMark = /[\u0300\u0301\u0303\u0309\u0323]/g;

const judge = (word: string): OddKind | null => {
  const letters = [...word];
  if (letters.some(isOldLetter)) return 'old-font';
  const rest = word.slice(1);
  if (word !== word.toLocaleUpperCase('vi') && rest !== rest.toLocaleLowerCase('vi'))
    return 'capital-within';
  if (meantByKeys(word) !== undefined) return 'keys';
  return isMisspelt(word.toLocaleLowerCase('vi')) ? 'spelling' : null;
};

const remembered = remembering(judge);
const oddness = (word: string): OddKind | undefined => remembered(word) ?? undefined;

/**
 * A word with a tone that is no syllable wherever the tone stood. Words without a tone are left alone: so
 * are most of other peoples' (Niê, Brôih, Ksor), and they can't be told from slips.
 */
const isMisspelt = (word: string): boolean => {
  const apart = word.normalize('NFD');
  const tones = apart.match(toneMark) ?? [];
  const [tone] = tones;
  if (tone === undefined) return false;
  const bare = apart.replace(toneMark, '').normalize('NFC');
  return tones.length > 1 || !placed(bare, tone).some(isSyllable);
};

/** "Ng. Văn An", "Nguyễn Văn A": somebody would not be found by it. "Y Thông", "H Hen Niê", "Như Ý" are whole. */
const shortened = (name: string): Oddity | undefined => {
  const words = name.split(' ');
  const short = words.find(
    (word, index) =>
      /\p{L}\./u.test(word) ||
      /^[BCDĐG]$/iu.test(word) ||
      (index > 0 && /^[LMNPQRSTVX]$/iu.test(word)) ||
      (index > 0 && index === words.length - 1 && /^[A-XZ]$/i.test(word)),
  );
  return short === undefined ? undefined : { kind: 'shortened', word: short };
};

/** A given name may be one word twice (Lê Linh Linh), where nothing else stands between it and the family. */
const wordTwice = (name: string): Oddity | undefined => {
  const words = name.split(' ');
  const at = words.findIndex(
    (word, index) => index > 0 && nameKey(word) === nameKey(words[index - 1] ?? ''),
  );
  if (at < 0 || (words.length === 3 && at === 2)) return undefined;
  return { kind: 'twice', word: words[at] ?? '' };
};
