import { join } from 'node:path';
import express, { Router } from 'express';
import { root } from '../root.ts';

const fonts = join(root, 'node_modules/@fontsource-variable/noto-sans/files');
const keeping = { maxAge: '1h', index: false };

/** What the browser fetches beside pages; nothing comes from elsewhere. */
export const assets = (): Router => {
  const router = Router();
  router.use('/assets/fonts', express.static(fonts, { maxAge: '30d', index: false }));
  router.use('/assets', express.static(join(root, 'public'), keeping));
  return router;
};
