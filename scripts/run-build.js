import { ready } from './ready.js';

/** `npm run build`: makes `dist` ready for a start, without starting. */
await ready();
