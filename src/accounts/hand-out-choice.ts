import type { UnitLine } from '../units/store.ts';
import type { AccountCard } from './people-store.ts';

export const handOutFilters = ['chua-vao', 'khong-email', 'tat-ca'] as const;
export type HandOutFilter = (typeof handOutFilters)[number];

/** One tick: a clerk with an account, or a unit that has nobody yet. */
export interface HandOutRow {
  /** `account` with the id of an account, or `unit` with the code of a unit. */
  readonly field: 'account' | 'unit';
  readonly value: string;
  readonly units: readonly string[];
  readonly card: AccountCard | undefined;
}

/**
 * Who may get a hand-out, in the order of `units` (which may be a part of all): their clerks that are
 * in use and fit the filter, a clerk of two units once; and units without a clerk, which fit always.
 */
export const handOutRows = (
  units: readonly UnitLine[],
  cards: readonly AccountCard[],
  filter: HandOutFilter,
): HandOutRow[] => {
  const rows = new Map<string, HandOutRow>();
  for (const { id, code, name } of units) {
    const clerks = cards.filter(
      (card) => card.deactivatedAt === null && card.units.some((unit) => unit.id === id),
    );
    if (clerks.length === 0)
      rows.set(code, { field: 'unit', value: code, units: [name], card: undefined });
    for (const card of clerks.filter(fits[filter])) {
      const named = card.units.map((unit) => unit.name);
      rows.set(card.id, { field: 'account', value: card.id, units: named, card });
    }
  }
  return [...rows.values()];
};

const fits: Record<HandOutFilter, (card: AccountCard) => boolean> = {
  'chua-vao': (card) => card.signedInAt === null,
  'khong-email': (card) => card.email === null,
  'tat-ca': () => true,
};
