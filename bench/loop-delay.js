import { monitorEventLoopDelay } from 'node:perf_hooks';

/** Loaded into the server before it starts: answers each message with the longest delay since the last, and the one that 99 of 100 did not exceed. */
const resolution = 2;
const delay = monitorEventLoopDelay({ resolution });
delay.enable();
process.on('message', () => {
  const longest = Math.max(0, delay.max / 1e6 - resolution);
  const p99 = Math.max(0, delay.percentile(99) / 1e6 - resolution);
  process.send?.({ longest, p99 });
  delay.reset();
});
process.channel?.unref();
