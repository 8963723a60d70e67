import { hash, verify } from '@node-rs/argon2';
import { Problem } from '../kit/problem.ts';

/** argon2id with the parameters that OWASP's password storage cheat sheet recommends first. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const leastPasswordLength = 12;

/** A hash of nothing that anybody knows: checked when there is no account, so that both take equally long. */
let nobodysHash: Promise<string> | undefined;

export const hashPassword = (password: string): Promise<string> =>
  hash(password.normalize('NFC'), cost);

export const passwordFits = (passwordHash: string, password: string): Promise<boolean> =>
  verify(passwordHash, password.normalize('NFC'));

/** Takes as long as checking a real password. */
export const pretendToCheck = async (password: string): Promise<false> => {
  nobodysHash ??= hash(crypto.randomUUID(), cost);
  await passwordFits(await nobodysHash, password);
  return false;
};

/** Refuses passwords that are too short or that are guessed first. Long sentences with blanks are welcome. */
export const refuseWeakPassword = (password: string, email: string | null): void => {
  const least = leastPasswordLength;
  const letters = [...password.normalize('NFC')];
  if (letters.length < least) throw new Problem('password-too-short', 'password', { least });
  const simple = password.toLowerCase();
  const repeated = /^(.{1,3})\1+.?$/.test(simple);
  const inSequence = '01234567890123456789abcdefghijklmnopqrstuvwxyz'.includes(simple);
  if (repeated || inSequence || simple === email)
    throw new Problem('password-too-common', 'password');
};
