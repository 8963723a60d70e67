/**
 * Under `npm start` a shell stands between npm and this process. A SIGTERM for npm ends that shell
 * and goes no further, so its end is taken as the signal.
 */
export const followParent = () => {
  if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return;
  const parent = process.ppid;
  const look = () => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  };
  const timer = setInterval(look, 250).unref();
};
