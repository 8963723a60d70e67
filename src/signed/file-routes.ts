import type { Context } from '../context.ts';
import { Problem } from '../kit/problem.ts';
import { type Answer, type Page, page, type SignedVisit } from '../web/page.ts';
import { signedFileName } from './file-names.ts';
import { fileFor, type Way, ways } from './found-signed.ts';
import { mediaTypes } from './signed.ts';
import { contentOf, previewOf, signedFilesOf } from './store.ts';

/** The files of signed copies and their small pictures, for the unit that owns them and for the office. */
export const signedFilePages = (context: Context): Page[] =>
  ways.flatMap((way) => [
    page('get', `${way.place}/:file`, way.audience, (visit) => file(context, way, visit)),
    page('get', `${way.place}/:file/nho.jpg`, way.audience, (visit) => small(context, way, visit)),
  ]);

const file = async (context: Context, way: Way, visit: SignedVisit): Promise<Answer> => {
  const found = await way.found(context, visit);
  const { id, kind, version, versionId } = await fileFor(context, found, visit);
  const bytes = await contentOf(context.db, id);
  if (!bytes) throw new Problem('not-found');
  const number = (await signedFilesOf(context.db, versionId)).findIndex((one) => one.id === id) + 1;
  const of = { unit: found.report.unitCode, campaign: found.campaign.code, version };
  const fileName = signedFileName(of, number, kind);
  return { kind: 'foreign-file', fileName, type: mediaTypes[kind], bytes };
};

const small = async (context: Context, way: Way, visit: SignedVisit): Promise<Answer> => {
  const { id } = await fileFor(context, await way.found(context, visit), visit);
  const bytes = await previewOf(context.db, id);
  if (!bytes) throw new Problem('not-found');
  return { kind: 'picture', type: 'image/jpeg', bytes };
};
