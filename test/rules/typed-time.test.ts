import { describe, expect, test, vi } from 'vitest';
import {
  dayTyped,
  endsAt,
  hourTyped,
  instantAt,
  startsAt,
  yearsLater,
} from '../../src/kit/time.ts';

describe('A day as people type it', () => {
  test.each([
    ['30/11/2024', '2024-11-30'],
    ['1/2/2025', '2025-02-01'],
    ['01.02.2025', '2025-02-01'],
    ['1-2-2025', '2025-02-01'],
    ['1 / 2 / 2025', '2025-02-01'],
    ['2024-11-30', '2024-11-30'],
    ['29/02/2024', '2024-02-29'],
    ['29/02/2023', undefined],
    ['31/02/2024', undefined],
    ['31/13/2024', undefined],
    ['0/1/2024', undefined],
    ['30/11/24', undefined],
    ['2024/11/30', undefined],
    ['30 tháng 11', undefined],
    ['30/11/2024x', undefined],
    ['', undefined],
  ])('%s is %s', (typed, day) => {
    expect(dayTyped(typed)).toBe(day);
  });
});

describe('An hour as people type it', () => {
  test.each([
    ['17:00', '17:00'],
    ['7:30', '07:30'],
    ['00:00', '00:00'],
    ['23:59', '23:59'],
    ['24:00', '24:00'],
    ['17h00', '17:00'],
    ['17h', '17:00'],
    ['17 giờ 30', '17:30'],
    ['17', '17:00'],
    ['24:01', undefined],
    ['25:00', undefined],
    ['12:60', undefined],
    ['12:5', undefined],
    ['5 chiều', undefined],
    ['', undefined],
  ])('%s is %s', (typed, hour) => {
    expect(hourTyped(typed)).toBe(hour);
  });
});

describe('Day and hour are those of Vietnam', () => {
  test.each(['UTC', 'America/Los_Angeles', 'Pacific/Kiritimati'])('on a machine in %s', (zone) => {
    vi.stubEnv('TZ', zone);
    expect(instantAt('2024-12-12', '17:00')).toBe('2024-12-12T10:00:00.000Z');
    expect(instantAt('2024-12-12', '24:00')).toBe('2024-12-12T17:00:00.000Z');
    expect(instantAt('2024-12-12', '00:00')).toBe('2024-12-11T17:00:00.000Z');
    expect(startsAt('2024-12-12T17:00:00.000Z')).toEqual({ day: '2024-12-13', hour: '00:00' });
    expect(endsAt('2024-12-12T17:00:00.000Z')).toEqual({ day: '2024-12-12', hour: '24:00' });
    expect(endsAt('2024-12-12T10:00:00.000Z')).toEqual({ day: '2024-12-12', hour: '17:00' });
    expect(endsAt('2024-12-31T17:00:00.000Z')).toEqual({ day: '2024-12-31', hour: '24:00' });
    vi.unstubAllEnvs();
  });

  test('years later is the same day, but for 29 February', () => {
    expect(yearsLater('2024-12-12', 1)).toBe('2025-12-12');
    expect(yearsLater('2024-02-29', 1)).toBe('2025-02-28');
    expect(yearsLater('2024-02-29', 4)).toBe('2028-02-29');
  });
});
