import { afterAll, beforeAll, expect, test } from 'vitest';
import { addSeconds } from '../../src/kit/time.ts';
import { senderTrouble } from '../../src/mail/rest-store.ts';
import { aCity } from '../support/city.ts';
import { aMail, mailTo, standings, written } from '../support/mails.ts';
import { morning, type Product, startProduct } from '../support/product.ts';
import { type MailPeer, startMailPeer } from '../support/smtp-peer.ts';

const account = { user: 'noivu', password: 'mật khẩu / đúng' };
let peer: MailPeer;

beforeAll(async () => {
  peer = await startMailPeer({ account });
});
afterAll(() => peer.close());

/** What a product with these settings says of a mail that it is to send. */
const said = async (url: string, meanwhile?: (product: Product) => Promise<void>) => {
  const product = await startProduct(mailTo({ url }));
  const { db, post } = product.context;
  await aCity(db);
  await written(db, [aMail('a@nhan.example', { kind: 'test' })]);
  await post.deliverNow();
  const trouble = (await senderTrouble(db))?.words ?? '';
  expect(await standings(db)).toMatchObject(
    trouble === '' ? [{ state: 'sent' }] : [{ state: 'waiting', attempts: 0, error: trouble }],
  );
  await meanwhile?.(product);
  await product.close();
  return trouble;
};

test('a wrong password is told in the words of the server, and costs no try', async () => {
  const wrong = peer.url.replace(/:[^:@]*@/, ':sai@');
  expect(await said(wrong)).toContain('535 5.7.8 wrong user or password');
  expect(await said(peer.url)).toBe('');
});

test('nothing leaves over a line that must be secret and is not', async () => {
  const open = await startMailPeer();
  const untrusted = await startMailPeer({ tls: true });
  const demanded = (url: string) => url.replace(/[?].*/, '?tls=required');
  expect(await said(demanded(open.url))).toContain('STARTTLS');
  expect(await said(demanded(untrusted.url))).toContain('Chứng chỉ TLS');
  expect(open.mails.length + untrusted.mails.length).toBe(0);
  expect(await said(untrusted.url)).toBe('');
  expect(untrusted.mails).toHaveLength(1);
  await Promise.all([open.close(), untrusted.close()]);
});

test('a server that is away for a while gets every mail once it is back', async () => {
  const { port, url, close } = await startMailPeer();
  await close();
  const words = await said(url, async ({ context: { db, post }, clock }) => {
    const back = await startMailPeer({}, port);
    clock.set(addSeconds(morning, 60));
    await post.deliverNow();
    expect(back.mails).toHaveLength(1);
    expect(await standings(db)).toMatchObject([{ state: 'sent', attempts: 1 }]);
    await back.close();
  });
  expect(words).toContain('Không kết nối được');
});
