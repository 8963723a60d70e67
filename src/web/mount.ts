import express, { type Request, type RequestHandler, type Response, type Router } from 'express';
import type { Context } from '../context.ts';
import { Problem } from '../kit/problem.ts';
import { chromeOf } from './chrome-of.ts';
import { giveUploaded } from './give-file.ts';
import { allow, csrfToken, hasToken, refuseForeign } from './guard.ts';
import { interrupted } from './interrupted.ts';
import type { Answer, Page, SignedVisit, Visit } from './page.ts';
import { readUpload } from './upload.ts';
import { readUploads } from './uploads.ts';
import { renderAround } from './views.ts';
import { visitOf } from './visit.ts';

/** The largest forms that are read, in bytes. 2,000 rows of four columns come to about 0.5 MB. */
const largest = { small: '100kb', list: '2mb', upload: '100kb', uploads: '100kb' } as const;

/** Puts pages on the router: fields → person → audience → the page's answer → the response. */
export const mount = (router: Router, context: Context, pages: readonly Page[]): void => {
  for (const page of pages)
    router[page.method](page.path, ...bodyOf(context, page), async (request, response) => {
      const visit = visitOf(context, request);
      const answer = await answerOf(page, request, visit);
      await give(context, answer, { request, response, visit });
    });
};

const bodyOf = (context: Context, page: Page): RequestHandler[] => {
  if (page.method === 'get') return [];
  const type = 'application/x-www-form-urlencoded';
  const fields = express.text({ type, limit: largest[page.size] });
  const files = { upload: readUpload, uploads: readUploads };
  if (page.size === 'upload' || page.size === 'uploads')
    return [askedBefore(context, page), fields, files[page.size], asFields];
  return [fields, asFields];
};

/** Megabytes are read from people only who may send them. */
const askedBefore =
  (context: Context, page: Page): RequestHandler =>
  async (request, response, next) => {
    const visit = visitOf(context, request);
    const stopped = stoppedAtDoor(page, request, visit);
    if (stopped) await give(context, stopped, { request, response, visit });
    else next();
  };

const asFields: RequestHandler = (request, _response, next) => {
  request.body = new URLSearchParams(fieldsOf(request.body));
  next();
};

/** A form's text, or the fields that stood beside a file. */
const fieldsOf = (body: unknown): string | [string, string][] => {
  if (typeof body === 'string') return body;
  const fields = Object.entries(body ?? {});
  return fields.filter((field): field is [string, string] => typeof field[1] === 'string');
};

/** Our own form, by somebody of the page's audience? What is answered instead, or `undefined`. */
const stoppedAtDoor = (page: Page, request: Request, visit: Visit): Answer | undefined => {
  if (page.method === 'post') refuseForeign(request, visit.baseUrl);
  if (page.audience !== 'anyone' && !visit.actor) return interrupted(page, visit);
  allow(page.audience, visit.actor);
  return undefined;
};

const answerOf = async (page: Page, request: Request, visit: Visit): Promise<Answer> => {
  const stopped = stoppedAtDoor(page, request, visit);
  if (stopped) return stopped;
  if (page.method === 'post' && !hasToken(request)) return interrupted(page, visit);
  return page.answer(visit as SignedVisit);
};

interface Exchange {
  readonly request: Request;
  readonly response: Response;
  readonly visit: Visit;
}

const give = async (context: Context, answer: Answer, exchange: Exchange): Promise<void> => {
  const { response } = exchange;
  response.set('Cache-Control', 'no-store');
  switch (answer.kind) {
    case 'view':
      await giveView(context, answer, exchange);
      break;
    case 'redirect':
      response.redirect(303, answer.to);
      break;
    case 'data':
      response.status(answer.status).json(answer.body);
      break;
    case 'file':
      response.attachment(answer.fileName).type(answer.type).send(Buffer.from(answer.bytes));
      break;
    case 'foreign-file':
    case 'picture':
    case 'stream':
      await giveUploaded(context, answer, exchange);
      break;
    case 'empty':
      response.status(204).end();
  }
};

const giveView = async (
  context: Context,
  answer: Extract<Answer, { kind: 'view' }>,
  { request, response, visit }: Exchange,
): Promise<void> => {
  const { title } = answer;
  const around = { title, path: visit.path, actor: visit.actor, csrf: () => csrfToken(request) };
  const chrome = await chromeOf(context, around);
  response
    .status(answer.status)
    .type('html')
    .send(await renderAround(answer.view, { ...answer.model, chrome }, answer.kept));
};

/** No page answers here. */
export const nothingHere: RequestHandler = () => {
  throw new Problem('not-found');
};
