import { type PlanText, planTexts, type TypedPlan } from './plan.ts';

/** A part of a campaign that two people may see differently. */
export type PlanPart = PlanText | 'birthDateAsked' | 'categories' | 'documents';

/** One part that differs, in texts. */
export interface PlanDifference {
  readonly part: PlanPart;
  readonly before: string;
  readonly after: string;
}

/** What differs between two states of a campaign, in the order of the form. */
export const planDifferences = (before: TypedPlan, after: TypedPlan): PlanDifference[] => {
  const [old, young] = [partsOf(before), partsOf(after)];
  return young.flatMap(([part, text], index) => {
    const earlier = old[index]?.[1] ?? '';
    return earlier === text ? [] : [{ part, before: earlier, after: text }];
  });
};

const partsOf = (plan: TypedPlan): (readonly [PlanPart, string])[] => [
  ...planTexts.map((field) => [field, plan[field]] as const),
  ['birthDateAsked', plan.birthDateAsked ? 'có' : 'không'],
  ['categories', filled(plan.categories.map(({ name }) => name)).join(', ')],
  [
    'documents',
    filled(
      plan.documents.map(({ number, day, issuer }) =>
        `${number} ${day} ${issuer}`.trim().replace(/ +/g, ' '),
      ),
    ).join('; '),
  ],
];

const filled = (texts: readonly string[]): string[] => texts.filter((text) => text !== '');
