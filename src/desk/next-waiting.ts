import type { Campaign } from '../campaigns/campaign.ts';
import type { Context } from '../context.ts';
import { type Answer, redirect } from '../web/page.ts';
import { boardPath } from './board-page.ts';
import type { Handled } from './handled-notice.ts';
import { nextAfter } from './waiting.ts';
import { type WaitingReport, waitingReports } from './waiting-store.ts';

/**
 * On to the report that waits next, or to the board when none does. `before` is who waited before
 * something was done about the report of the unit `code`: the turn goes on from there.
 */
export const onToNext = async (
  { db }: Context,
  campaign: Campaign,
  handled: Handled = {},
  after?: { readonly code: string; readonly before: readonly WaitingReport[] },
): Promise<Answer> => {
  const waiting = await waitingReports(db, campaign.id);
  const still = new Set(waiting.map(({ code }) => code));
  const inTurn = after?.before.filter(({ code }) => still.has(code) || code === after.code);
  const next = (after && inTurn && nextAfter(inTurn, after.code)) ?? waiting[0];
  const board = boardPath(campaign.code);
  const query = new URLSearchParams(next ? handled : { ...handled, het: '1' });
  const place = next ? `${board}/${next.code}` : board;
  return redirect(query.size > 0 ? `${place}?${query}` : place);
};
