import { openingFor } from '../campaigns/campaign.ts';
import { stateAfter } from './report.ts';
import type { Found } from './store.ts';

/** A report can be written on: an editable state, and a campaign that is open for its unit. */
export const isEditable = ({ report, campaign }: Found, now: string): boolean =>
  stateAfter(report.state, 'save') !== undefined &&
  openingFor(campaign, report.extendedUntil, now) === 'open';
