import { type Campaign, dueAt } from '../campaigns/campaign.ts';
import { daysLater, deadlineText, endsAt, instantAt } from '../kit/time.ts';
import { momentBadge, movedText, stepText } from '../strings/reminders.ts';
import type { AskableUnit } from './askable-store.ts';
import type { Calendar } from './calendar.ts';
import type { PhoneLine, PlanPreview } from './pages.ts';
import { type Moment, momentsOf, type ReminderPlan } from './schedule.ts';

/** The address of a campaign's plan. */
export const planPath = (campaignCode: string): string => `/dot-bao-cao/${campaignCode}/nhac`;

interface Previewed {
  readonly campaign: Campaign;
  readonly plan: Pick<ReminderPlan, 'isOn' | 'steps'>;
  readonly calendar: Calendar;
  readonly units: readonly AskableUnit[];
  readonly now: string;
}

/** When the plan reminds: for the ordinary deadline, and for each time that some units were given. */
export const previewsOf = (previewed: Previewed): PlanPreview[] => {
  const { campaign, units } = previewed;
  const dues = units.map(({ extendedUntil }) => dueAt(campaign, extendedUntil));
  const own = [...new Set(dues)].filter((due) => due !== campaign.deadlineAt).sort();
  return [campaign.deadlineAt, ...own].map((due) => ({
    heading: due === campaign.deadlineAt ? 'Hạn chung' : 'Đơn vị được gia hạn',
    due: deadlineText(due),
    units:
      due === campaign.deadlineAt
        ? []
        : units.filter((_, index) => dues[index] === due).map(({ name }) => name),
    moments: momentLines(previewed, due),
  }));
};

const momentLines = (previewed: Previewed, due: string): PlanPreview['moments'] => {
  const { plan, calendar, now } = previewed;
  const moments = momentsOf(plan.steps, due, calendar);
  const next = moments.find(({ at }) => at > now && at >= previewed.campaign.opensAt);
  return moments.map((moment) => ({
    what: stepText(moment.step),
    at: deadlineText(moment.at),
    moved: movedFrom(moment, due),
    state: momentBadge[stateOf(moment, next, previewed)],
  }));
};

const stateOf = (
  { at, freshUntil }: Moment,
  next: Moment | undefined,
  { campaign, plan, now }: Previewed,
): keyof typeof momentBadge => {
  if (at < campaign.opensAt) return 'unopened';
  if (at <= now) return 'past';
  if (!plan.isOn) return 'off';
  return freshUntil === next?.freshUntil ? 'next' : 'later';
};

/** Where the step itself would lie, when the moment lies elsewhere. */
const movedFrom = ({ at, step }: Moment, due: string): string => {
  const plain = instantAt(daysLater(endsAt(due).day, -step.daysBefore), step.hour);
  return plain === at ? '' : movedText(deadlineText(plain));
};

/** The units that no mail reaches, with whom to call. */
export const phoneLines = (
  units: readonly AskableUnit[],
  reached: { has(unitId: string): boolean },
  boardPath: string,
): PhoneLine[] =>
  units
    .filter(({ unitId }) => !reached.has(unitId))
    .map(({ name, code, contactName, phone }) => ({
      unit: name,
      href: `${boardPath}/${code}`,
      contact: contactName ?? '',
      phone: phone ?? '',
    }));
