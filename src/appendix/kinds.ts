import { z } from 'zod';
import type { Kind } from '../jobs/kind.ts';
import { dateTimeText } from '../kit/time.ts';
import { exportTitles } from '../strings/jobs.ts';
import { csvType } from './csv.ts';
import { spreadsheetType } from './sheet.ts';

/** The consolidated appendix. */
export const appendixKind: Kind = {
  code: 'appendix',
  work: { file: 'appendix/worker', name: 'appendix' },
  taken: 'appendix.exported',
  params: z.object({}),
  title: () => exportTitles.appendix,
  type: () => spreadsheetType,
};

const asOfParams = z.object({ asOf: z.iso.datetime() });

/** The appendix as it stood at an earlier moment. */
export const asOfKind: Kind = {
  ...appendixKind,
  code: 'appendix-as-of',
  params: asOfParams,
  title: (params) => exportTitles.appendixAsOf(dateTimeText(asOfParams.parse(params).asOf)),
};

/** Makes what is to be final. No kind of its own: it is kept for ever, not for a day. */
export const finalWork: Kind['work'] = { file: 'appendix/worker', name: 'final' };

const listParams = z.object({
  list: z.enum(['names', 'outstanding']),
  format: z.enum(['xlsx', 'csv']),
});

/** Which of the two lists, and in which format. */
export type ListParams = z.infer<typeof listParams>;

/** One of the lists by itself: names by unit, or units that have not reported. */
export const listKind: Kind = {
  code: 'list',
  work: { file: 'appendix/worker', name: 'list' },
  taken: 'list.exported',
  params: listParams,
  title: (params) => {
    const { list, format } = listParams.parse(params);
    return exportTitles[list](format);
  },
  type: ({ format }) => (format === 'csv' ? csvType : spreadsheetType),
};
