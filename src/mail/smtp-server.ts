import { isEmail } from '../kit/email.ts';

/**
 * How a connection must be kept secret: `required` (by STARTTLS, or from the first byte with `smtps`),
 * `optional` (where the server offers it; its certificate is not checked), `none`.
 */
export type Tls = 'required' | 'optional' | 'none';

/** The mail server that takes our mails, as `SMTP_URL` names it. */
export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte (`smtps`). */
  readonly secure: boolean;
  readonly tls: Tls;
  /** '' where the server asks for no account. */
  readonly user: string;
  readonly password: string;
}

/** `smtp://user:password@host:port?tls=required`, or `undefined` when it is no such address. */
export const smtpServerOf = (text: string): SmtpServer | undefined => {
  if (!/^smtps?:\/\//.test(text) || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (url.hostname === '') return undefined;
  const tls = url.searchParams.get('tls') ?? 'required';
  const known = [...url.searchParams.keys()].every((name) => name === 'tls');
  const secure = url.protocol === 'smtps:';
  const user = decoded(url.username);
  const password = decoded(url.password);
  if (!isTls(tls) || !known || (secure && tls !== 'required')) return undefined;
  if (user === undefined || password === undefined || !['', '/'].includes(url.pathname))
    return undefined;
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return { host, port: Number(url.port) || (secure ? 465 : 587), secure, tls, user, password };
};

const isTls = (word: string): word is Tls => ['required', 'optional', 'none'].includes(word);

/** `undefined` where a percent sign stands for itself: the password would be another one. */
const decoded = (part: string): string | undefined => {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
};

/** Whom mails are from. */
export interface MailFrom {
  /** '' for an address alone. */
  readonly name: string;
  readonly address: string;
}

/** `address`, `Name <address>` or `"Name" <address>`; `undefined` for anything else. */
export const mailFromOf = (text: string): MailFrom | undefined => {
  const [, quoted, plain = '', address = text.trim()] =
    /^\s*(?:"([^"\r\n]*)"|([^<>"\r\n]*))\s*<([^<>]*)>\s*$/.exec(text) ?? [];
  return isEmail(address) ? { name: (quoted ?? plain).trim(), address } : undefined;
};
