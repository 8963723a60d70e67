import { campaignFor } from '../campaigns/found.ts';
import type { Context } from '../context.ts';
import { inTransaction } from '../db/open.ts';
import { record } from '../history/store.ts';
import { type Page, page } from '../web/page.ts';
import { spreadsheetType } from './sheet.ts';

/** Downloading the consolidated appendix. A POST: it costs work, and who took it is on record. */
export const appendixPages = (context: Context): Page[] => [
  page('post', '/tien-do/:campaign/phu-luc', 'run campaigns', async (visit) => {
    const campaign = await campaignFor(context, visit);
    const { fileName, bytes } = await context.workers.appendix(campaign.id, visit.now);
    await inTransaction(context.db, (tx) =>
      record(tx, visit.doer, 'appendix.exported', campaign.id, { bytes: bytes.length }),
    );
    return { kind: 'file', fileName, type: spreadsheetType, bytes };
  }),
];
