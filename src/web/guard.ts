import { csrfSync } from 'csrf-sync';
import type { Request } from 'express';
import { type Actor, can } from '../accounts/account.ts';
import { Problem } from '../kit/problem.ts';
import type { Audience } from './page.ts';

const csrf = csrfSync({
  getTokenFromRequest: (request) =>
    request.body instanceof URLSearchParams ? request.body.get('_csrf') : null,
});

/** The token that this visitor's forms carry; made once for each session. */
export const csrfToken = (request: Request): string => csrf.generateToken(request);

/** The posted form carries this session's token. */
export const hasToken = (request: Request): boolean => csrf.isRequestValid(request);

/** Refuses a form that comes from another site. Every browser we serve sends `Origin` with a POST. */
export const refuseForeign = (request: Request, baseUrl: string): void => {
  if (request.get('origin') !== new URL(baseUrl).origin) throw new Problem('form-from-elsewhere');
};

/** The one place where a page's audience meets the person. Throws `signed-out` or `not-allowed`. */
export const allow = (audience: Audience, actor: Actor | null): void => {
  if (audience === 'anyone') return;
  if (!actor) throw new Problem('signed-out');
  if (audience !== 'signed-in' && !can(actor, audience)) throw new Problem('not-allowed');
};
