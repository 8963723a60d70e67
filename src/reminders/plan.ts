import { hourTyped } from '../kit/time.ts';
import { tidyLine } from '../vietnamese/text.ts';
import type { Step } from './schedule.ts';

/** A step on the form: a number of days, before or after the deadline's day, and an hour; all as typed. */
export interface TypedStep {
  readonly days: string;
  readonly side: 'before' | 'after';
  readonly hour: string;
}

/** A plan as an officer typed it. */
export interface TypedReminders {
  readonly isOn: boolean;
  readonly steps: readonly TypedStep[];
}

export type StepFaultCode =
  | 'steps-missing'
  | 'steps-many'
  | 'days-missing'
  | 'days-unreal'
  | 'days-far'
  | 'hour-missing'
  | 'hour-unreal'
  | 'step-twice';

/** One thing wrong with a plan; `field` is the id of the input at fault. */
export interface StepFault {
  readonly field: string;
  readonly code: StepFaultCode;
  readonly details: Readonly<Record<string, string | number>>;
}

const mostDaysBefore = 60;
const mostDaysAfter = 30;
const mostSteps = 20;

/** What an officer posted. Steps are repeated fields; a step is what stands at the same place in each. */
export const remindersFromForm = (form: URLSearchParams): TypedReminders => {
  const column = (name: string): string[] => form.getAll(name).map(tidyLine);
  const [sides, hours] = [column('side'), column('hour')];
  return {
    isOn: form.get('on') === '1',
    steps: column('days').map((days, index) => ({
      days,
      side: sides[index] === 'after' ? 'after' : 'before',
      hour: hours[index] ?? '',
    })),
  };
};

/** A stored plan as its form shows it. */
export const stepsOnForm = (steps: readonly Step[]): TypedStep[] =>
  steps.map(({ daysBefore, hour }) => ({
    days: String(Math.abs(daysBefore)),
    side: daysBefore < 0 ? 'after' : 'before',
    hour,
  }));

/** The steps that were typed, the earliest first, or everything that is wrong with them. A row left blank is no step. */
export const checkSteps = (
  typed: readonly TypedStep[],
): { steps: readonly Step[]; faults?: never } | { steps?: never; faults: readonly StepFault[] } => {
  const rows = typed.map((row, index) => ({ row, number: index + 1 }));
  const filled = rows.filter(({ row }) => row.days !== '' || row.hour !== '');
  if (filled.length === 0) return { faults: [fault('step-more', 'steps-missing')] };
  if (filled.length > mostSteps)
    return { faults: [fault('step-more', 'steps-many', { most: mostSteps })] };
  const read = filled.map(({ row, number }) => ({ number, ...stepOf(row, number) }));
  const faults = [...read.flatMap((one) => one.faults), ...twiceIn(read)];
  if (faults.length > 0) return { faults };
  const steps = read.map(({ step }) => step);
  return { steps: steps.sort(earlierFirst) };
};

const stepOf = (row: TypedStep, number: number): { step: Step; faults: StepFault[] } => {
  const days = Number(row.days) * (row.side === 'after' ? -1 : 1);
  const hour = hourTyped(row.hour) ?? '';
  return {
    // No minus zero: the day itself is one and the same on both sides.
    step: { daysBefore: days === 0 ? 0 : days, hour },
    faults: [...daysFaults(row, number), ...hourFaults(row, hour, number)],
  };
};

const daysFaults = ({ days, side }: TypedStep, number: number): StepFault[] => {
  const field = `days-${number}`;
  if (days === '') return [fault(field, 'days-missing', { number })];
  if (!/^\d{1,4}$/.test(days)) return [fault(field, 'days-unreal', { number, typed: days })];
  const most = side === 'after' ? mostDaysAfter : mostDaysBefore;
  return Number(days) > most
    ? [fault(field, 'days-far', { number, before: mostDaysBefore, after: mostDaysAfter })]
    : [];
};

const hourFaults = (row: TypedStep, hour: string, number: number): StepFault[] => {
  if (row.hour === '') return [fault(`hour-${number}`, 'hour-missing', { number })];
  // The midnight that ends a day is 00:00 of the next one.
  return hour === '' || hour === '24:00'
    ? [fault(`hour-${number}`, 'hour-unreal', { number, typed: row.hour })]
    : [];
};

const twiceIn = (
  read: readonly { number: number; step: Step; faults: readonly StepFault[] }[],
): StepFault[] => {
  const sound = read.filter(({ faults }) => faults.length === 0);
  return sound.flatMap(({ number, step }, index) => {
    const first = sound.find((other) => isSame(other.step, step));
    return first && sound.indexOf(first) < index
      ? [fault(`days-${number}`, 'step-twice', { number, first: first.number })]
      : [];
  });
};

const isSame = (one: Step, other: Step): boolean =>
  one.daysBefore === other.daysBefore && one.hour === other.hour;

/** The order in which steps come before and after a deadline. */
export const earlierFirst = (one: Step, other: Step): number =>
  other.daysBefore - one.daysBefore || (one.hour < other.hour ? -1 : 1);

const fault = (
  field: string,
  code: StepFaultCode,
  details: StepFault['details'] = {},
): StepFault => ({ field, code, details });

/** The steps after a row button: `step-more`, or `step-remove.<number from 1>`; `undefined` when none was pressed. */
export const stepsAfter = (
  steps: readonly TypedStep[],
  pressed: string,
): readonly TypedStep[] | undefined => {
  if (pressed === 'step-more') return [...steps, { days: '', side: 'before', hour: '08:00' }];
  const [, number] = /^step-remove[.](\d{1,3})$/.exec(pressed) ?? [];
  if (number === undefined) return undefined;
  return steps.filter((_, index) => index !== Number(number) - 1);
};
