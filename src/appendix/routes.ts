import { campaignFor } from '../campaigns/found.ts';
import type { Context } from '../context.ts';
import { exported } from '../jobs/exported.ts';
import { wantedFile } from '../jobs/kind.ts';
import { type Page, page } from '../web/page.ts';
import { appendixKind, type ListParams, listKind } from './kinds.ts';

/** What can be taken of a campaign. POSTs: a file costs work, and who took it is on record. */
export const appendixPages = (context: Context): Page[] => [
  page('post', '/tien-do/:campaign/phu-luc', 'run campaigns', async (visit) => {
    const campaign = await campaignFor(context, visit);
    return exported(context, visit, wantedFile(appendixKind, campaign.id));
  }),
  ...lists.map(({ list, format }) =>
    page(
      'post',
      `/tien-do/:campaign/bang/${listWords[list]}/${format}`,
      'run campaigns',
      async (visit) => {
        const campaign = await campaignFor(context, visit);
        return exported(context, visit, wantedFile(listKind, campaign.id, { list, format }));
      },
    ),
  ),
];

/** The lists by the word in their address. */
const listWords = {
  names: 'danh-sach',
  outstanding: 'chua-bao-cao',
} as const satisfies Record<ListParams['list'], string>;

const lists: readonly ListParams[] = [
  { list: 'names', format: 'xlsx' },
  { list: 'names', format: 'csv' },
  { list: 'outstanding', format: 'xlsx' },
  { list: 'outstanding', format: 'csv' },
];
