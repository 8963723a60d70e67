import { countText } from '../kit/ratio.ts';

const megabyte = 1024 * 1024;

/** `812 kB`, `1,2 MB`: as people read the size of a file; one decimal from a megabyte up, at least 1 kB. */
export const sizeText = (bytes: number): string => {
  if (bytes < megabyte) return `${countText(Math.max(1, Math.round(bytes / 1024)))} kB`;
  const tenths = Math.round((bytes * 10) / megabyte);
  const whole = countText(Math.floor(tenths / 10));
  return tenths % 10 === 0 ? `${whole} MB` : `${whole},${tenths % 10} MB`;
};
