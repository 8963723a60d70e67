import { ready } from './ready.js';
import { runTool } from './run-tool.js';

/** `npm run dev`: serves from the sources and starts anew when one of them, a view or a style changes. */
await ready({ development: true });
runTool('tsx/dist/cli.mjs', [
  'watch',
  '--include',
  'views/**/*',
  'src/main.ts',
  'serve',
  ...process.argv.slice(2),
]);
