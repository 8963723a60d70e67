import { randomUUID } from 'node:crypto';
import { openSmtp } from '../../src/adapters/smtp.ts';
import { openDatabase } from '../../src/db/open.ts';
import { standingClock } from '../../src/kit/time.ts';
import type { Delivery } from '../../src/mail/deliver.ts';
import { startSender } from '../../src/mail/sender.ts';
import { smtpServerOf } from '../../src/mail/smtp-server.ts';
import { render } from '../../src/web/views.ts';
import type { Sending } from './mail-process.ts';

/** The product's sender and nothing else: sends until nothing is due any more, then ends if it may. */
const work = async ({ place, url, now, perMinute, untilKilled }: Sending): Promise<void> => {
  const server = smtpServerOf(url);
  if (!server) throw new Error(`no mail server: ${url}`);
  const db = openDatabase(place);
  const log = { info: () => {}, error: console.error } as unknown as Delivery['log'];
  const sender = startSender({
    db,
    clock: standingClock(now),
    log,
    carrier: openSmtp(server),
    from: { name: '', address: 'noivu@thu.example' },
    facts: { from: '', server: '', user: '', perMinute, identity: 'confirmed by nobody' },
    leasedBy: randomUUID(),
    baseUrl: 'https://phuluc.thu.example',
    secret: 'a secret that only these tests know',
    htmlOf: (page) => render('mail/message', page),
    fileOf: () => Promise.reject(new Error('no file')),
  });
  await sender.deliverNow();
  if (untilKilled) return;
  await sender.stop();
  await db.destroy();
  process.exit(0);
};

process.on('message', (sending: Sending) => void work(sending));
process.send?.('ready');
