import type { Standing } from './store.ts';

/** How far a campaign, or one group of it, has come. Exempt units are left out of all but their own number. */
export interface Progress {
  readonly units: number;
  readonly exempt: number;
  /** Units with at least one version sent: the last one on time, or late. */
  readonly sent: number;
  readonly onTime: number;
  readonly late: number;
  readonly accepted: number;
  /** Sent and waiting for the office. */
  readonly waiting: number;
  /** When the one came that waits the longest; `null` while none waits. */
  readonly waitingSince: string | null;
  /** Returned, not sent again yet. */
  readonly returned: number;
  readonly notSent: number;
  /** Of those not sent: their own deadline is over, or near. */
  readonly overdue: number;
  readonly dueSoon: number;
  /** Of those not sent: a draft is being filled in. */
  readonly drafts: number;
  /** A draft is being filled in, also by units that have sent and took their report back. */
  readonly beingEntered: number;
}

export const progressOf = (standings: readonly Standing[]): Progress => {
  const expected = standings.filter(({ state }) => state !== 'exempt');
  const count = (fits: (one: Standing) => boolean): number =>
    expected.filter(fits).reduce((sum, { reports }) => sum + reports, 0);
  const units = count(() => true);
  return {
    units,
    exempt: standings.reduce((sum, { reports }) => sum + reports, 0) - units,
    sent: count(({ sent }) => sent),
    onTime: count(({ sent, late }) => sent && !late),
    late: count(({ late }) => late),
    accepted: count(({ state }) => state === 'accepted'),
    waiting: count(({ state }) => state === 'submitted'),
    waitingSince: earliest(expected.filter(({ state }) => state === 'submitted')),
    returned: count(({ state }) => state === 'returned'),
    notSent: count(({ sent }) => !sent),
    overdue: count(({ due }) => due === 'over'),
    dueSoon: count(({ due }) => due === 'soon'),
    drafts: count(({ state, sent }) => state === 'draft' && !sent),
    beingEntered: count(({ state }) => state === 'draft'),
  };
};

const earliest = (standings: readonly Standing[]): string | null =>
  standings.map(({ since }) => since).sort()[0] ?? null;

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
