import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the product: where `package.json`, `views` and `public` lie, for sources and build alike. */
export const root: string = ((start: string): string => {
  let folder = start;
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
})(dirname(fileURLToPath(import.meta.url)));
