import compression from 'compression';
import type { RequestHandler } from 'express';
import { wantsData } from './visit.ts';

/**
 * Answers come compressed, but for the few words that a script of ours asks for: those would stay as
 * they are, and getting ready for it is no small part of a save in the background.
 */
export const compressed = (): RequestHandler => {
  const compress = compression();
  return (request, response, next) => {
    if (wantsData(request)) next();
    else compress(request, response, next);
  };
};
