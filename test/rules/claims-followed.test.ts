import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Case, type Claim, casesIn } from '../../src/claims/cases.ts';
import { FoundCases } from '../../src/claims/found-cases.ts';
import { rowToken } from '../../src/claims/seen-case.ts';
import type { ListRow } from '../../src/claims/standing.ts';
import { nameKey } from '../../src/vietnamese/names.ts';

/** Few names, some of them one name written in two ways: nearly every list shares somebody with another. */
const name = fc.constantFrom(
  'Lê Thị Hòa',
  'Lê Thị Hoà',
  'Le Thi Hoa',
  'Lê Thị Hoa',
  'Vũ Lý',
  'Vũ Lí',
);
const title = fc.constantFrom('', 'Giáo viên', 'GV Toán', 'Kế toán');
const birthDate = fc.constantFrom('', '1980-02-01', '1990-03-04');
const people = fc.array(fc.record({ name, title, birthDate }), { maxLength: 5 });
const unit = fc.constantFrom('a', 'b', 'c', 'd');

/** A unit sends a list, or no longer has to report; an officer tells the bearers of a name apart, or takes it back. */
const step = fc.oneof(
  fc.record({ kind: fc.constant('sent' as const), unit, people }),
  fc.record({ kind: fc.constant('exempt' as const), unit }),
  fc.record({ kind: fc.constant('decided' as const), name }),
);

const shown = (cases: readonly Case[]) =>
  cases
    .map(({ key, likelihood, rows }) =>
      [likelihood, key, rows.map(rowToken).sort().join(' ')].join(),
    )
    .sort();

const claimsOf = (
  unit: string,
  versionId: string,
  list: { name: string; title: string; birthDate: string }[],
) =>
  list.map(
    (person, index): Claim => ({
      ...person,
      reportId: unit,
      versionId,
      position: index + 1,
      nameKey: nameKey(person.name),
      categoryId: 'vien-chuc',
      note: '',
    }),
  );

test('cases that are followed through any course of events are those that would be found anew', () => {
  fc.assert(
    fc.property(
      fc.array(step, { minLength: 1, maxLength: 12 }),
      fc.array(fc.boolean()),
      (steps, pauses) => {
        const found = new FoundCases();
        const lists = new Map<string, { version: string; claims: Claim[] }>();
        const apart = new Set<string>();
        const everDecided = new Set<string>();
        const settled = (...rows: ListRow[]) => rows.some((row) => apart.has((row as Claim).name));
        for (const [index, one] of steps.entries()) {
          if (one.kind === 'sent') {
            const version = `${one.unit}-${index}`;
            lists.set(one.unit, { version, claims: claimsOf(one.unit, version, one.people) });
          } else if (one.kind === 'exempt') lists.delete(one.unit);
          else {
            everDecided.add(one.name);
            if (!apart.delete(one.name)) apart.add(one.name);
          }
          // Nobody looks in between: several changes are followed at once.
          if (pauses[index]) continue;
          const versions = new Set([...lists.values()].map(({ version }) => version));
          const unknown = new Set(found.unknown(versions));
          const claims = [...lists]
            .sort(([one], [other]) => (one < other ? -1 : 1))
            .flatMap(([, list]) => list.claims);
          const added = claims.filter(({ versionId }) => unknown.has(versionId));
          found.follow({ versions, added, decided: [...everDecided].map(nameKey), settled });
          expect(shown(found.cases)).toEqual(shown(casesIn(claims, settled)));
        }
      },
    ),
    { numRuns: 500 },
  );
});

test('only the names of a changed list are looked at again', () => {
  const found = new FoundCases();
  const people = (...names: string[]) =>
    names.map((one) => ({ name: one, title: 'Giáo viên', birthDate: '' }));
  const first = claimsOf('a', 'a-1', people('Lê Thị Hòa', 'Vũ Lý'));
  const second = claimsOf('b', 'b-1', people('Lê Thị Hòa', 'Vũ Lý'));
  const settled = () => false;
  const versions = new Set(['a-1', 'b-1']);
  found.follow({ versions, added: [...first, ...second], decided: [], settled });
  const [hoa, ly] = found.cases;
  const third = claimsOf('c', 'c-1', people('Vũ Lý'));
  found.follow({ versions: new Set([...versions, 'c-1']), added: third, decided: [], settled });
  expect(found.cases[0]).toBe(hoa);
  expect(found.cases[1]?.rows).toHaveLength(3);
  expect(ly?.rows).toHaveLength(2);
});
