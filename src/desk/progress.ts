import type { Standing } from './store.ts';

/** How far a campaign, or one group of it, has come. Exempt units are left out. */
export interface Progress {
  readonly units: number;
  /** Units with at least one version sent. */
  readonly sent: number;
  readonly accepted: number;
  /** Sent and waiting for the office. */
  readonly waiting: number;
  /** Returned, not sent again yet. */
  readonly returned: number;
  readonly notSent: number;
  /** Of those not sent: a draft is being filled in. */
  readonly drafts: number;
}

export const progressOf = (standings: readonly Standing[]): Progress => {
  const expected = standings.filter(({ state }) => state !== 'exempt');
  const count = (fits: (one: Standing) => boolean): number =>
    expected.filter(fits).reduce((sum, { reports }) => sum + reports, 0);
  return {
    units: count(() => true),
    sent: count(({ sent }) => sent),
    accepted: count(({ state }) => state === 'accepted'),
    waiting: count(({ state }) => state === 'submitted'),
    returned: count(({ state }) => state === 'returned'),
    notSent: count(({ sent }) => !sent),
    drafts: count(({ state, sent }) => state === 'draft' && !sent),
  };
};

/** The progress of each group, in the office's order. */
export const progressByGroup = (standings: readonly Standing[]) => {
  const codes = [...new Set(standings.map(({ group }) => group))];
  return codes.map((code) => {
    const own = standings.filter(({ group }) => group === code);
    return { code, name: own[0]?.groupName ?? '', ...progressOf(own) };
  });
};

/** How many drafts would be left unsent if the campaign were closed now, and how many units never sent at all. */
export const unfinishedOf = (
  standings: readonly Standing[],
): { drafts: number; notSent: number } => ({
  drafts: standings
    .filter(({ state }) => state === 'draft' || state === 'returned')
    .reduce((sum, { reports }) => sum + reports, 0),
  notSent: progressOf(standings).notSent,
});
