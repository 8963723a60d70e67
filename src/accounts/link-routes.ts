import type { Context } from '../context.ts';
import { lineOf, rawOf } from '../kit/fields.ts';
import { Problem } from '../kit/problem.ts';
import { statusOf } from '../web/errors.ts';
import { errorLine, submit } from '../web/forms.ts';
import { type Answer, openPage, type Page, redirect, type Visit, view } from '../web/page.ts';
import { arrive, tokenHash } from './invitation.ts';
import { linkStanding } from './links-store.ts';
import type { LinkPage } from './pages.ts';

/** One-time links. Reading one shows whose it is; only its POST spends it, because mail scanners follow GETs. */
export const linkPages = (context: Context): Page[] => [
  openPage('get', '/lien-ket/:token', (visit) => linkPage(context, visit)),
  openPage('post', '/lien-ket/:token', (visit) =>
    submit(
      async () => {
        const arrival = {
          name: lineOf(visit.form, 'name'),
          email: lineOf(visit.form, 'email'),
          password: rawOf(visit.form, 'password'),
        };
        const token = visit.params.token ?? '';
        const link = await linkStanding(context.db, tokenHash(token), visit.now);
        await visit.signIn(await arrive(context.db, token, arrival, visit.doer));
        // The office's first account has everything to prepare yet.
        return redirect(link?.name === '' ? '/bat-dau' : '/');
      },
      (problem) => linkPage(context, visit, problem),
    ),
  ),
];

const linkPage = async (context: Context, visit: Visit, problem?: Problem): Promise<Answer> => {
  const token = visit.params.token ?? '';
  const link = await linkStanding(context.db, tokenHash(token), visit.now);
  if (!link) throw new Problem('link-spent');
  return view<LinkPage>(
    'accounts/link',
    'Liên kết đăng nhập',
    {
      errors: problem ? [errorLine(problem)] : [],
      path: `/lien-ket/${token}`,
      name: link.name,
      units: link.units,
      isFirst: link.name === '',
      hasPassword: link.hasPassword,
      typed: { name: lineOf(visit.form, 'name'), email: lineOf(visit.form, 'email') },
    },
    problem ? statusOf(problem) : 200,
  );
};
