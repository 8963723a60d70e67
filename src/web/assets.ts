import { createHash } from 'node:crypto';
import { join } from 'node:path';
import express, { type RequestHandler, Router } from 'express';
import { root } from '../root.ts';
import { wholeStylesheet } from './stylesheet.ts';

const fonts = join(root, 'node_modules/@fontsource-variable/noto-sans/files');
const keptSeconds = 60 * 60;
const keeping = { maxAge: keptSeconds * 1000, index: false };

/** What the browser fetches beside pages; nothing comes from elsewhere. */
export const assets = (): Router => {
  const router = Router();
  router.use('/assets/fonts', express.static(fonts, { maxAge: '30d', index: false }));
  router.use('/assets/css/phuluc.css', kept(wholeStylesheet()));
  router.use('/assets', express.static(join(root, 'public'), keeping));
  return router;
};

/** Answers with this style sheet as if it were a file of `public`: its parts were joined at the start. */
const kept = (stylesheet: string): RequestHandler => {
  const bytes = Buffer.from(stylesheet);
  const etag = `W/"${createHash('sha256').update(bytes).digest('base64url')}"`;
  return ({ method, path }, response, next) => {
    if (path !== '/' || (method !== 'GET' && method !== 'HEAD')) return next();
    response.set({ 'Cache-Control': `public, max-age=${keptSeconds}`, ETag: etag });
    response.type('css').send(bytes);
  };
};
