import { mendedCode } from '../units/unit.ts';
import type { Campaign } from './campaign.ts';
import { type PlanText, planOnForm, planTexts, type TypedPlan } from './plan.ts';
import type { RestsOn } from './store.ts';

const blankTexts = Object.fromEntries(planTexts.map((field) => [field, ''])) as Record<
  PlanText,
  string
>;

/** A new campaign's form: who asks stays as in the newest campaign, if there is one. */
export const blankPlan = (newest: Campaign | undefined): TypedPlan => ({
  ...blankTexts,
  issuer: newest?.issuer ?? '',
  office: newest?.office ?? 'Phòng Nội vụ',
  place: newest?.place ?? '',
  mailbox: newest?.mailbox ?? '',
  contactName: newest?.contactName ?? '',
  contactPhone: newest?.contactPhone ?? '',
  preparerTitle: newest?.preparerTitle ?? 'Người lập biểu',
  signerTitle: newest?.signerTitle ?? 'Trưởng phòng',
  opensHour: '00:00',
  dueHour: '24:00',
  birthDateAsked: false,
  categories: ['Cán bộ', 'Công chức', 'Viên chức'].map((name) => ({ id: '', name })),
  documents: [],
});

/**
 * "Tạo đợt mới từ đợt này": everything but the data. The days are left to be typed, and so are number
 * and day of the dispatch: last year's would be wrong.
 */
export const copiedPlan = (
  source: Campaign,
  documents: readonly RestsOn[],
  takenCodes: readonly string[],
): TypedPlan => {
  const plan = planOnForm(source, documents);
  return {
    ...plan,
    code: nextCode(source.code, takenCodes),
    cutOff: '',
    opensDay: '',
    dueDay: '',
    dispatchNumber: '',
    dispatchDay: '',
    categories: plan.categories.map(({ name }) => ({ id: '', name })),
  };
};

/** The code of the next campaign: `cchc-2024` → `cchc-2025`, `cchc` → `cchc-2`; one that is free. */
export const nextCode = (code: string, taken: readonly string[]): string => {
  const counted = /^(.*?)(\d+)$/.exec(code);
  const [stem, from] = counted ? [counted[1] ?? '', Number(counted[2])] : [`${code}-`, 1];
  for (let number = from + 1; number <= from + 1000; number++)
    if (!taken.includes(`${stem}${number}`)) return `${stem}${number}`;
  return '';
};

/** A code for a new category, free among those in use: `Người lao động` → `nguoi-lao-dong`. */
export const categoryCode = (name: string, taken: readonly string[]): string => {
  const code = mendedCode(name) || 'doi-tuong';
  return taken.includes(code) ? nextCode(code, taken) : code;
};
