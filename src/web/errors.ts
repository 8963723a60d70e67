import type { ErrorRequestHandler, Request } from 'express';
import type { Context } from '../context.ts';
import { Problem, type ProblemCode } from '../kit/problem.ts';
import { problemText } from '../strings/problems.ts';
import type { Chrome } from './chrome.ts';
import { chromeOf } from './chrome-of.ts';
import { csrfToken } from './guard.ts';
import { render } from './views.ts';
import { wantsData } from './visit.ts';

/** errors/problem */
export interface ProblemPage {
  readonly chrome: Chrome;
  readonly heading: string;
  readonly text: string;
  /** Told to support; the log line of this request carries the same. */
  readonly requestId: string | null;
  readonly links: readonly { readonly href: string; readonly label: string }[];
}

const statuses: Partial<Record<ProblemCode, number>> = {
  'not-found': 404,
  'signed-out': 401,
  'not-allowed': 403,
  'form-from-elsewhere': 403,
  'form-outdated': 403,
  'form-too-large': 413,
  'too-many-rows': 413,
  'form-unreadable': 400,
  'sign-in-throttled': 429,
  'link-request-throttled': 429,
  'check-code-unknown': 404,
  'check-throttled': 429,
  'state-changed': 409,
  'draft-changed-elsewhere': 409,
  'draft-locked': 409,
  'signed-newer-version': 409,
  'claim-rows-changed': 409,
  'claim-decided-meanwhile': 409,
  'claim-undone-already': 409,
  'campaign-changed-elsewhere': 409,
  'unit-changed-elsewhere': 409,
  'mail-settings-changed': 409,
  'mailbox-changed': 409,
  'mail-sent-already': 409,
  'mail-being-sent': 409,
  'test-mail-throttled': 429,
  'mail-text-changed-elsewhere': 409,
  'export-busy': 503,
  'upload-busy': 503,
};

/** The HTTP status of a refusal; 422 where the form itself is at fault. */
export const statusOf = (problem: Problem): number => statuses[problem.code] ?? 422;

const headings: Record<number, string> = {
  400: 'Không đọc được nội dung gửi lên',
  401: 'Cần đăng nhập lại',
  403: 'Không mở được trang này',
  404: 'Không tìm thấy trang',
  409: 'Báo cáo đã thay đổi',
  413: 'Nội dung quá lớn',
  429: 'Thử lại sau ít phút',
  500: 'Có trục trặc ở máy chủ',
  503: 'Máy chủ đang bận',
};

const ownFault =
  'Đây không phải lỗi của anh/chị. Bản nháp đã lưu còn nguyên. Thử lại sau ít phút; nếu vẫn vậy, gọi phòng Nội vụ và đọc mã bên dưới.';

/** One page for everything that went wrong outside a form: refusals in words, bugs with a number to tell. */
export const showErrors =
  (context: Context): ErrorRequestHandler =>
  async (failure: unknown, request, response, next) => {
    if (response.headersSent) return next(failure);
    const problem = asProblem(failure);
    const status = problem ? statusOf(problem) : 500;
    if (!problem) context.log.error({ id: request.id, err: failure }, 'request failed');
    const text = problem ? problemText(problem) : ownFault;
    if (wantsData(request)) {
      response.status(status).json({ text });
      return;
    }
    const heading = headings[status] ?? 'Chưa làm được';
    const page: Omit<ProblemPage, 'chrome'> = {
      heading,
      text,
      requestId: problem ? null : request.id,
      links: [{ href: '/', label: 'Về trang đầu' }],
    };
    const chrome = await chromeFor(context, request, heading);
    response.status(status).type('html');
    response.send(await render('errors/problem', { ...page, chrome }));
  };

const chromeFor = (context: Context, request: Request, title: string): Promise<Chrome> => {
  // A request that fails before its session was read has none.
  const actor = request.session?.actor ?? null;
  return chromeOf(context, { title, path: request.path, actor, csrf: () => csrfToken(request) });
};

/** Express's and body-parser's own refusals, in our words. */
const asProblem = (failure: unknown): Problem | undefined => {
  if (failure instanceof Problem) return failure;
  const status = failure instanceof Error && 'status' in failure ? failure.status : undefined;
  if (status === 413) return new Problem('form-too-large');
  if (status === 404) return new Problem('not-found');
  if (typeof status === 'number' && status >= 400 && status < 500)
    return new Problem('form-unreadable');
  return undefined;
};
