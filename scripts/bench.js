import { ready } from './ready.js';
import { runTool } from './run-tool.js';

/** `npm run bench`: measures the built product beside its floors; further words name the measures. */
await ready({ development: true });
runTool('tsx/dist/cli.mjs', ['bench/run.ts', ...process.argv.slice(2)]);
