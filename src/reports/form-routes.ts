import type { Context } from '../context.ts';
import { numberOf, rawOf } from '../kit/fields.ts';
import type { Problem } from '../kit/problem.ts';
import { timeText } from '../kit/time.ts';
import { keepList } from '../lists/store.ts';
import { problemText } from '../strings/problems.ts';
import { statusOf } from '../web/errors.ts';
import { submit } from '../web/forms.ts';
import { type Answer, data, type Page, page, redirect, type SignedVisit } from '../web/page.ts';
import { checkDraft } from './check.ts';
import { conflict } from './conflict.ts';
import { tidyDraft } from './draft.ts';
import { draftOf } from './draft-store.ts';
import { blankRows, type FormContent, formPage } from './form-answer.ts';
import type { Shown } from './form-page.ts';
import { foundFor, mayEdit, signedDoer } from './found.ts';
import { reportPath } from './head.ts';
import { draftFromForm, withoutRow } from './read-draft.ts';
import { saveDraft } from './save-draft.ts';
import { sentPage } from './sent-page.ts';
import type { Found } from './store.ts';

const mostBlankRows = 200;

/** The form of a unit's report: entering, saving by hand and by itself, two people at once. */
export const formPages = (context: Context): Page[] => [
  page('get', '/bao-cao/:campaign/:unit', 'enter reports', (visit) => open(context, visit)),
  page(
    'post',
    '/bao-cao/:campaign/:unit',
    'enter reports',
    (visit) => save(context, visit),
    'list',
  ),
  page(
    'post',
    '/bao-cao/:campaign/:unit/nhap',
    'enter reports',
    (visit) => autosave(context, visit),
    'list',
  ),
];

const open = async (context: Context, visit: SignedVisit): Promise<Answer> => {
  const found = await foundFor(context, visit);
  if (!mayEdit(found, visit)) return sentPage(context, found, visit);
  const draft = tidyDraft(await draftOf(context.db, found.report.id), found.campaign.categories);
  const asked = Number(visit.query.get('dong') ?? blankRows);
  const blank = asked > 0 && asked <= mostBlankRows ? asked : blankRows;
  const shown = { withFaults: visit.query.has('loi'), blank };
  return formPage(context, found, visit, { draft, shown });
};

const save = async (context: Context, visit: SignedVisit): Promise<Answer> => {
  const found = await foundFor(context, visit);
  return submit(
    () => saveAndGoOn(context, found, visit),
    (problem) => refused(context, found, visit, problem),
  );
};

/** Saves what the form holds, then does what the pressed button says. */
const saveAndGoOn = async (context: Context, found: Found, visit: SignedVisit): Promise<Answer> => {
  const { form } = visit;
  const posted = withoutRow(draftFromForm(form, found.campaign), numberOf(form, 'remove'));
  const revision = numberOf(form, 'revision');
  const { draft } = await saveDraft(context.db, found, posted, revision, signedDoer(visit));
  const path = reportPath(found.campaign.code, found.report.unitCode);
  if (form.has('remove')) return redirect(`${path}#danh-sach`);
  switch (rawOf(form, 'action')) {
    case 'more':
      return redirect(`${path}?dong=${2 * blankRows}#danh-sach`);
    case 'paste':
      return redirect(await keptPaste(context, found, visit));
    case 'check':
      if (checkDraft(draft, found.campaign).faults.length === 0) return redirect(`${path}/xem-lai`);
      return again(context, visit, { draft, shown: { ...asSaved, withFaults: true } });
    default:
      return redirect(path);
  }
};

/** A pasted list is looked at before it goes into the draft, like a file: where that happens. */
const keptPaste = async (context: Context, found: Found, visit: SignedVisit): Promise<string> => {
  const path = reportPath(found.campaign.code, found.report.unitCode);
  const pasted = rawOf(visit.form, 'pasted');
  if (pasted.trim() === '') return `${path}#danh-sach`;
  const list = { fileName: '', bytes: new TextEncoder().encode(pasted) };
  const sender = { reportId: found.report.id, accountId: visit.actor.accountId, at: visit.now };
  return `${path}/tai-len/${await keepList(context.db, list, sender)}`;
};

const asSaved: Shown = { withFaults: false, blank: blankRows };

/** The same page once more, because something on it must be mended. */
const again = async (context: Context, visit: SignedVisit, content: FormContent): Promise<Answer> =>
  formPage(context, await foundFor(context, visit), visit, content, 422);

/** The page again when saving was refused; what was typed is on it. */
const refused = async (
  context: Context,
  before: Found,
  visit: SignedVisit,
  problem: Problem,
): Promise<Answer> => {
  if (problem.code === 'too-many-rows') throw problem;
  const typed = tidyDraft(draftFromForm(visit.form, before.campaign), before.campaign.categories);
  const found = await foundFor(context, visit);
  if (problem.code === 'draft-changed-elsewhere') return conflict(context, found, visit, typed);
  return sentPage(context, found, visit, problem, typed);
};

/** Saves in the background and answers with data: the new revision, or what is wrong. */
const autosave = async (context: Context, visit: SignedVisit): Promise<Answer> => {
  const found = await foundFor(context, visit);
  const typed = draftFromForm(visit.form, found.campaign);
  const revision = numberOf(visit.form, 'revision');
  return submit(
    async () => {
      const saved = await saveDraft(context.db, found, typed, revision, signedDoer(visit));
      return data({ revision: saved.revision, savedAt: timeText(visit.now) });
    },
    (problem) =>
      data(
        { text: problemText(problem), code: problem.code, ...problem.details },
        statusOf(problem),
      ),
  );
};
