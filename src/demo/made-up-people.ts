import type { TypedParticipant } from '../participants/participant.ts';

/** A sequence of numbers in [0, 1) that is the same each time (Park–Miller minimal standard generator). */
export const numbersFrom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
};

const families =
  'Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Mạc Đoàn'.split(' ');
const middles =
  'Văn Thị Đức Minh Thanh Ngọc Hữu Thu Quang Bảo Xuân Diệu Tuấn Hồng Khánh Việt'.split(' ');
const givens =
  'An Bình Châu Dũng Đạt Giang Hà Hải Hạnh Hòa Hùng Khánh Kiên Lâm Linh Loan Mai Nam Nga Phúc Quân Quỳnh Sơn Tâm Thảo Thúy Trang Trung Tú Vân Xuân Yến'.split(
    ' ',
  );

const titles: Readonly<Record<string, readonly string[]>> = {
  'Cán bộ': ['Chủ tịch UBND', 'Phó Chủ tịch UBND', 'Bí thư Đoàn', 'Chủ tịch Hội Phụ nữ'],
  'Công chức': ['Chuyên viên', 'Văn phòng - Thống kê', 'Tư pháp - Hộ tịch', 'Tài chính - Kế toán'],
  'Viên chức': ['Giáo viên', 'Giáo viên', 'Nhân viên thư viện', 'Kế toán', 'Tổ trưởng chuyên môn'],
};

const oneOf = <T>(things: readonly T[], next: () => number): T =>
  things[Math.floor(next() * things.length)] as T;

/** A name of three or four different words that nobody in particular bears together. */
export const madeUpName = (next: () => number): string => {
  const middle = next() < longNames ? [middles, middles] : [middles];
  const words = [families, ...middle, givens].map((choice) => oneOf(choice, next));
  return new Set(words).size === words.length ? words.join(' ') : madeUpName(next);
};

/** How many of all have four words: most, so that a whole city has few namesakes. */
const longNames = 0.6;

/** `count` different made-up people of one category. */
export const madeUpPeople = (
  count: number,
  category: string,
  next: () => number,
): TypedParticipant[] => {
  const names = new Set<string>();
  while (names.size < count) names.add(madeUpName(next));
  const possible = titles[category] ?? ['Nhân viên'];
  return [...names].map((name) => ({
    name,
    birthDate: '',
    title: oneOf(possible, next),
    category,
    note: '',
  }));
};
