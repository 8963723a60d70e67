import { describe, expect, test } from 'vitest';
import type { Actor } from '../../src/accounts/account.ts';
import { can, type Deed, isRole, type Role, roles } from '../../src/accounts/account.ts';
import type { Problem } from '../../src/kit/problem.ts';
import { allow } from '../../src/web/guard.ts';

const table: Record<Deed, readonly Role[]> = {
  'report units': ['clerk'],
  'enter reports': ['clerk', 'office', 'admin'],
  'run campaigns': ['office', 'admin'],
  'invite clerks': ['office', 'admin'],
  'invite office': ['admin'],
};

const cells = Object.entries(table).flatMap(([deed, who]) =>
  roles.map((role) => [role, deed as Deed, who.includes(role)] as const),
);

const actor = (role: Role): Actor => ({ accountId: 'a', role, name: 'A', unitIds: [] });

const refusal = (work: () => void): string | undefined => {
  try {
    work();
    return undefined;
  } catch (problem) {
    return (problem as Problem).code;
  }
};

describe('Nobody where they do not belong', () => {
  test.each(cells)('%s, %s: %s', (role, deed, allowed) => {
    expect(can({ role }, deed)).toBe(allowed);
    expect(refusal(() => allow(deed, actor(role)))).toBe(allowed ? undefined : 'not-allowed');
  });

  test('nobody who is not signed in does anything', () => {
    for (const deed of Object.keys(table) as Deed[])
      expect(refusal(() => allow(deed, null))).toBe('signed-out');
  });

  test.each(['', 'Admin', 'root', 'constructor', '__proto__', 'clerk '])(
    '%j is no role',
    (word) => {
      expect(isRole(word)).toBe(false);
    },
  );
});
