import { fileURLToPath } from 'node:url';
import { followParent } from './follow-parent.js';
import { ready } from './ready.js';

/**
 * The front door of every command: makes a fresh clone runnable, then hands over to the built
 * product in this same process, so that signals and the exit code are its own.
 */
followParent();
await ready();
process.setSourceMapsEnabled(true);
const main = new URL('../dist/src/main.js', import.meta.url);
process.argv[1] = fileURLToPath(main);
await import(main.href);
