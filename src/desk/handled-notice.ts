import type { Campaign } from '../campaigns/campaign.ts';
import { campaignFor } from '../campaigns/found.ts';
import type { Context } from '../context.ts';
import { instantAt, startsAt } from '../kit/time.ts';
import { acceptedTogetherText, handledText, noneWaitingText } from '../strings/review.ts';
import { unitByCode } from '../units/catalogue-store.ts';
import type { SignedVisit } from '../web/page.ts';
import type { AcceptedClean } from './accept-clean.ts';
import { boardPath } from './board-page.ts';
import type { HandledNotice } from './pages.ts';
import { decidedSince, owedReport } from './waiting-store.ts';

/** So many units that were left out are named. */
const mostNamed = 20;

/** Words in an address that say what an officer has just done. */
export type Handled = Readonly<Record<string, string>>;

/** One report was accepted or returned. */
export const handledOne = (kind: 'accepted' | 'returned', code: string): Handled =>
  kind === 'accepted' ? { nhan: code } : { tra: code };

/** Several were accepted together. */
export const handledTogether = ({ accepted, leftOut }: AcceptedClean): Handled => ({
  'da-nhan': String(accepted),
  ...(leftOut.length > 0 ? { bo: leftOut.slice(0, mostNamed).join(' ') } : {}),
  ...(leftOut.length > mostNamed ? { 'bo-nua': String(leftOut.length - mostNamed) } : {}),
});

const words = ['nhan', 'tra', 'da-nhan', 'het'];

/** What such an address says, in words; `null` for any other. */
export const handledNotice = async (
  context: Context,
  visit: SignedVisit,
): Promise<HandledNotice | null> => {
  if (!words.some((word) => visit.query.has(word))) return null;
  const campaign = await campaignFor(context, visit);
  const one =
    (await oneOf(context, campaign, visit)) ?? (await togetherOf(context, campaign, visit));
  if (!visit.query.has('het')) return one;
  const today = instantAt(startsAt(visit.now).day, '00:00');
  const { accountId } = visit.actor;
  const none = noneWaitingText(await decidedSince(context.db, campaign.id, accountId, today));
  return {
    text: one ? `${one.text} ${none}` : none,
    units: one?.units ?? [],
    more: one?.more ?? 0,
  };
};

const oneOf = async (
  { db }: Context,
  campaign: Campaign,
  { query }: SignedVisit,
): Promise<HandledNotice | null> => {
  const kind = query.has('nhan') ? 'accepted' : 'returned';
  const code = query.get('nhan') ?? query.get('tra');
  const report = code === null ? undefined : await owedReport(db, campaign.id, code);
  // The address may be an old one, or anybody's: only what is still so is said.
  if (code === null || report?.state !== kind) return null;
  return {
    text: handledText(kind, report.unit),
    units: [{ name: 'Xem lại báo cáo đó', href: pathOf(campaign, code) }],
    more: 0,
  };
};

const togetherOf = async (
  { db }: Context,
  campaign: Campaign,
  { query }: SignedVisit,
): Promise<HandledNotice | null> => {
  if (!query.has('da-nhan')) return null;
  const units: { name: string; href: string }[] = [];
  for (const code of (query.get('bo') ?? '').split(' ').filter(Boolean).slice(0, mostNamed)) {
    const unit = await unitByCode(db, code);
    if (unit) units.push({ name: unit.name, href: pathOf(campaign, code) });
  }
  const more = countIn(query, 'bo-nua');
  const text = acceptedTogetherText(countIn(query, 'da-nhan'), units.length + more);
  return { text, units, more };
};

const pathOf = ({ code }: Campaign, unit: string): string => `${boardPath(code)}/${unit}`;

const countIn = (query: URLSearchParams, name: string): number => {
  const text = query.get(name) ?? '';
  return /^\d{1,6}$/.test(text) ? Number(text) : 0;
};
