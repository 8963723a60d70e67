import { tidyText } from '../vietnamese/text.ts';
import { linkSpot, type MailKind } from './mail.ts';
import { longestSubject, type Texts, type Values } from './texts.ts';

/** One mail's subject and its plain body, as they are put into the outbox. */
export interface Composed {
  readonly subject: string;
  readonly body: string;
}

/**
 * Subject and body of one mail. A paragraph whose placeholders are all empty is left out. The subject
 * is one line and never long. Values are taken as they are: a brace in a value opens no placeholder,
 * and the sign for the button is taken out of them.
 */
export const composed = <Kind extends MailKind>(
  texts: Texts,
  kind: Kind,
  values: Values<Kind>,
): Composed => {
  const text = texts.get(kind);
  if (!text) throw new Error(`no text for ${kind}`);
  const given = tidied(values);
  const paragraphs = text.body
    .replace(linkLine, '\n\n{lien_ket}\n\n')
    .split(/\n\s*\n/)
    .filter((paragraph) => saysSomething(paragraph, given))
    .map((paragraph) => filled(paragraph, given).trim());
  return {
    subject: subjectLine(filled(text.subject, given)),
    body: paragraphs.filter((paragraph) => paragraph !== '').join('\n\n'),
  };
};

/** The button is a paragraph of its own, also where no blank lines set it apart. */
const linkLine = /^[^\S\n]*\{lien_ket\}[^\S\n]*$/gm;

type Given = ReadonlyMap<string, string>;

const tidied = (values: Readonly<Record<string, string>>): Given =>
  new Map([
    ...Object.entries(values).map(
      ([name, value]) => [name, tidyText(value.replaceAll(linkSpot, ''))] as const,
    ),
    ['lien_ket', linkSpot],
  ]);

const placeholder = /\{(\w+)\}/g;

const filled = (text: string, given: Given): string =>
  text.replace(placeholder, (_, name: string) => given.get(name) ?? '');

const saysSomething = (paragraph: string, given: Given): boolean => {
  const named = [...paragraph.matchAll(placeholder)];
  return named.length === 0 || named.some(([, name = '']) => (given.get(name) ?? '') !== '');
};

const subjectLine = (text: string): string => {
  const line = text.replaceAll(linkSpot, '').replace(/\s+/g, ' ').trim();
  const letters = [...line];
  if (letters.length <= longestSubject) return line;
  return `${letters
    .slice(0, longestSubject - 1)
    .join('')
    .trimEnd()}…`;
};
