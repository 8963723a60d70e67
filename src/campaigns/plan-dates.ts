import { dayTyped, endsAt, hourTyped, instantAt, startsAt, yearsLater } from '../kit/time.ts';
import { type PlanFault, planFault, type TypedDocument, type TypedPlan } from './plan.ts';
import type { RestsOn } from './store.ts';

/** The days and instants of a campaign, and its documents. */
export interface PlannedDates {
  readonly cutOffOn: string;
  readonly opensAt: string;
  readonly deadlineAt: string;
  readonly dispatchOn: string | null;
  readonly documents: readonly RestsOn[];
}

type Read<T> = { readonly value: T | undefined; readonly faults: readonly PlanFault[] };

/** Reads what was typed as days and hours and refuses orders that cannot be. */
export const readDates = (
  typed: TypedPlan,
  now: string,
): { dates: PlannedDates | undefined; faults: readonly PlanFault[] } => {
  const cutOff = readDay('cutOff', typed.cutOff, now);
  const opens = readInstant('opens', typed.opensDay, typed.opensHour, now);
  const due = readInstant('due', typed.dueDay, typed.dueHour, now);
  const dispatch = typed.dispatchDay === '' ? none : readDay('dispatchDay', typed.dispatchDay, now);
  const documents = typed.documents.map((document, index) =>
    readDocument(document, index + 1, now),
  );
  const faults = [cutOff, opens, due, dispatch, ...documents].flatMap((one) => one.faults);
  const [cutOffOn, opensAt, deadlineAt] = [cutOff.value, opens.value, due.value];
  const wrongOrder = orderFaults({ cutOffOn, opensAt, deadlineAt }, now);
  if (faults.length + wrongOrder.length > 0 || !cutOffOn || !opensAt || !deadlineAt)
    return { dates: undefined, faults: [...faults, ...wrongOrder] };
  const kept = documents.flatMap(({ value }) => (value ? [value] : []));
  const dispatchOn = dispatch.value ?? null;
  return { dates: { cutOffOn, opensAt, deadlineAt, dispatchOn, documents: kept }, faults: [] };
};

const none: Read<string> = { value: undefined, faults: [] };

const readDay = (field: string, typed: string, now: string): Read<string> => {
  if (typed === '')
    return { value: undefined, faults: [planFault(field, 'day-missing', { field })] };
  const day = dayTyped(typed);
  if (day === undefined)
    return { value: undefined, faults: [planFault(field, 'day-unreal', { typed })] };
  const today = startsAt(now).day;
  const far = day > yearsLater(today, 5) || day < '1945-09-02';
  return far
    ? { value: undefined, faults: [planFault(field, 'day-far', { typed })] }
    : { value: day, faults: [] };
};

const readInstant = (field: string, day: string, hour: string, now: string): Read<string> => {
  const onDay = readDay(`${field}Day`, day, now);
  const atHour = hourTyped(hour);
  const hourFault = planFault(`${field}Hour`, hour === '' ? 'hour-missing' : 'hour-unreal', {
    field: `${field}Hour`,
    typed: hour,
  });
  const faults = [...onDay.faults, ...(atHour === undefined ? [hourFault] : [])];
  const whole = onDay.value !== undefined && atHour !== undefined;
  return { value: whole ? instantAt(onDay.value, atHour) : undefined, faults };
};

const readDocument = (document: TypedDocument, row: number, now: string): Read<RestsOn> => {
  const { number, day, issuer } = document;
  if (number === '' && day === '' && issuer === '') return { value: undefined, faults: [] };
  const empty =
    number === '' ? 'number' : day === '' ? 'day' : issuer === '' ? 'issuer' : undefined;
  if (empty) {
    const fault = planFault(`document-${row}-${empty}`, 'document-incomplete', { row, empty });
    return { value: undefined, faults: [fault] };
  }
  const long = number.length > 200 ? 'number' : issuer.length > 200 ? 'issuer' : undefined;
  if (long) {
    const details = { field: `document-${long}`, most: 200 };
    return {
      value: undefined,
      faults: [planFault(`document-${row}-${long}`, 'text-long', details)],
    };
  }
  const { value, faults } = readDay(`document-${row}-day`, day, now);
  return { value: value === undefined ? undefined : { number, datedOn: value, issuer }, faults };
};

interface Order {
  readonly cutOffOn: string | undefined;
  readonly opensAt: string | undefined;
  readonly deadlineAt: string | undefined;
}

const orderFaults = ({ cutOffOn, opensAt, deadlineAt }: Order, now: string): PlanFault[] => [
  ...(cutOffOn && cutOffOn > yearsLater(startsAt(now).day, 1)
    ? [planFault('cutOff', 'cut-off-far')]
    : []),
  ...(opensAt && deadlineAt && opensAt >= deadlineAt
    ? [planFault('opensDay', 'opens-after-deadline')]
    : []),
  ...(cutOffOn && deadlineAt && endsAt(deadlineAt).day < cutOffOn
    ? [planFault('dueDay', 'deadline-before-cut-off')]
    : []),
];
