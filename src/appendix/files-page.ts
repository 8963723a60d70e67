import type { Campaign } from '../campaigns/campaign.ts';
import { fileOffers, takeText } from '../strings/jobs.ts';
import type { ListParams } from './kinds.ts';
import type { FileOffer } from './pages.ts';

/** The page of a campaign's files. */
const filesPath = (campaignCode: string): string => `/tien-do/${campaignCode}/bang`;

/** The lists by the word in their address. */
export const listWords = {
  names: 'danh-sach',
  outstanding: 'chua-bao-cao',
} as const satisfies Record<ListParams['list'], string>;

/** Everything that can be taken of a campaign, in the order of the page. */
export const offersOf = ({ code, birthDateAsked }: Campaign): FileOffer[] => {
  const listOffer = (list: ListParams['list'], what: string): FileOffer => ({
    id: listWords[list],
    title: fileOffers[list].title,
    what,
    ways: (['xlsx', 'csv'] as const).map((format) => ({
      action: `${filesPath(code)}/${listWords[list]}/${format}`,
      label: takeText[format],
    })),
  });
  return [
    {
      id: 'phu-luc',
      ...fileOffers.appendix,
      ways: [{ action: `/tien-do/${code}/phu-luc`, label: takeText.xlsx }],
    },
    listOffer('names', fileOffers.names.what(birthDateAsked)),
    listOffer('outstanding', fileOffers.outstanding.what),
  ];
};
