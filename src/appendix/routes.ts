import { campaignFor } from '../campaigns/found.ts';
import type { Context } from '../context.ts';
import { boardPath } from '../desk/board-page.ts';
import { exported } from '../jobs/exported.ts';
import { wantedFile } from '../jobs/kind.ts';
import { type Page, page, view } from '../web/page.ts';
import { listWords, offersOf } from './files-page.ts';
import { appendixKind, type ListParams, listKind } from './kinds.ts';
import type { FilesPage } from './pages.ts';

/** What can be taken of a campaign. POSTs: a file costs work, and who took it is on record. */
export const appendixPages = (context: Context): Page[] => [
  page('post', '/tien-do/:campaign/phu-luc', 'run campaigns', async (visit) => {
    const campaign = await campaignFor(context, visit);
    return exported(context, visit, wantedFile(appendixKind, campaign.id));
  }),
  page('get', '/tien-do/:campaign/bang', 'run campaigns', async (visit) => {
    const campaign = await campaignFor(context, visit);
    return view<FilesPage>('appendix/files', 'Tệp để tải', {
      campaign: campaign.title,
      boardPath: boardPath(campaign.code),
      offers: offersOf(campaign),
    });
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

const lists: readonly ListParams[] = [
  { list: 'names', format: 'xlsx' },
  { list: 'names', format: 'csv' },
  { list: 'outstanding', format: 'xlsx' },
  { list: 'outstanding', format: 'csv' },
];
