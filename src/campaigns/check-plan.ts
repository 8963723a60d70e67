import { isEmail } from '../kit/email.ts';
import { readPhone } from '../kit/phone.ts';
import { mendedCode } from '../units/unit.ts';
import {
  type Plan,
  type PlanFault,
  type PlanText,
  planFault,
  planTexts,
  type TypedCategory,
  type TypedPlan,
} from './plan.ts';
import { type PlannedDates, readDates } from './plan-dates.ts';

/** A plan that may be stored, or everything that is wrong with it. */
export type CheckedPlan =
  | { readonly plan: Plan; readonly faults: readonly [] }
  | { readonly plan: undefined; readonly faults: readonly PlanFault[] };

const longest = { title: 500, subject: 500, code: 60 } as const;
const longestLine = 200;
/** The appendix has a column for each, twice. */
export const mostCategories = 8;

const required = ['code', 'title', 'subject', 'issuer', 'office', 'place', 'contactName'] as const;

/** The rules for a campaign: every fault in the order of the form. `now` tells which days are out of reach. */
export const checkPlan = (typed: TypedPlan, now: string): CheckedPlan => {
  const dates = readDates(typed, now);
  const faults = [
    ...planTexts.flatMap((field) => textFaults(field, typed[field])),
    ...codeFaults(typed.code),
    ...dates.faults,
    ...rateFaults(typed.leastRate),
    ...contactFaults(typed),
    ...categoryFaults(typed.categories),
  ];
  if (faults.length > 0 || dates.dates === undefined) return { plan: undefined, faults };
  return { plan: planOf(typed, dates.dates), faults: [] };
};

const textFaults = (field: PlanText, text: string): PlanFault[] => {
  if (text === '')
    return required.some((one) => one === field)
      ? [planFault(field, 'text-missing', { field })]
      : [];
  const most = field in longest ? longest[field as keyof typeof longest] : longestLine;
  return text.length > most ? [planFault(field, 'text-long', { field, most })] : [];
};

const codeFaults = (code: string): PlanFault[] => {
  if (code === '') return [];
  const mended = mendedCode(code);
  if (mended !== code) return [planFault('code', 'code-unfit', { typed: code, mended })];
  return code === 'moi' ? [planFault('code', 'code-reserved', { typed: code })] : [];
};

/** `80`, `80 %`; anything else is `undefined`. */
const readRate = (typed: string): number | undefined => {
  const rate = /^0*(\d{1,3})\s?%?$/.exec(typed)?.[1];
  return rate !== undefined && Number(rate) >= 1 && Number(rate) <= 100 ? Number(rate) : undefined;
};

const rateFaults = (typed: string): PlanFault[] =>
  typed === '' || readRate(typed) !== undefined
    ? []
    : [planFault('leastRate', 'rate-unreal', { typed })];

const contactFaults = ({ mailbox, contactPhone }: TypedPlan): PlanFault[] => {
  const phone = contactPhone === '' ? undefined : readPhone(contactPhone);
  return [
    ...(mailbox !== '' && !isEmail(mailbox) ? [planFault('mailbox', 'mailbox-unreal')] : []),
    ...(phone?.kind === 'wrong' ? [planFault('contactPhone', 'phone-unreal')] : []),
    ...(phone?.kind === 'lost-zero'
      ? [planFault('contactPhone', 'phone-lost-zero', { mended: phone.mended })]
      : []),
  ];
};

const categoryFaults = (categories: readonly TypedCategory[]): PlanFault[] => {
  const named = categories.filter(({ name }) => name !== '');
  if (named.length === 0) return [planFault('category-1', 'categories-missing')];
  if (named.length > mostCategories)
    return [planFault('category-1', 'categories-many', { most: mostCategories })];
  return categories.flatMap(({ id, name }, index) => {
    const field = `category-${index + 1}`;
    if (name === '')
      return id === '' ? [] : [planFault(field, 'text-missing', { field: 'category' })];
    if (name.length > 100) return [planFault(field, 'text-long', { field: 'category', most: 100 })];
    const key = mendedCode(name);
    const first = categories.findIndex((other) => mendedCode(other.name) === key);
    return first < index ? [planFault(field, 'category-twice', { name })] : [];
  });
};

const planOf = (typed: TypedPlan, dates: PlannedDates): Plan => {
  const phone = readPhone(typed.contactPhone);
  return {
    code: typed.code,
    title: typed.title,
    subject: typed.subject,
    issuer: typed.issuer,
    office: typed.office,
    place: typed.place,
    ...dates,
    dispatchNumber: typed.dispatchNumber || null,
    mailbox: typed.mailbox || null,
    contactName: typed.contactName,
    contactPhone: phone.kind === 'number' ? phone.number : null,
    preparerTitle: typed.preparerTitle || null,
    signerTitle: typed.signerTitle || null,
    birthDateAsked: typed.birthDateAsked,
    leastRate: readRate(typed.leastRate) ?? null,
    categories: typed.categories.filter(({ name }) => name !== ''),
  };
};
