import { countCheck, forgetCheck } from '../accounts/throttle.ts';
import type { Context } from '../context.ts';
import { Problem } from '../kit/problem.ts';
import { countText } from '../kit/ratio.ts';
import { dateTimeText } from '../kit/time.ts';
import { lateBadge } from '../reports/head.ts';
import { checkWords } from '../strings/print-page.ts';
import { onTimeBadge } from '../strings/reports.ts';
import { tidyLine } from '../vietnamese/text.ts';
import { statusOf } from '../web/errors.ts';
import { errorLine, submit } from '../web/forms.ts';
import { type Answer, openPage, type Page, redirect, type Visit, view } from '../web/page.ts';
import { codePath, codeText, codeTyped } from './check-code.ts';
import { type CheckedPaper, paperWithCode } from './check-codes-store.ts';
import type { CheckPage } from './pages.ts';

/** For anybody who holds a printed report: is it still the newest? Nothing personal is told. */
export const checkPages = (context: Context): Page[] => [
  openPage('get', '/kiem-tra', (visit) => {
    const typed = tidyLine(visit.query.get('ma') ?? '');
    if (!visit.query.has('ma')) return Promise.resolve(answer('', null));
    return submit(
      () => Promise.resolve(redirect(codePath(codeOf(typed)))),
      (problem) => Promise.resolve(answer(typed, null, problem)),
    );
  }),
  openPage('get', '/kiem-tra/:code', (visit) => {
    const typed = tidyLine(visit.params.code ?? '');
    return submit(
      async () => {
        const code = codeOf(typed);
        return answer(codeText(code), await paperFor(context, visit, code));
      },
      (problem) => Promise.resolve(answer(typed, null, problem)),
    );
  }),
];

const codeOf = (typed: string): string => {
  if (typed === '') throw new Problem('check-code-missing', 'ma');
  const code = codeTyped(typed);
  if (code === undefined) throw new Problem('check-code-unfit', 'ma');
  return code;
};

/** Codes that stand for nothing are counted like wrong passwords, so that nobody walks through them all. */
const paperFor = async (
  { db }: Context,
  { doer, now }: Visit,
  code: string,
): Promise<CheckedPaper> => {
  await countCheck(db, doer.address, now);
  const paper = await paperWithCode(db, code);
  if (!paper) throw new Problem('check-code-unknown', 'ma');
  await forgetCheck(db, doer.address);
  return paper;
};

const answer = (code: string, paper: CheckedPaper | null, refusal?: Problem): Answer =>
  view<CheckPage>(
    'papers/check',
    checkWords.title,
    {
      noindex: true,
      errors: refusal ? [errorLine(refusal)] : [],
      code,
      found: paper && foundOf(paper),
    },
    refusal ? statusOf(refusal) : 200,
  );

const foundOf = (paper: CheckedPaper): CheckPage['found'] => {
  const isNewest = paper.version === paper.lastVersion;
  return {
    unit: paper.unitName,
    campaign: paper.campaignTitle,
    receipt: countText(paper.receipt),
    version: countText(paper.version),
    sentAt: dateTimeText(paper.sentAt),
    punctuality: lateBadge(paper) ?? onTimeBadge,
    isNewest,
    standing: isNewest
      ? checkWords.newest
      : checkWords.replaced(paper.lastVersion, dateTimeText(paper.lastSentAt)),
  };
};
