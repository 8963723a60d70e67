import type { Context } from '../context.ts';
import { numberOf } from '../kit/fields.ts';
import { Problem } from '../kit/problem.ts';
import { dateTimeText } from '../kit/time.ts';
import { signedDoer } from '../reports/found.ts';
import type { Found } from '../reports/store.ts';
import { signedText } from '../strings/signed.ts';
import { statusOf } from '../web/errors.ts';
import { errorLine, submit } from '../web/forms.ts';
import { type Answer, type Page, page, redirect, type SignedVisit, view } from '../web/page.ts';
import { mostMegabytes } from '../web/upload.ts';
import { fileLines, standingOf } from './copy-page.ts';
import { type Way, ways } from './found-signed.ts';
import { keepScans, moveFile, takeAway } from './keep.ts';
import type { SignedCopyPage } from './pages.ts';
import type { Scan } from './signed.ts';
import { signedFilesOf, versionOf } from './store.ts';

/** The signed copy of a report: seeing it, adding files, their order, taking one away. */
export const signedCopyPages = (context: Context): Page[] =>
  ways.flatMap((way) => {
    const { place, audience } = way;
    const changing = (word: string, change: Change) =>
      page('post', `${place}/:file/${word}`, audience, (visit) =>
        changed({ context, way, visit }, change),
      );
    return [
      page('get', place, audience, (visit) => copyPage({ context, way, visit })),
      page('post', place, audience, (visit) => upload({ context, way, visit }), 'uploads'),
      changing('bo', { done: 'bo', make: takeAway }),
      changing('len', { done: 'thu-tu', make: (db, seen, doer) => moveFile(db, seen, 'up', doer) }),
      changing('xuong', {
        done: 'thu-tu',
        make: (db, seen, doer) => moveFile(db, seen, 'down', doer),
      }),
    ];
  });

interface Asked {
  readonly context: Context;
  readonly way: Way;
  readonly visit: SignedVisit;
}

interface Refused {
  readonly problems: readonly Problem[];
  readonly notice?: string;
}

const notices: Readonly<Record<string, string>> = {
  'da-co': signedText.known,
  bo: signedText.removed,
  'thu-tu': signedText.moved,
};

const noticeOf = ({ query }: SignedVisit): string | null => {
  const done = query.get('xong') ?? '';
  return /^\d{1,2}$/.test(done) ? signedText.added(Number(done)) : (notices[done] ?? null);
};

const copyPage = async (
  { context, way, visit }: Asked,
  refused: Refused = { problems: [] },
): Promise<Answer> => {
  const found = await way.found(context, visit);
  const { report, campaign } = found;
  const version = await versionOf(context.db, report.id, report.lastVersion);
  const files = version ? await signedFilesOf(context.db, version.id) : [];
  const path = `${way.reportPath(found)}/ban-ky`;
  const [problem] = refused.problems;
  return view<SignedCopyPage>(
    'signed/copy',
    signedText.title,
    {
      errors: refused.problems.map(errorLine),
      notice: refused.notice ?? (problem ? null : noticeOf(visit)),
      unit: report.unitName,
      campaign: campaign.title,
      back: { href: way.reportPath(found), label: backLabels[way.side] },
      path,
      version: version ? { number: version.number, sentAt: dateTimeText(version.sentAt) } : null,
      files: fileLines(files, path),
      ...standingOf(report, way.side, files),
    },
    problem ? statusOf(problem) : 200,
  );
};

const backLabels = { unit: 'Về báo cáo', office: 'Về báo cáo của đơn vị' } as const;

const upload = (asked: Asked): Promise<Answer> =>
  submit(
    async () => {
      const { context, way, visit } = asked;
      const found = await way.found(context, visit);
      const { scans, problems } = await lookedThrough(context, visit);
      const added = scans.length > 0 ? await kept(asked, found, scans) : 0;
      if (problems.length > 0)
        return copyPage(asked, {
          problems,
          ...(added > 0 && { notice: signedText.someAdded(added) }),
        });
      return redirect(`${way.reportPath(found)}/ban-ky?xong=${added > 0 ? added : 'da-co'}`);
    },
    (problem) => copyPage(asked, { problems: [problem] }),
  );

const kept = ({ context, visit }: Asked, { report }: Found, scans: readonly Scan[]) => {
  const seen = { reportId: report.id, version: numberOf(visit.form, 'version') };
  return keepScans(context.db, seen, scans, signedDoer(visit));
};

/** Each file by itself, so that a bad one does not cost the good ones. Throws when nothing was chosen. */
const lookedThrough = async ({ workers }: Context, visit: SignedVisit) => {
  const { files, tooLarge } = visit.uploads();
  const problems = tooLarge.map(
    (file) => new Problem('scan-too-large', 'file', { file, most: mostMegabytes }),
  );
  const scans: Scan[] = [];
  for (const { name, bytes } of files)
    try {
      scans.push(await workers.scan(bytes));
    } catch (failure) {
      if (!(failure instanceof Problem)) throw failure;
      problems.push(new Problem(failure.code, 'file', { ...failure.details, file: name }));
    }
  return { scans, problems };
};

interface Change {
  /** What the page says afterwards. */
  readonly done: string;
  readonly make: typeof takeAway;
}

const changed = (asked: Asked, { done, make }: Change): Promise<Answer> =>
  submit(
    async () => {
      const { context, way, visit } = asked;
      const found = await way.found(context, visit);
      const version = numberOf(visit.form, 'version');
      const fileId = visit.params.file ?? '';
      const seen = { reportId: found.report.id, version, fileId, side: way.side };
      await make(context.db, seen, signedDoer(visit));
      return redirect(`${way.reportPath(found)}/ban-ky?xong=${done}`);
    },
    (problem) => copyPage(asked, { problems: [problem] }),
  );
