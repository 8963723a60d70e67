import { lineOf } from '../kit/fields.ts';
import { dayText, endsAt, startsAt } from '../kit/time.ts';
import { tidyLine } from '../vietnamese/text.ts';
import type { Campaign } from './campaign.ts';
import type { RestsOn } from './store.ts';

/** A category on the form; `id` is '' for a new one. */
export interface TypedCategory {
  readonly id: string;
  readonly name: string;
}

/** A document on the form, its day as typed. */
export interface TypedDocument {
  readonly number: string;
  readonly day: string;
  readonly issuer: string;
}

/** The fields of one line on the form of a campaign. */
export const planTexts = [
  'code',
  'title',
  'subject',
  'issuer',
  'office',
  'place',
  'cutOff',
  'opensDay',
  'opensHour',
  'dueDay',
  'dueHour',
  'dispatchNumber',
  'dispatchDay',
  'leastRate',
  'mailbox',
  'contactName',
  'contactPhone',
  'preparerTitle',
  'signerTitle',
] as const;
export type PlanText = (typeof planTexts)[number];

/** A campaign as an officer typed it. */
export interface TypedPlan extends Readonly<Record<PlanText, string>> {
  readonly birthDateAsked: boolean;
  readonly categories: readonly TypedCategory[];
  readonly documents: readonly TypedDocument[];
}

/** A campaign as it may be stored. Rows that were left blank are gone. */
export interface Plan extends Omit<Campaign, 'id' | 'closedAt' | 'categories'> {
  readonly categories: readonly TypedCategory[];
  readonly documents: readonly RestsOn[];
}

export type PlanFaultCode =
  | 'text-missing'
  | 'text-long'
  | 'code-unfit'
  | 'code-reserved'
  | 'day-missing'
  | 'day-unreal'
  | 'day-far'
  | 'hour-missing'
  | 'hour-unreal'
  | 'opens-after-deadline'
  | 'deadline-before-cut-off'
  | 'cut-off-far'
  | 'rate-unreal'
  | 'mailbox-unreal'
  | 'phone-unreal'
  | 'phone-lost-zero'
  | 'categories-missing'
  | 'categories-many'
  | 'category-twice'
  | 'document-incomplete';

/** One thing wrong with a plan; `field` is the id of the input at fault. */
export interface PlanFault {
  readonly field: string;
  readonly code: PlanFaultCode;
  readonly details: Readonly<Record<string, string | number>>;
}

export const planFault = (
  field: string,
  code: PlanFaultCode,
  details: PlanFault['details'] = {},
): PlanFault => ({ field, code, details });

/** What an officer posted, tidied. Categories and documents are repeated fields; a row is what stands at the same place in each. */
export const planFromForm = (form: URLSearchParams): TypedPlan => {
  const texts = Object.fromEntries(planTexts.map((field) => [field, lineOf(form, field)]));
  const column = (name: string): string[] => form.getAll(name).map(tidyLine);
  const [ids, names] = [column('categoryId'), column('categoryName')];
  const [numbers, days, issuers] = [
    column('documentNumber'),
    column('documentDay'),
    column('documentIssuer'),
  ];
  return {
    ...(texts as Record<PlanText, string>),
    birthDateAsked: form.has('birthDateAsked'),
    categories: names.map((name, index) => ({ id: ids[index] ?? '', name })),
    documents: numbers.map((number, index) => ({
      number,
      day: days[index] ?? '',
      issuer: issuers[index] ?? '',
    })),
  };
};

/** A stored campaign as its form shows it. */
export const planOnForm = (
  campaign: Omit<Plan, 'documents'>,
  documents: readonly RestsOn[],
): TypedPlan => ({
  code: campaign.code,
  title: campaign.title,
  subject: campaign.subject,
  issuer: campaign.issuer,
  office: campaign.office,
  place: campaign.place,
  ...daysOnForm(campaign),
  dispatchNumber: campaign.dispatchNumber ?? '',
  mailbox: campaign.mailbox ?? '',
  contactName: campaign.contactName,
  contactPhone: campaign.contactPhone ?? '',
  preparerTitle: campaign.preparerTitle ?? '',
  signerTitle: campaign.signerTitle ?? '',
  birthDateAsked: campaign.birthDateAsked,
  leastRate: campaign.leastRate === null ? '' : String(campaign.leastRate),
  categories: campaign.categories.map(({ id, name }) => ({ id, name })),
  documents: documents.map(({ number, datedOn, issuer }) => ({
    number,
    day: dayText(datedOn),
    issuer,
  })),
});

const daysOnForm = (
  campaign: Pick<Campaign, 'cutOffOn' | 'opensAt' | 'deadlineAt' | 'dispatchOn'>,
) => {
  const [opens, due] = [startsAt(campaign.opensAt), endsAt(campaign.deadlineAt)];
  return {
    cutOff: dayText(campaign.cutOffOn),
    opensDay: dayText(opens.day),
    opensHour: opens.hour,
    dueDay: dayText(due.day),
    dueHour: due.hour,
    dispatchDay: campaign.dispatchOn === null ? '' : dayText(campaign.dispatchOn),
  };
};
