import { randomUUID } from 'node:crypto';
import type { Workers } from '../adapters/worker-pool.ts';
import { spreadsheetType } from '../appendix/sheet.ts';
import type { MailConfig } from '../config.ts';
import type { Context } from '../context.ts';
import { acceptingCarrier } from '../demo/accepting-carrier.ts';
import type { Delivery } from '../mail/deliver.ts';
import type { LetterFile } from '../mail/letter.ts';
import type { Attachment } from '../mail/mail.ts';
import { noPost, type Sender, startSender } from '../mail/sender.ts';
import { mailFromOf, smtpServerOf } from '../mail/smtp-server.ts';
import { documentType } from '../papers/paper.ts';
import { render } from '../web/views.ts';

type Around = Omit<Context, 'post'> & { readonly address: string };

/** The sender that the settings ask for; the demo's takes all mails and needs no network. */
export const openPost = async (around: Around): Promise<Sender> => {
  if (around.demo) return startSender(demoDelivery(around));
  const { mail } = around.config;
  return mail === null ? noPost : startSender(await deliveryOf(around, mail));
};

const deliveryOf = async (
  around: Around,
  { smtpUrl, from, perMinute }: MailConfig,
): Promise<Delivery> => {
  // Loaded when needed: a server without mail does without the memory.
  const { openSmtp } = await import('../adapters/smtp.ts');
  const server = smtpServerOf(smtpUrl);
  const sender = mailFromOf(from);
  if (!server || !sender) throw new Error('the settings of mail were not checked');
  const place = `${server.host}:${server.port}`;
  const identity = [from, place, server.user].join(' · ');
  return {
    ...shared(around),
    carrier: openSmtp(server),
    from: sender,
    facts: { from, server: place, user: server.user, perMinute, identity },
  };
};

/** Nobody waits for a pace in the demo, whose clock stands still. */
const demoPerMinute = 100_000;

const demoDelivery = (around: Around): Delivery => {
  const from = 'Phụ lục (bản thử) <phuluc@phuluc.example>';
  const server = 'hộp thư của bản thử';
  return {
    ...shared(around),
    carrier: acceptingCarrier,
    from: { name: 'Phụ lục (bản thử)', address: 'phuluc@phuluc.example' },
    facts: { from, server, user: '', perMinute: demoPerMinute, identity: from },
  };
};

const shared = ({ db, clock, log, config, workers, address }: Around) => {
  const baseUrl = config.baseUrl ?? address;
  return {
    db,
    clock,
    log,
    leasedBy: randomUUID(),
    baseUrl,
    secret: config.sessionSecret,
    htmlOf: (page: object) => render('mail/message', page),
    fileOf: (attachment: Attachment) =>
      fileOf(workers, attachment, { baseUrl, at: clock.now().toISOString() }),
  };
};

const fileOf = async (
  workers: Workers,
  attachment: Attachment,
  { baseUrl, at }: { readonly baseUrl: string; readonly at: string },
): Promise<LetterFile> => {
  if (attachment.kind === 'deadline') {
    const { calendarFile } = await import('../adapters/calendar.ts');
    const bytes = calendarFile({ ...attachment, at });
    return { fileName: 'han-gui.ics', type: 'text/calendar; charset=utf-8; method=PUBLISH', bytes };
  }
  const { reportId, version } = attachment;
  if (attachment.kind === 'paper') {
    const paper = await workers.unitPaper({ reportId, version, baseUrl, at });
    return { ...paper, type: documentType };
  }
  return { ...(await workers.eFile(reportId, version)), type: spreadsheetType };
};
