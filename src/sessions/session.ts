/** A session ends after this long without a request. */
export const sessionIdleSeconds = 60 * 60;

/** Browsers by a word of their `User-Agent`; those that pretend to be another one come before it. */
const browsers = [
  [/coc_coc_browser|CocCoc/i, 'Cốc Cốc'],
  [/Zalo/i, 'Zalo'],
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/OPR\/|Opera/, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
] as const;

const machines = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Macintosh|Mac OS X/, 'máy Mac'],
  [/CrOS/, 'Chromebook'],
  [/Linux/, 'Linux'],
] as const;

/** Browser and machine in words: `Chrome, Windows`. What a browser says of itself is only a hint. */
export const browserName = (agent: string): string => {
  const browser = browsers.find(([pattern]) => pattern.test(agent))?.[1];
  const machine = machines.find(([pattern]) => pattern.test(agent))?.[1];
  return [browser ?? 'Trình duyệt khác', ...(machine ? [machine] : [])].join(', ');
};
