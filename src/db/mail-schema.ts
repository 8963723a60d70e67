import type { Generated } from 'kysely';
import type { MailKind, MailState } from '../mail/mail.ts';

/** The tables of the outbox, of what mails say, and of when units are reminded. */
export interface MailTables {
  mail: MailRow;
  mail_sender: MailSenderRow;
  mail_text: MailTextRow;
  mail_setting: MailSettingRow;
  campaign_mail: CampaignMailRow;
  reminder_setting: ReminderSettingRow;
  reminder_plan: { campaign_id: string; off_at: string | null; changed_at: string };
  reminder_step: { campaign_id: string; position: number; days_before: number; hour: string };
  digest_day: { day: string; at: string };
}

/** One mail to one recipient, from the moment it was written until it was handed over or given up. */
export interface MailRow {
  id: string;
  /** What it is written for; a second mail for the same occasion is never stored. */
  occasion: string;
  kind: MailKind;
  /** 0 is sent first. */
  urgency: number;
  campaign_id: string | null;
  unit_id: string | null;
  /** The account that it is written to, where it has one. */
  account_id: string | null;
  recipient: string;
  recipient_name: string;
  reply_to: string | null;
  subject: string;
  /** Recipient, its name and the subject without marks, for searching. */
  search_text: Generated<string>;
  body: string;
  /** Where its button leads, below the product's address; '' for none. */
  path: string;
  /** Hash of the one-time link that is made when it is sent. */
  link_hash: string | null;
  /** JSON: `Attachment[]`. */
  attachments: string;
  state: MailState;
  attempts: number;
  /** Not tried before this instant. */
  due_at: string;
  /** Not sent any more from this instant on. */
  expires_at: string | null;
  leased_by: string | null;
  lease_until: string | null;
  attempted_at: string | null;
  /** The mail server's words at the last failure, or why it was dropped. */
  error: string | null;
  message_id: string | null;
  sent_at: string | null;
  created_at: string;
  created_by: string | null;
}

/** One row for all processes: who takes a mail holds it, so that they keep one pace together. */
export interface MailSenderRow {
  id: number;
  taken_at: string | null;
  /** After a trouble of server or settings nothing is tried before this instant. */
  rests_until: string | null;
  /** How many came one after the other. */
  troubles: number;
  /** What the mail server said. */
  trouble: string | null;
}

export interface MailTextRow {
  kind: MailKind;
  subject: string;
  body: string;
  changed_at: string;
  changed_by: string;
}

export interface MailSettingRow {
  id: number;
  /** The sending settings that an officer has seen and confirmed: `Sender.identity`. */
  confirmed_as: string;
  confirmed_at: string;
  confirmed_by: string;
}

export interface CampaignMailRow {
  campaign_id: string;
  /** The receiving mailbox that an officer has seen and confirmed. */
  mailbox_confirmed: string | null;
  confirmed_at: string | null;
  confirmed_by: string | null;
  /** When the electronic file was turned off; `null`: it goes out. */
  e_file_off_at: string | null;
}

export interface ReminderSettingRow {
  id: number;
  /** `HH:mm` in Vietnam; nobody is reminded from `quiet_from` until `quiet_until`. */
  quiet_from: string;
  quiet_until: string;
  weekends: 'on' | 'off';
  /** JSON: `DayOff[]`, the days on which nobody is reminded. */
  days_off: string;
  digest_off_at: string | null;
}
