import { createHmac } from 'node:crypto';

/**
 * The token of a one-time link that goes by mail. It is derived from the mail's id with the server's
 * secret when the mail is sent, so that neither the outbox nor a copy of the database holds it; a
 * second try of the same mail carries the same link.
 */
export const mailedToken = (secret: string, mailId: string): string =>
  createHmac('sha256', secret).update(`one-time link ${mailId}`).digest('base64url');
