import { tidyLine } from '../vietnamese/text.ts';

/** A posted field exactly as sent (passwords, longer texts). Missing: ''. Sent more than once: the last one counts. */
export const rawOf = (form: URLSearchParams, name: string): string =>
  form.getAll(name).at(-1) ?? '';

/** A posted field of one line, tidied. */
export const lineOf = (form: URLSearchParams, name: string): string => tidyLine(rawOf(form, name));

/** A whole number from 0 up, or -1 when the field holds anything else. */
export const numberOf = (form: URLSearchParams, name: string): number => {
  const text = rawOf(form, name);
  return /^\d{1,9}$/.test(text) ? Number(text) : -1;
};
