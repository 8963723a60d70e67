import type { Context } from '../context.ts';
import { sendingStands } from '../mail/ready-store.ts';
import { tellDigest } from '../reminders/digest.ts';
import { remindDue } from '../reminders/remind.ts';

/**
 * Puts the reminders and the digest that are due into the outbox. Nothing while mails can't leave:
 * then the latest due one goes out as soon as they can, not the ones before it.
 */
export const remindOnTime = async ({ db, clock, post, log }: Context): Promise<void> => {
  try {
    if ((await sendingStands(db, post.sender)) !== 'ready') return;
    const now = clock.now().toISOString();
    const mails = (await remindDue(db, { now })) + (await tellDigest(db, { now }));
    if (mails === 0) return;
    log.info({ mails }, 'reminders are in the outbox');
    post.wake();
  } catch (failure) {
    log.error({ err: failure }, 'reminding failed');
  }
};
