import { PassThrough } from 'node:stream';
import nodemailer from 'nodemailer';
import { type Handed, handedOf } from '../mail/failure.ts';
import type { Carrier, Letter } from '../mail/letter.ts';
import type { SmtpServer } from '../mail/smtp-server.ts';
import { deliveryText } from '../strings/delivery.ts';

/** All well below a mail's lease: who waits longer would send beside another process. */
const milliseconds = {
  connectionTimeout: 15_000,
  greetingTimeout: 15_000,
  dnsTimeout: 10_000,
  socketTimeout: 60_000,
  idleTimeout: 30_000,
} as const;
/** A server that trickles its answers is given up then. */
const handingMilliseconds = 2 * 60_000;

/** Hands letters to a mail server over a few connections that stay open for the next ones. */
export const openSmtp = (server: SmtpServer): Carrier => {
  const pool = nodemailer.createTransport(optionsOf(server));
  // A message is read once the server has let us in: until then a failure is none of this mail.
  const underWay = new Set<unknown>();
  pool.use('stream', ({ message, data }, done) => {
    message.transform(() => {
      underWay.add(data.messageId);
      return new PassThrough();
    });
    done();
  });
  return {
    hand: async (letter) => {
      try {
        const signal = AbortSignal.timeout(handingMilliseconds);
        await pool.sendMail({ ...messageOf(letter), signal });
        return { kind: 'accepted' };
      } catch (failure) {
        return explained(failure as SmtpError, underWay.has(letter.messageId));
      } finally {
        underWay.delete(letter.messageId);
      }
    },
    close: () => pool.transporter.close?.({ force: true }),
  };
};

const optionsOf = (server: SmtpServer) => ({
  pool: true as const,
  maxConnections: 3,
  // The outbox tries again, not the library: it knows what has been sent.
  maxRequeues: 0,
  host: server.host,
  port: server.port,
  secure: server.secure,
  requireTLS: !server.secure && server.tls === 'required',
  ignoreTLS: server.tls === 'none',
  // Where plain text would do as well, an unknown certificate is no worse.
  tls: { rejectUnauthorized: server.tls === 'required' },
  ...(server.user === '' ? {} : { auth: { user: server.user, pass: server.password } }),
  disableFileAccess: true,
  disableUrlAccess: true,
  ...milliseconds,
});

type SmtpError = Error & {
  readonly code?: string;
  readonly originalCode?: string;
  readonly command?: string;
  readonly response?: string;
  readonly responseCode?: number;
};

const explained = (failure: SmtpError, wasUnderWay: boolean): Handed => {
  const { code, originalCode, command, response, responseCode, message } = failure;
  const known = { code, originalCode, command, response, responseCode, message };
  const handed = handedOf({ ...known, wasUnderWay });
  const noTls = handed.kind === 'trouble' && /STARTTLS/.test(`${command} ${message}`);
  return noTls ? { ...handed, words: `${deliveryText.noTls} ${response ?? ''}`.trim() } : handed;
};

/** Names, subjects and addresses are handed over in pieces, so that none can begin a header of its own. */
const messageOf = (letter: Letter) => ({
  messageId: letter.messageId,
  from: letter.from,
  to: letter.to,
  ...(letter.replyTo === null ? {} : { replyTo: { name: '', address: letter.replyTo } }),
  subject: letter.subject,
  text: letter.text,
  html: letter.html,
  headers: {
    'Auto-Submitted': 'auto-generated',
    ...(letter.listId === null ? {} : { 'List-Id': letter.listId }),
  },
  attachments: letter.files.map(({ fileName, type, bytes }) => ({
    filename: fileName,
    contentType: type,
    content: typeof bytes === 'string' ? bytes : Buffer.from(bytes),
  })),
});
