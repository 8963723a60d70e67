import type { Claim } from '../../src/claims/cases.ts';
import { numbersFrom } from '../../src/demo/made-up-people.ts';
import { nameKey } from '../../src/vietnamese/names.ts';

/** A word and how many of a hundred bear it: names are few, and most people share the commonest. */
type Weighted = readonly (readonly [word: string, weight: number])[];

const weighted = (text: string): Weighted =>
  text.split(/\s+/).map((entry) => {
    const [word = '', weight = '1'] = entry.split(':');
    return [word, Number(weight)];
  });

const families = weighted(
  `Nguyễn:38 Trần:11 Lê:10 Phạm:7 Hoàng:5 Phan:4 Vũ:4 Võ:3 Đặng:2 Bùi:2 Đỗ:2 Hồ Ngô Dương Lý Đinh
  Đoàn Lương Trịnh Mai Đào Tạ Lưu Cao Hà Tô Quách Phùng Nghiêm Khúc`,
);
const middles = weighted(
  `Thị:30 Văn:20 Đức:4 Minh:4 Thanh:4 Ngọc:3 Hữu:2 Thu:3 Quang:3 Xuân:3 Hồng:2 Kim:2 Thúy:2 Thùy:2
  Quốc:2 Công Trọng Mạnh Bích Phương Hoài Tiến Duy Mỹ Đình Hải Gia Huy`,
);
const givens = weighted(
  `Hương:3 Hòa:3 Hạnh:3 Hằng:3 Lan:3 Hoa:3 Mai:2 Nga:2 Thủy:3 Thúy:2 Hùng:3 Dũng:3 Tuấn:3 Sơn:2 Nam:2 Hà:3 Hải:3
  An:2 Bình:2 Cường:2 Đạt Đông Giang:2 Huệ:2 Huyền:2 Hiền:2 Hiếu:2 Khánh Kiên Lâm Linh:3 Loan Long Lý Mỹ Minh:2
  Ngọc:2 Nhung:2 Oanh Phúc Phương:3 Quân Quý Quỳnh Tâm:2 Thảo:2 Thắng Thanh:2 Thu:2 Tiến Toàn Trang:3 Trung:2 Tú
  Tùng Tuyết Vân:2 Vinh Việt Xuân Yến Hoàn Khoa Khuê Nguyệt Thoa Duyên Đức:2 Liên Ngân Thành:2`,
);
const titles = ['Giáo viên', 'Giáo viên Toán', 'Chuyên viên', 'Kế toán', 'Nhân viên thư viện'];
const shortTitles: Readonly<Record<string, string>> = { 'Giáo viên': 'GV', 'Chuyên viên': 'CV' };

const from = (words: Weighted, next: () => number): string => {
  let left = next() * words.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [word, weight] of words) {
    left -= weight;
    if (left < 0) return word;
  }
  return words[0]?.[0] ?? '';
};

/** Three or four words. */
const aName = (next: () => number): string => {
  const second = next() < 0.35 ? [from(middles, next)] : [];
  return [from(families, next), from(middles, next), ...second, from(givens, next)].join(' ');
};

const aDay = (next: () => number): string => {
  const two = (most: number) => String(1 + Math.floor(next() * most)).padStart(2, '0');
  return `${1965 + Math.floor(next() * 38)}-${two(12)}-${two(28)}`;
};

const otherTones: Readonly<Record<string, string>> = {
  òa: 'oà',
  óa: 'oá',
  ọa: 'oạ',
  ùy: 'uỳ',
  úy: 'uý',
  ủy: 'uỷ',
};

/** Ways in which another clerk types the same name. */
const spellings: readonly ((name: string) => string)[] = [
  (name) => name,
  (name) => name.replace(/òa|óa|ọa|ùy|úy|ủy/g, (vowels) => otherTones[vowels] ?? vowels),
  (name) => name.toLocaleUpperCase('vi'),
  (name) => name.toLocaleLowerCase('vi'),
  (name) => ` ${name.replaceAll(' ', '  ')}\u00A0`,
  (name) => name.normalize('NFD'),
  (name) => name.replace(/(?<=L|Qu)ý/g, 'í').replace('Mỹ', 'Mĩ'),
];

export interface ClaimedLists {
  readonly claims: readonly Claim[];
  /** Pairs of rows that are one person. */
  readonly doubles: readonly (readonly [Claim, Claim])[];
}

export interface Seeding {
  readonly units: number;
  readonly people: number;
  readonly doubles: number;
  /** Part of the rows that carry a birth date. */
  readonly born: number;
}

/** Lists of made-up people, some of whom stand in two units' lists. Always the same. */
export const claimedLists = ({ units, people, doubles, born }: Seeding): ClaimedLists => {
  const next = numbersFrom(20_241_125);
  const lengths = new Map<number, number>();
  const rowOf = (unit: number, name: string, birthDate: string, title: string): Claim => {
    const position = (lengths.get(unit) ?? 0) + 1;
    lengths.set(unit, position);
    const reportId = `report-${unit}`;
    const where = { reportId, versionId: `version-${unit}`, position, categoryId: 'c', note: '' };
    return { ...where, name, nameKey: nameKey(name), birthDate, title };
  };
  const dayOrNone = (day: string) => (next() < born ? day : '');
  const persons = Array.from({ length: people }, (_, index) => {
    const [name, day] = [aName(next), aDay(next)];
    const title = titles[Math.floor(next() * titles.length)] ?? '';
    return { day, row: rowOf(index % units, name, dayOrNone(day), title) };
  });
  const pairs = Array.from({ length: doubles }, (_, index): [Claim, Claim] => {
    const { row, day } = persons[Math.floor((index * people) / doubles)] ?? persons[0] ?? never();
    const unit = (Number(row.reportId.slice(7)) + 1 + (index % (units - 1))) % units;
    const spelt = spellings[index % spellings.length]?.(row.name) ?? row.name;
    return [row, rowOf(unit, spelt, dayOrNone(day), otherTitle(row.title, next()))];
  });
  const claims = [...persons.map(({ row }) => row), ...pairs.map(([, row]) => row)];
  return { claims, doubles: pairs };
};

const never = (): never => {
  throw new Error('nobody is there');
};

/** As the other unit writes it: mostly the same, short or with more, left out, or another post. */
const otherTitle = (title: string, chance: number): string => {
  if (chance < 0.6) return title;
  if (chance < 0.7) return shortTitles[title] ?? title.toLocaleUpperCase('vi');
  if (chance < 0.8) return `${title} hạng II`;
  return chance < 0.92 ? '' : 'Phó Hiệu trưởng';
};
