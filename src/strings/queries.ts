import type { Oddity, OddKind } from '../participants/odd-names.ts';
import type { ExplanationFault } from '../reports/explanation.ts';
import type { Query, QueryCode } from '../reports/query.ts';
import { capitalised } from '../vietnamese/text.ts';
import { figure, lower, type Sentence, say, short } from './sentence.ts';

const queries = {
  'rate-low': ({ rate, participants, headcount, least }) =>
    `Tỷ lệ tham gia ${rate} (${figure(participants)}/${figure(headcount)} người) thấp hơn mức ${least}% của đợt. Kiểm tra lại danh sách và số lượng; nếu đúng, ghi lý do.`,
  'headcount-changed': ({ changes }) =>
    `${capitalised(String(changes))} so với đợt trước. Kiểm tra lại; nếu đúng, ghi lý do.`,
  'names-odd': ({ names }) =>
    `Có họ tên nên xem lại. ${names}. Sửa những chỗ sai; nếu đúng, ghi rõ.`,
} satisfies Record<QueryCode, Sentence>;

/** The sentence for something to be mended or explained before sending. */
export const queryText = ({ code, details }: Pick<Query, 'code' | 'details'>): string =>
  say(queries[code], details);

const facts = {
  'rate-low': ({ rate, participants, headcount, least }) =>
    `Tỷ lệ tham gia ${rate} (${figure(participants)}/${figure(headcount)} người), thấp hơn mức ${least}%`,
  'headcount-changed': ({ changes }) => `${capitalised(String(changes))} so với đợt trước`,
  'names-odd': ({ names }) => `Họ tên đã xem lại: ${names}`,
} satisfies Record<QueryCode, Sentence>;

/** What was explained, without telling anybody what to do. */
export const queryFactText = ({ code, details }: Pick<Query, 'code' | 'details'>): string =>
  say(facts[code], details);

/** What a query is about, in a word or two: heads its box, and leads its explanation in the Phụ lục. */
export const queryTopics: Record<QueryCode, string> = {
  'rate-low': 'Tỷ lệ thấp',
  'headcount-changed': 'Số lượng thay đổi',
  'names-odd': 'Họ tên',
};

/** How each is explained, in words that somebody may begin with. */
const examples: Record<QueryCode, string> = {
  'rate-low': '3 người nghỉ thai sản',
  'headcount-changed': 'nhận thêm 5 người của trường vừa sáp nhập',
  'names-odd': 'tên đúng như giấy khai sinh',
};

/** Above a box in which nothing was written before. */
export const explanationHint = (code: QueryCode, most: number): string =>
  `Một hai câu, tối đa ${figure(most)} ký tự, ví dụ: ${examples[code]}.`;

/** An explanation in one line: `Tỷ lệ thấp: 3 người nghỉ thai sản`. */
export const explanationLine = ({ code, text }: { code: QueryCode; text: string }): string =>
  `${queryTopics[code]}: ${text.replaceAll('\n', ' ')}`;

/** One figure that is not what it was: `tổng số tăng từ 46 lên 460 người`. */
export const changeText = (what: string, before: number, after: number): string =>
  after > before
    ? `${lower(what)} tăng từ ${figure(before)} lên ${figure(after)} người`
    : `${lower(what)} giảm từ ${figure(before)} xuống ${figure(after)} người`;

export const totalWord = 'Tổng số';

const oddities: Record<OddKind, (word: string) => string> = {
  heading: () => 'là tiêu đề, không phải họ tên',
  post: (word) => `có chức vụ "${word}"`,
  address: (word) => `có danh xưng "${word}"`,
  'own-title': () => 'trùng với chức vụ hoặc đối tượng',
  'small-letter': (word) => `chữ đầu của "${word}" không viết hoa`,
  'capital-within': (word) => `có chữ hoa giữa từ "${word}"`,
  'old-font': (word) => `"${word}" giống chữ gõ bằng phông cũ`,
  keys: (word) => `"${word}" giống chữ gõ khi chưa bật bộ gõ tiếng Việt`,
  spelling: (word) => `"${word}" không giống chữ tiếng Việt`,
  shortened: (word) => `có chữ viết tắt "${word}"`,
  twice: (word) => `lặp chữ "${word}"`,
};

/** `Dòng 3 (Bà Lê Thị Hoa) có danh xưng "Bà"` */
export const oddNameText = (row: number, name: string, { kind, word }: Oddity): string =>
  `Dòng ${row} (${short(name)}): ${oddities[kind](short(word))}`;

/** Rows beyond those that are named. */
export const furtherRowsText = (rows: number): string => `và ${figure(rows)} dòng khác`;

const explanationFaults = {
  'explanation-missing': ({ topic }) =>
    `${topic}: chưa ghi giải thích. Ghi rõ lý do, hoặc quay lại sửa.`,
  'explanation-short': ({ topic, example }) =>
    `${topic}: giải thích quá ngắn nên phòng Nội vụ chưa hiểu được. Ghi rõ thêm, ví dụ: ${example}.`,
  'explanation-long': ({ topic, most }) =>
    `${topic}: giải thích dài quá ${figure(most)} ký tự. Rút gọn lại.`,
  'explanation-of-other': ({ topic }) =>
    `${topic}: số liệu hoặc yêu cầu của đợt vừa thay đổi. Xem lại giải thích rồi gửi lần nữa.`,
} satisfies Record<ExplanationFault, Sentence>;

/** What is wrong with an explanation, and what to do. */
export const explanationFaultText = (
  code: QueryCode,
  fault: ExplanationFault,
  most: number,
): string =>
  say(explanationFaults[fault], { topic: queryTopics[code], example: examples[code], most });

/** Below a box whose text stood in the version before. */
export const explainedBeforeText = (version: number): string =>
  `Lấy từ bản gửi ${version}. Sửa lại nếu không còn đúng.`;

/** Leads to where a query may be mended on the form. */
export const mendingText = {
  row: (row: string) => `Sửa dòng ${row}`,
  headcount: (category: string) => `Sửa số ${lower(category)}`,
  list: 'Sửa danh sách',
};
