import { ready } from './ready.js';
import { runTool } from './run-tool.js';

/** `npm test`: everything on a fresh clone; further words go to the test runner. */
await ready({ development: true });
runTool('vitest/vitest.mjs', ['run', ...process.argv.slice(2)]);
