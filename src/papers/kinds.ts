import { z } from 'zod';
import type { Kind } from '../jobs/kind.ts';
import { exportTitles } from '../strings/jobs.ts';
import { documentType } from './paper.ts';

/** The city's own report with the Phụ lục in it. */
export const cityReportKind: Kind = {
  code: 'city-report',
  work: { file: 'papers/worker', name: 'cityPaperFile' },
  taken: 'city-report.exported',
  params: z.object({}),
  title: () => exportTitles.cityReport,
  type: () => documentType,
};
