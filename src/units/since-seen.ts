import type { TypedFields } from './pages.ts';

/** The fields of a unit in the order of the form. */
const fields = ['code', 'name', 'group', 'contactName', 'email', 'phone'] as const;
export type UnitField = (typeof fields)[number];

/** What a colleague has made of a unit since an officer's form was made. */
export interface SinceSeen {
  /** The officer left these alone, so the colleague's stay. */
  readonly newer: readonly UnitField[];
  /** Both changed these, each to something else. */
  readonly contested: readonly UnitField[];
}

/** `seen` is what the form was made from, `stored` what is there now, `wanted` what the officer wants. */
export const sinceSeen = (
  seen: TypedFields,
  stored: TypedFields,
  wanted: TypedFields,
): SinceSeen => {
  const changed = fields.filter(
    (field) => stored[field] !== seen[field] && stored[field] !== wanted[field],
  );
  return {
    newer: changed.filter((field) => wanted[field] === seen[field]),
    contested: changed.filter((field) => wanted[field] !== seen[field]),
  };
};
