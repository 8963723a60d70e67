import type { Context } from '../context.ts';
import { lineOf } from '../kit/fields.ts';
import { Problem } from '../kit/problem.ts';
import { statusOf } from '../web/errors.ts';
import { errorLine, submit } from '../web/forms.ts';
import { newOccasion, occasionOf } from '../web/occasion.ts';
import { type Answer, openPage, type Page, redirect, type Visit, view } from '../web/page.ts';
import { mailsLeave } from './mail-readiness.ts';
import type { LinkRequestPage } from './pages.ts';
import { askedLinkSeconds, requestLink } from './request-link.ts';

const path = '/nhan-lien-ket';

/** Asking for a one-time link by mail. The answer never tells whether there is such an account. */
export const linkRequestPages = (context: Context): Page[] => [
  openPage('get', path, async (visit) =>
    visit.actor ? redirect('/') : requestPage(await mailsLeave(context), visit),
  ),
  openPage('post', path, async (visit) => {
    // Nothing is written that could not leave before its link has run out.
    if (!(await mailsLeave(context))) return redirect(path);
    return submit(
      () => request(context, visit),
      (problem) => requestPage(true, visit, problem),
    );
  }),
];

const longestIdentifier = 200;

const request = async (context: Context, visit: Visit): Promise<Answer> => {
  const identifier = lineOf(visit.form, 'identifier').slice(0, longestIdentifier);
  if (identifier === '') throw new Problem('identifier-missing', 'identifier');
  const secret = context.config.sessionSecret;
  const occasion = occasionOf(visit.form);
  await requestLink(context.db, { identifier, secret, occasion }, visit.doer);
  context.post.wake();
  return redirect(`${path}?da-gui=1`);
};

const requestPage = (possible: boolean, visit: Visit, problem?: Problem): Answer =>
  view<LinkRequestPage>(
    'accounts/link-request',
    'Nhận liên kết đăng nhập',
    {
      errors: problem ? [errorLine(problem)] : [],
      possible,
      asked: visit.query.has('da-gui'),
      minutes: askedLinkSeconds / 60,
      identifier: lineOf(visit.form, 'identifier'),
      occasion: newOccasion(),
    },
    problem ? statusOf(problem) : 200,
  );
