import { failureText } from '../strings/delivery.ts';

/**
 * What became of handing a mail to the server. `later`: this mail, at this time, not. `refused`: this
 * mail never. `trouble`: no mail would have been taken; server or settings are in trouble.
 */
export type Handed =
  | { readonly kind: 'accepted' }
  | {
      readonly kind: 'later' | 'refused' | 'trouble';
      readonly words: string;
      readonly code: string;
    };

/** What is known of a failure: which step it was, and what the server answered. */
export interface SmtpFailure {
  /** Of the library: `EAUTH`, `ETIMEDOUT` … */
  readonly code?: string | undefined;
  /** Of the socket: `ECONNREFUSED`, `CERT_HAS_EXPIRED` … */
  readonly originalCode?: string | undefined;
  /** `CONN`, `EHLO`, `STARTTLS`, `AUTH PLAIN`, `MAIL FROM`, `RCPT TO`, `DATA`. */
  readonly command?: string | undefined;
  readonly responseCode?: number | undefined;
  readonly response?: string | undefined;
  readonly message?: string | undefined;
  /** The server had greeted us and let us in before. */
  readonly wasUnderWay: boolean;
}

/** Tells what a failure means: https://www.rfc-editor.org/rfc/rfc5321#section-4.2 and RFC 3463. */
export const handedOf = (failure: SmtpFailure): Handed => {
  const words = wordsOf(failure);
  const code = String(failure.responseCode ?? failure.originalCode ?? failure.code ?? 'unknown');
  return { kind: kindOf(failure), words, code };
};

const kindOf = (failure: SmtpFailure): 'later' | 'refused' | 'trouble' => {
  const { responseCode = 0, response = '', command = '' } = failure;
  const isFinal = responseCode >= 500 && responseCode < 600 && responseCode !== 503;
  if (isOurs(failure)) return 'trouble';
  if (isFinal && command === 'MAIL FROM' && !tooLarge.test(response)) return 'trouble';
  if (isFinal) return 'refused';
  // The library itself refuses an address that the server could not take.
  return failure.code === 'EENVELOPE' && responseCode === 0 ? 'refused' : 'later';
};

const beforeAnyMail = /^(EHLO|HELO|LHLO|STARTTLS|AUTH\b.*)$/;
const needsSignIn = [530, 534, 535, 538];
/** An account's limit, as Gmail and others answer whatever the mail is: RFC 3463, 4.5. */
const spentLimit = /\b[45][.]4[.]5\b/;
const tooLarge = /^552\b|\b5[.]3[.]4\b|\b5[.]2[.]3\b/;

/** Whether every other mail would have met the same. */
const isOurs = ({ code = '', command = '', ...failure }: SmtpFailure): boolean => {
  if (['EAUTH', 'ENOAUTH', 'EOAUTH2', 'ETLS', 'EDNS'].includes(code)) return true;
  if (beforeAnyMail.test(command)) return true;
  if (needsSignIn.includes(failure.responseCode ?? 0)) return true;
  if (spentLimit.test(failure.response ?? '')) return true;
  return command === 'CONN' && !failure.wasUnderWay;
};

const longestWords = 500;

/** The server's own words where it said something, otherwise what went wrong. */
const wordsOf = (failure: SmtpFailure): string => {
  const { response, code = '', originalCode = '', message = '' } = failure;
  const own =
    failureText[originalCode] ??
    (/certificate/i.test(message) ? failureText.CERTIFICATE : failureText[code]) ??
    failureText.unknown ??
    '';
  const said = response || own;
  return said
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, longestWords);
};
