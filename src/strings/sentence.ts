import { countText } from '../kit/ratio.ts';

/** A sentence, or how one is made from the details of an occasion. */
export type Details = Readonly<Record<string, string | number>>;
export type Sentence = string | ((details: Details) => string);

export const say = (sentence: Sentence, details: Details): string =>
  typeof sentence === 'string' ? sentence : sentence(details);

/** A figure inside a sentence: whole numbers with their thousands marked. */
export const figure = (value: string | number | undefined): string =>
  typeof value === 'number' ? countText(value) : String(value ?? '');

/** A category inside a sentence. */
export const lower = (word: string | number | undefined): string =>
  String(word ?? '').toLocaleLowerCase('vi');

/** A typed text inside a sentence, cut when it is long. */
export const short = (text: string | number | undefined): string => {
  const whole = String(text ?? '');
  return whole.length > 40 ? `${whole.slice(0, 40)}…` : whole;
};
