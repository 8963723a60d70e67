import { qrImage } from '../adapters/qr-code.ts';
import { campaignFor } from '../campaigns/found.ts';
import type { Context } from '../context.ts';
import { exported } from '../jobs/exported.ts';
import { wantedFile } from '../jobs/kind.ts';
import { Problem } from '../kit/problem.ts';
import { foundFor } from '../reports/found.ts';
import { reportPath } from '../reports/head.ts';
import { type Found, reportFound } from '../reports/store.ts';
import { printWords } from '../strings/print-page.ts';
import { type Answer, type Page, page, type SignedVisit, view } from '../web/page.ts';
import { cityReportKind } from './kinds.ts';
import type { PrintPage } from './pages.ts';
import { documentType } from './paper.ts';
import { unitPaper } from './unit-paper.ts';
import { unitReportOf } from './unit-report.ts';

/** Written reports: of a unit for itself and for the office, to print or as .docx; the city's own. */
export const paperPages = (context: Context): Page[] => [
  page('get', '/bao-cao/:campaign/:unit/ban-in', 'report units', async (visit) =>
    print(context, visit, ownPaper(await foundFor(context, visit), visit)),
  ),
  page('get', '/bao-cao/:campaign/:unit/ban-in.docx', 'report units', async (visit) =>
    file(context, visit, ownPaper(await foundFor(context, visit), visit)),
  ),
  page('get', '/tien-do/:campaign/:unit/ban/:number/bao-cao', 'run campaigns', async (visit) =>
    print(context, visit, await officePaper(context, visit)),
  ),
  page('get', '/tien-do/:campaign/:unit/ban/:number/bao-cao.docx', 'run campaigns', async (visit) =>
    file(context, visit, await officePaper(context, visit)),
  ),
  // A POST: it costs work, and who took it is on record.
  page('post', '/tien-do/:campaign/bao-cao', 'run campaigns', (visit) => cityFile(context, visit)),
];

/** One paper of a report, and where it is looked at. */
interface Asked {
  readonly found: Found;
  /** `null`: the draft. */
  readonly version: number | null;
  readonly documentHref: string;
  readonly back: PrintPage['back'];
}

/** The draft (`?nhap=1`), a version (`?ban=2`), or the last one; the draft while nothing was sent. */
const ownPaper = (found: Found, { query }: SignedVisit): Asked => {
  const { campaign, report } = found;
  const path = reportPath(campaign.code, report.unitCode);
  const wantsDraft = query.get('nhap') === '1' || (!query.has('ban') && report.lastVersion === 0);
  const version = wantsDraft ? null : numbered(query.get('ban') ?? String(report.lastVersion));
  const which = version === null ? 'nhap=1' : `ban=${version}`;
  return {
    found,
    version,
    documentHref: `${path}/ban-in.docx?${which}`,
    back: { href: path, label: printWords.backToReport },
  };
};

const officePaper = async ({ db }: Context, { params }: SignedVisit): Promise<Asked> => {
  const found = await reportFound(db, params.campaign ?? '', params.unit ?? '');
  const version = numbered(params.number ?? '');
  const path = `/tien-do/${found.campaign.code}/${found.report.unitCode}`;
  return {
    found,
    version,
    documentHref: `${path}/ban/${version}/bao-cao.docx`,
    back: { href: `${path}?ban=${version}`, label: printWords.backToReport },
  };
};

const numbered = (text: string): number => {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new Problem('not-found');
  return Number(text);
};

const wanted = ({ found, version }: Asked, { baseUrl, now }: SignedVisit) => ({
  reportId: found.report.id,
  version,
  baseUrl,
  at: now,
});

const print = async (context: Context, visit: SignedVisit, asked: Asked): Promise<Answer> => {
  const paper = unitPaper(await unitReportOf(context.db, wanted(asked, visit)));
  const foot = paper.sections[0]?.foot;
  return view<PrintPage>('papers/print', printWords.title, {
    styles: ['paper'],
    heading: printWords.heading(asked.found.report.unitName, asked.version),
    note: noteOf(asked),
    paper,
    qr: foot ? await qrImage(foot.address) : null,
    documentHref: asked.documentHref,
    back: asked.back,
  });
};

const noteOf = ({ found, version }: Asked): string | null => {
  if (version === null) return printWords.draft;
  const { lastVersion } = found.report;
  return version === lastVersion ? null : printWords.replaced(lastVersion);
};

const file = async (context: Context, visit: SignedVisit, asked: Asked): Promise<Answer> => {
  const { fileName, bytes } = await context.workers.unitPaper(wanted(asked, visit));
  return { kind: 'file', fileName, type: documentType, bytes };
};

const cityFile = async (context: Context, visit: SignedVisit): Promise<Answer> => {
  const campaign = await campaignFor(context, visit);
  return exported(context, visit, wantedFile(cityReportKind, campaign.id));
};
