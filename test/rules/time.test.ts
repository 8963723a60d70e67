import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  addSeconds,
  dateText,
  dateTimeText,
  dayText,
  deadlineText,
  durationText,
  fileStamp,
  secondsBetween,
  standingClock,
  timeText,
} from '../../src/kit/time.ts';

afterEach(() => vi.unstubAllEnvs());

describe('A deadline in words', () => {
  test.each([
    ['2024-12-12T17:00:00.000Z', '24 giờ 00, thứ Năm 12/12/2024'],
    ['2024-12-12T17:00:30.000Z', '24 giờ 00, thứ Năm 12/12/2024'],
    ['2024-12-12T10:00:00.000Z', '17 giờ 00, thứ Năm 12/12/2024'],
    ['2024-12-12T16:59:00.000Z', '23 giờ 59, thứ Năm 12/12/2024'],
    ['2024-12-12T17:01:00.000Z', '00 giờ 01, thứ Sáu 13/12/2024'],
    ['2024-12-31T17:00:00.000Z', '24 giờ 00, thứ Ba 31/12/2024'],
    ['2024-02-29T17:00:00.000Z', '24 giờ 00, thứ Năm 29/02/2024'],
    ['2024-12-08T01:30:00.000Z', '08 giờ 30, Chủ nhật 08/12/2024'],
  ])('%s is %s', (instant, text) => {
    expect(deadlineText(instant)).toBe(text);
  });

  test('names all seven days', () => {
    const days = [9, 10, 11, 12, 13, 14, 15].map((day) =>
      deadlineText(`2024-12-${String(day).padStart(2, '0')}T05:00:00.000Z`),
    );
    expect(days.map((text) => text.replace(/^12 giờ 00, (.*) \d.*$/, '$1'))).toEqual([
      'thứ Hai',
      'thứ Ba',
      'thứ Tư',
      'thứ Năm',
      'thứ Sáu',
      'thứ Bảy',
      'Chủ nhật',
    ]);
  });
});

describe('An instant is shown as the clock in Vietnam shows it', () => {
  test.each(['America/Los_Angeles', 'Pacific/Kiritimati', 'UTC'])(
    'also on a machine in %s',
    (zone) => {
      vi.stubEnv('TZ', zone);
      const instant = '2024-12-31T18:05:00.000Z';
      expect(dateText(instant)).toBe('01/01/2025');
      expect(dateTimeText(instant)).toBe('01/01/2025 01:05');
      expect(timeText(instant)).toBe('01 giờ 05');
      expect(fileStamp(instant)).toBe('20250101-0105');
      expect(dayText('2024-11-30')).toBe('30/11/2024');
      expect(deadlineText('2024-12-12T17:00:00.000Z')).toBe('24 giờ 00, thứ Năm 12/12/2024');
    },
  );

  test('such a machine does tell another hour', () => {
    vi.stubEnv('TZ', 'Pacific/Kiritimati');
    expect(new Date('2024-12-31T18:05:00.000Z').getHours()).toBe(8);
  });

  test('midnight is 00:00 of the new day, in tables and file names', () => {
    expect(dateTimeText('2024-12-12T17:00:00.000Z')).toBe('13/12/2024 00:00');
    expect(fileStamp('2024-12-12T17:00:00.000Z')).toBe('20241213-0000');
  });
});

describe('A length of time in its largest sensible unit', () => {
  test.each([
    [0, '1 phút'],
    [59, '1 phút'],
    [60, '1 phút'],
    [119, '1 phút'],
    [120, '2 phút'],
    [3599, '59 phút'],
    [3600, '1 giờ'],
    [48 * 3600 - 1, '47 giờ'],
    [48 * 3600, '2 ngày'],
    [72 * 3600 - 1, '2 ngày'],
  ])('%i seconds: %s', (seconds, text) => {
    expect(durationText(seconds)).toBe(text);
  });
});

test('seconds are whole and negative when the second instant is earlier', () => {
  expect(secondsBetween('2024-12-12T00:00:00.000Z', '2024-12-12T00:00:01.999Z')).toBe(1);
  expect(secondsBetween('2024-12-12T00:00:01.000Z', '2024-12-12T00:00:00.000Z')).toBe(-1);
  expect(addSeconds('2024-12-31T23:59:59.500Z', 1)).toBe('2025-01-01T00:00:00.500Z');
});

test('a standing clock stands', () => {
  const clock = standingClock('2024-12-11T01:00:00.000Z');
  expect([clock.now(), clock.now()].map(String)).toEqual(
    Array(2).fill(String(new Date('2024-12-11T01:00:00.000Z'))),
  );
});
