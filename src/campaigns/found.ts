import type { Context } from '../context.ts';
import { Problem } from '../kit/problem.ts';
import type { SignedVisit } from '../web/page.ts';
import type { Campaign } from './campaign.ts';
import { campaignByCode } from './store.ts';

/** The campaign that the address names. Throws `not-found`. */
export const campaignFor = async (context: Context, visit: SignedVisit): Promise<Campaign> => {
  const campaign = await campaignByCode(context.db, visit.params.campaign ?? '');
  if (!campaign) throw new Problem('not-found');
  return campaign;
};
