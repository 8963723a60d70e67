import { tidyLine, tidyText } from '../vietnamese/text.ts';
import { linkSpot, type MailKind } from './mail.ts';
import { nearestName } from './nearest-name.ts';
import {
  bodyOnly,
  longestBody,
  longestSubject,
  type MailText,
  neededIn,
  type Placeholder,
  placeholdersOf,
} from './texts.ts';

export type TextFaultCode =
  | 'missing'
  | 'too-long'
  | 'unknown'
  | 'unclosed'
  | 'unopened'
  | 'body-only'
  | 'not-named'
  | 'link-not-alone'
  | 'link-twice';

/** What is wrong with a text, and where. */
export interface TextFault {
  readonly field: 'subject' | 'body';
  readonly code: TextFaultCode;
  /** As it stands in the text: `{don_v}`, `{don_vi`; '' where no single place is at fault. */
  readonly written: string;
  /** The placeholder that is meant or missing. */
  readonly name: Placeholder | undefined;
}

/** A text as it is kept: NFC, blanks and line breaks put right. */
export const tidyMailText = ({ subject, body }: MailText): MailText => ({
  subject: tidyLine(subject.replaceAll(linkSpot, '')),
  body: tidyText(body.replaceAll(linkSpot, '')),
});

/** Everything that is wrong with a tidied text of this kind; none: it can be used. */
export const textFaults = (kind: MailKind, { subject, body }: MailText): TextFault[] => {
  const within = [
    ...fieldFaults(kind, 'subject', subject, longestSubject),
    ...fieldFaults(kind, 'body', body, longestBody),
  ];
  return [...within, ...linkFaults(body), ...missingNames(kind, subject + body, within)];
};

type Field = TextFault['field'];

const fieldFaults = (kind: MailKind, field: Field, text: string, most: number): TextFault[] => {
  if (text === '') return [{ field, code: 'missing', written: '', name: undefined }];
  const isLong = [...text].length > most;
  return [
    ...(isLong ? [{ field, code: 'too-long', written: '', name: undefined } as const] : []),
    ...[...text.matchAll(braces)].flatMap((found) => braceFault(kind, field, found)),
  ];
};

/** A placeholder, whole or not closed; or a closing brace of none. */
const braces = /\{([^{}\n]*)(\}?)|([\p{L}\p{N}_]*)\}/gu;

const braceFault = (kind: MailKind, field: Field, found: RegExpMatchArray): TextFault[] => {
  const [written, inside, end, before] = found;
  const names: readonly Placeholder[] = placeholdersOf[kind];
  if (inside === undefined)
    return [{ field, code: 'unopened', written, name: nearestName(before ?? '', names) }];
  const word = firstWord(inside);
  if (end === '')
    return [{ field, code: 'unclosed', written: `{${word}`, name: nearestName(word, names) }];
  const name = names.find((known) => known === inside);
  if (name === undefined)
    return [{ field, code: 'unknown', written, name: nearestName(inside, names) }];
  const misplaced = field === 'subject' && bodyOnly.includes(name);
  return misplaced ? [{ field, code: 'body-only', written, name }] : [];
};

const firstWord = (text: string): string => /^[\p{L}\p{N}_]*/u.exec(text)?.[0] ?? '';

const link = '{lien_ket}';

const linkFaults = (body: string): TextFault[] => {
  const lines = body.split('\n').filter((line) => line.includes(link));
  const fault = { field: 'body', written: link, name: 'lien_ket' } as const;
  if (lines.some((line) => line.trim() !== link)) return [{ ...fault, code: 'link-not-alone' }];
  return lines.length > 1 ? [{ ...fault, code: 'link-twice' }] : [];
};

/** A name that is there but misspelt is told of once. */
const missingNames = (kind: MailKind, text: string, others: readonly TextFault[]): TextFault[] =>
  neededIn[kind]
    .filter((name) => !text.includes(`{${name}}`) && !others.some((fault) => fault.name === name))
    .map((name) => ({ field: 'body', code: 'not-named', written: `{${name}}`, name }));
