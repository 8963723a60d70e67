import { dropReason } from '../strings/delivery.ts';
import { type Delivery, deliverNext } from './deliver.ts';
import { dropExpired } from './outcome-store.ts';
import type { Post, SenderFacts } from './post.ts';
import { endRest } from './rest-store.ts';

/** The sender at work. */
export interface Sender extends Post {
  /** Finishes what is under way; the rest waits for the next start. */
  stop(): Promise<void>;
}

/** While a server has no settings for mail: nothing is asked, nothing is sent. */
export const noPost: Sender = {
  sender: null,
  wake: () => {},
  deliverNow: () => Promise.resolve(),
  stop: () => Promise.resolve(),
};

/** Another process's mail, or a pause that has ended, is noticed after this long. */
const lookEveryMilliseconds = 2000;

/** A mail under way when the server stops gets this long. */
const patienceMilliseconds = 20_000;

/** Mails under way at once: otherwise a server that takes a second for each would set the pace. */
const lanes = 3;

/** Starts sending. Nothing that goes wrong ends the process; the next look tries again. */
export const startSender = (delivery: Delivery): Sender => new WakefulSender(delivery);

class WakefulSender implements Sender {
  readonly sender: SenderFacts;
  readonly #delivery: Delivery;
  readonly #ready: Promise<void>;
  readonly #looking: NodeJS.Timeout;
  #isStopped = false;
  #isAsked = false;
  #work: Promise<void> | undefined;

  constructor(delivery: Delivery) {
    this.#delivery = delivery;
    this.sender = delivery.facts;
    // Whoever starts a server may have mended its settings.
    this.#ready = this.#safely(() => endRest(delivery.db));
    this.#looking = setInterval(() => this.wake(), lookEveryMilliseconds).unref();
  }

  wake(): void {
    this.#isAsked = true;
    this.#work ??= this.#rounds();
  }

  async deliverNow(mailId?: string): Promise<void> {
    await this.#ready;
    if (mailId !== undefined)
      return this.#safely(async () => {
        await deliverNext(this.#delivery, mailId);
      });
    this.wake();
    await this.#work;
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    clearInterval(this.#looking);
    await Promise.race([this.#work, patience()]);
    this.#delivery.carrier.close();
    await this.#work;
    await this.#ready;
  }

  async #rounds(): Promise<void> {
    while (this.#isAsked && !this.#isStopped) {
      this.#isAsked = false;
      await this.#safely(() => this.#round());
    }
    this.#work = undefined;
  }

  async #round(): Promise<void> {
    const { db, clock } = this.#delivery;
    await dropExpired(db, clock.now().toISOString(), dropReason.expired);
    const ends = await Promise.allSettled(Array.from({ length: lanes }, () => this.#lane()));
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
  }

  async #lane(): Promise<void> {
    while (!this.#isStopped && (await deliverNext(this.#delivery)));
  }

  async #safely(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (failure) {
      this.#delivery.log.error({ err: failure }, 'sending mails failed');
    }
  }
}

const patience = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, patienceMilliseconds).unref();
  });
