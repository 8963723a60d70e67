import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { freshDatabase, freshFolder } from '../support/database.ts';
import { builtSender, MailProcess } from '../support/mail-process.ts';
import { aMail, written } from '../support/mails.ts';
import { peerCertificate } from '../support/peer-certificate.ts';
import { morning } from '../support/product.ts';
import { startMailPeer } from '../support/smtp-peer.ts';

test('where STARTTLS is demanded and the certificate trusted, a mail leaves by TLS, signed in', async () => {
  const account = { user: 'noivu', password: 'mot cau & de nho' };
  const peer = await startMailPeer({ tls: true, account });
  const { db, place, close } = await freshDatabase('sqlite');
  await written(db, [aMail('an@nhan.example', { kind: 'test' })]);
  const trusted = join(freshFolder(), 'trusted.pem');
  writeFileSync(trusted, peerCertificate.cert);
  const sender = new MailProcess(await builtSender(), { NODE_EXTRA_CA_CERTS: trusted });
  const url = peer.url.replace(/[?].*/, '?tls=required');
  await sender.go({ place, url, now: morning, perMinute: 25 });
  expect(await sender.ended).toBe(0);
  expect(peer.mails.map(({ to, secret, user }) => [to, secret, user])).toEqual([
    ['an@nhan.example', true, 'noivu'],
  ]);
  const rows = await db.selectFrom('mail').select('state').execute();
  expect(rows).toEqual([{ state: 'sent' }]);
  await close();
  await peer.close();
});
