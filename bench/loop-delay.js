import { monitorEventLoopDelay } from 'node:perf_hooks';

/** Loaded into the server before it starts: answers each message with the longest delay since the last. */
const resolution = 2;
const delay = monitorEventLoopDelay({ resolution });
delay.enable();
process.on('message', () => {
  process.send?.({ longest: Math.max(0, delay.max / 1e6 - resolution) });
  delay.reset();
});
process.channel?.unref();
