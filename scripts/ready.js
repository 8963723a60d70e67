import { build, isBuilt } from './build.js';
import { install, isInstalled } from './install.js';
import { alone } from './lock.js';
import { requireNode } from './node-version.js';

/**
 * Makes the project runnable: installs from the lock file and builds, both only when something is
 * missing or has changed. Ends the process with a plain sentence when that fails.
 * @param {{ development?: boolean }} [options] `development` brings the tools for tests as well
 */
export const ready = async ({ development = false } = {}) => {
  requireNode();
  if (isInstalled(development) && isBuilt()) return;
  await alone(() => {
    if (!isInstalled(development)) install(development);
    if (!isBuilt()) build();
  });
};
