import { linkSpot, type MailKind } from './mail.ts';
import type { Texts } from './texts.ts';

/** What the placeholders of a text stand for in one mail, by name; `lien_ket` is filled in here. */
export type Values = Readonly<Record<string, string>>;

/**
 * Subject and body of one mail. A paragraph whose placeholders are all empty is left out; a subject
 * never breaks into a second line.
 */
export const composed = (
  texts: Texts,
  kind: MailKind,
  values: Values,
): { subject: string; body: string } => {
  const text = texts.get(kind);
  if (!text) throw new Error(`no text for ${kind}`);
  const given = { ...mapped(values), lien_ket: linkSpot };
  return {
    subject: filled(text.subject, given).replace(/\s+/g, ' ').trim(),
    body: filled(text.body, given),
  };
};

const mapped = (values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, value.replaceAll(linkSpot, '')]),
  );

const filled = (text: string, values: Values): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
