import type { Context } from '../context.ts';
import { rawOf } from '../kit/fields.ts';
import { Problem } from '../kit/problem.ts';
import { dateTimeText } from '../kit/time.ts';
import type { EventLine } from '../reports/pages.ts';
import { textFaultText } from '../strings/mail-text-faults.ts';
import { textPageText } from '../strings/mail-text-page.ts';
import { statusOf } from '../web/errors.ts';
import { errorLine, submit } from '../web/forms.ts';
import { type Answer, type Page, page, redirect, type SignedVisit, view } from '../web/page.ts';
import { changeText } from './change-text.ts';
import { type TextFault, textFaults, tidyMailText } from './check-text.ts';
import { defaultTexts } from './default-texts.ts';
import type { MailKind } from './mail.ts';
import { aroundText, kindNamed, previewOf, textPath, textsList, textsPath } from './text-page.ts';
import type { TextPage, TextsPage } from './text-pages.ts';
import type { MailText } from './texts.ts';
import { ownText, ownTexts, textChanged, textChanges } from './texts-store.ts';

/** The texts of mails: the list, and each with its form, preview and history. */
export const textPages = (context: Context): Page[] => [
  page('get', textsPath, 'run campaigns', async () =>
    view<TextsPage>('mail/texts', 'Mẫu thư', textsList(await ownTexts(context.db))),
  ),
  page('get', `${textsPath}/:kind`, 'run campaigns', async (visit) => {
    const kind = kindFor(visit);
    const saved = visit.query.get('xong') === 'da-luu';
    return answer(context, kind, saved ? { notice: textPageText.saved } : {});
  }),
  page('post', `${textsPath}/:kind`, 'run campaigns', (visit) => pressed(context, visit), 'list'),
];

/** The kind that the address names. Throws `not-found`. */
const kindFor = (visit: SignedVisit): MailKind => {
  const kind = kindNamed(visit.params.kind ?? '');
  if (!kind) throw new Problem('not-found');
  return kind;
};

/** Which button was pressed: to look, to take the product's text into the form, or to keep. */
const pressed = async (context: Context, visit: SignedVisit): Promise<Answer> => {
  const kind = kindFor(visit);
  const seen = rawOf(visit.form, 'seen');
  const button = rawOf(visit.form, 'button');
  if (button === 'goc') {
    const brought = { notice: textPageText.broughtBack, typed: broughtText(kind), seen };
    return answer(context, kind, brought);
  }
  const typed = tidyMailText({
    subject: rawOf(visit.form, 'subject'),
    body: rawOf(visit.form, 'body'),
  });
  const faults = textFaults(kind, typed);
  if (faults.length > 0 || button === 'xem') return answer(context, kind, { typed, seen, faults });
  return submit(
    async () => {
      const doer = { ...visit.doer, accountId: visit.actor.accountId };
      await changeText(context.db, kind, { text: typed, seen }, doer);
      return redirect(`${textPath(kind)}?xong=da-luu`);
    },
    (problem) => answer(context, kind, { typed, problem }),
  );
};

const broughtText = (kind: MailKind): MailText =>
  defaultTexts.get(kind) ?? { subject: '', body: '' };

/** What stands in the form instead of the stored text, and what is to be said about it. */
interface Shown {
  readonly typed?: MailText;
  readonly seen?: string;
  readonly faults?: readonly TextFault[];
  readonly problem?: Problem;
  readonly notice?: string;
}

const answer = async (
  context: Context,
  kind: MailKind,
  { typed, seen, faults = [], problem, notice }: Shown,
): Promise<Answer> => {
  const own = await ownText(context.db, kind);
  const stored = own ?? broughtText(kind);
  const text = typed ?? stored;
  const around = aroundText(kind, own);
  const model = {
    ...around,
    errors: problem
      ? [errorLine(problem)]
      : faults.map((fault) => ({ field: fault.field, text: textFaultText(fault, kind) })),
    notice: notice ?? null,
    typed: text,
    seen: seen ?? own?.changedAt ?? '',
    elsewhere: problem ? stored : null,
    preview: textFaults(kind, text).length === 0 ? previewOf(kind, text) : null,
    events: await eventsOf(context, kind),
  };
  const status = problem ? statusOf(problem) : faults.length > 0 ? 422 : 200;
  return view<TextPage>('mail/texts-edit', `Mẫu thư: ${around.label}`, model, status);
};

const eventsOf = async ({ db }: Context, kind: MailKind): Promise<EventLine[]> =>
  (await textChanges(db, kind)).map(({ at, action, by }) => ({
    at: dateTimeText(at),
    who: by ?? textPageText.somebody,
    what: action === textChanged ? textPageText.changed : textPageText.restored,
    reason: null,
  }));
