/** How mails are sent, as far as pages show it. */
export interface SenderFacts {
  /** `Name <address>`, as it is set. */
  readonly from: string;
  /** Host and port of the mail server. */
  readonly server: string;
  /** Its account; '' where it asks for none. */
  readonly user: string;
  readonly perMinute: number;
  /** Changes with what an officer must look at again: server, account and sender. */
  readonly identity: string;
}

/** What pages and timers may ask of the sender of mails. */
export interface Post {
  /** `null` while the server has no settings for mail: mails wait. */
  readonly sender: SenderFacts | null;
  /** There may be something to send: look now, in the background. */
  wake(): void;
  /**
   * Sends what is due and may be sent now, and comes back when that is done. With an id: this one mail
   * alone, also while the sender rests after a trouble or has reached its pace.
   */
  deliverNow(mailId?: string): Promise<void>;
}
