import type { HeldPage, SignInPage } from '../accounts/pages.ts';
import { Problem } from '../kit/problem.ts';
import { noticeText } from '../strings/notices.ts';
import { problemText } from '../strings/problems.ts';
import { type Answer, data, type Page, redirect, type Visit, view } from './page.ts';

/**
 * The session ended, or another one began, while somebody was at work. A page is opened again after
 * signing in; a form is held, so that what was typed can be sent with one click.
 */
export const interrupted = (page: Page, visit: Visit): Answer => {
  if (visit.wantsData) return data({ text: problemText(new Problem('signed-out')) }, 401);
  // A chosen file can't be held, so it has to be chosen again.
  const isLost = page.size === 'upload' || page.size === 'uploads';
  if (page.method === 'get' || (isLost && !visit.actor))
    return redirect(`/dang-nhap?tiep=${encodeURIComponent(visit.path)}`);
  if (page.audience === 'anyone' || isLost) throw new Problem('form-outdated');
  const fields = [...visit.form].filter(([name]) => name !== '_csrf');
  const form = { path: visit.path, fields };
  if (visit.actor) return view<HeldPage>('accounts/held', 'Tiếp tục', { form });
  return view<SignInPage>(
    'accounts/sign-in',
    'Đăng nhập',
    { errors: [], notice: noticeText['session-ended'], identifier: '', back: '', held: form },
    401,
  );
};
