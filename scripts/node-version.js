import { giveUp } from './say.js';

/** Ends the process with a plain sentence when this Node.js is too old (see "engines"). */
export const requireNode = (version = process.versions.node) => {
  if (isRecent(version)) return;
  giveUp(
    `Node.js ${version} không dùng được. Hãy cài Node.js 20.19 trở lên, 22 hoặc 24 rồi chạy lại.`,
  );
};

/** @param {string} version */
const isRecent = (version) => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major === 20 ? minor >= 19 : major === 22 || major >= 24;
};
