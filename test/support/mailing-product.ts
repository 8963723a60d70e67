import type { ParsedMail } from 'mailparser';
import { type Product, startProduct } from './product.ts';
import { startMailPeer } from './smtp-peer.ts';
import type { Visitor } from './visitor.ts';

/** The product with a mail server behind it. */
export interface MailingProduct extends Product {
  /** An officer, signed in, lets mails go. */
  confirmSending(officer: Visitor): Promise<void>;
  /** What has come to an address, in order, once all that was due has been sent. */
  delivered(address: string): Promise<ParsedMail[]>;
}

/** The product as it runs with mail: the server takes everything. */
export const mailingProduct = async (): Promise<MailingProduct> => {
  const peer = await startMailPeer();
  const mail = { smtpUrl: peer.url, from: 'Phòng Nội vụ <noi-vu@thu.example>', perMinute: 6000 };
  const product = await startProduct({ mail });
  const { post } = product.context;
  return {
    ...product,
    confirmSending: async (officer) => {
      await officer.get('/thu');
      const identity = post.sender?.identity ?? '';
      const reply = await officer.post('/thu/xac-nhan', { identity });
      if (reply.status !== 303) throw new Error(`not confirmed: ${reply.status}`);
    },
    delivered: async (address) => {
      await post.deliverNow();
      return peer.mails.filter(({ to }) => to === address).map(({ mail }) => mail);
    },
    close: async () => {
      await product.close();
      await peer.close();
    },
  };
};
