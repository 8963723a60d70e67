import { describe, expect, test } from 'vitest';
import {
  hashPassword,
  leastPasswordLength,
  passwordFits,
  pretendToCheck,
  refuseWeakPassword,
} from '../../src/accounts/password.ts';

const refusal = (password: string, email: string | null = null): string | undefined => {
  try {
    refuseWeakPassword(password, email);
    return undefined;
  } catch (problem) {
    return (problem as Error).message;
  }
};

describe('A password', () => {
  test.each(['một câu dễ nhớ', 'con mèo ngủ trưa', 'correct horse battery', 'ừ ừ thì ra thế'])(
    '%j is welcome',
    (password) => {
      expect(refusal(password)).toBeUndefined();
    },
  );

  test('has at least twelve letters, counted as people count them', () => {
    expect(leastPasswordLength).toBe(12);
    expect(refusal('mười một chữ'.slice(0, 11))).toBe('password-too-short');
    expect(refusal('mười hai chữ')).toBeUndefined();
    expect(refusal('thở dài quá'.normalize('NFD'))).toBe('password-too-short');
    expect(refusal('😀😁😂🤣😃😄')).toBe('password-too-short');
    expect(refusal('')).toBe('password-too-short');
  });

  test.each([
    'aaaaaaaaaaaa',
    'abababababab',
    'abcabcabcabc',
    'abcabcabcabca',
    '012345678901',
    'abcdefghijkl',
    'ABCDEFGHIJKL',
  ])('%j is guessed first, so it is refused', (password) => {
    expect(refusal(password)).toBe('password-too-common');
  });

  test("is not the account's own e-mail, in whatever capitals", () => {
    expect(refusal('Lan@THU.example', 'lan@thu.example')).toBe('password-too-common');
    expect(refusal('lan@thu.example', 'hoa@thu.example')).toBeUndefined();
  });
});

describe('A stored password', () => {
  test('is an argon2id hash with its own salt', async () => {
    const [one, other] = await Promise.all([hashPassword('một câu'), hashPassword('một câu')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(other);
  });

  test('fits the same words only, whichever keyboard composed them', async () => {
    const stored = await hashPassword('một câu dễ nhớ');
    expect(await passwordFits(stored, 'một câu dễ nhớ'.normalize('NFD'))).toBe(true);
    expect(await passwordFits(stored, 'một câu dễ nhơ')).toBe(false);
    expect(await passwordFits(stored, 'Một câu dễ nhớ')).toBe(false);
  });

  test('nothing fits where there is no account', async () => {
    expect(await pretendToCheck('')).toBe(false);
  });
});
