import { type Campaign, dueAt } from '../campaigns/campaign.ts';
import { dateTimeText, deadlineText } from '../kit/time.ts';
import { linkSpot, type Recipient } from '../mail/mail.ts';
import type { Texts } from '../mail/texts.ts';
import { officeValues } from '../strings/mail-values.ts';
import { addressesText, chatText, lastReminderText, linkButtonText } from '../strings/reminders.ts';
import { stateForOffice } from '../strings/reports.ts';
import type { AskQuery } from './ask-query.ts';
import { askStates } from './ask-query.ts';
import type { AskableUnit } from './askable-store.ts';
import type { AskPage, AskPreviewPage, AskRow } from './pages.ts';
import { phoneLines } from './plan-page.ts';
import { reminderText } from './reminder-mail.ts';

/** The address of an officer's own reminder. */
export const askPath = (campaignCode: string): string => `/tien-do/${campaignCode}/nhac`;

type Reached = ReadonlyMap<string, readonly Recipient[]>;

/** A unit on the list of the choice. */
export const askRow = (
  unit: AskableUnit,
  { reached, board, ticked }: { reached: Reached; board: string; ticked: boolean },
): AskRow => ({
  code: unit.code,
  unit: unit.name,
  group: unit.groupName,
  href: `${board}/${unit.code}`,
  ticked,
  state: stateForOffice[unit.state],
  addresses: addressesText(reached.get(unit.unitId)?.length ?? 0),
  last: lastReminderText(timeOf(unit.remindedAt), timeOf(unit.calledAt)),
});

const timeOf = (instant: string | null): string => (instant === null ? '' : dateTimeText(instant));

const all = { value: '', label: 'Tất cả' };

/** The filter above the choice. */
export const askFilter = (
  query: AskQuery,
  units: readonly AskableUnit[],
): Pick<AskPage, 'filter' | 'groupOptions' | 'stateOptions'> => {
  const groups = new Map(units.map(({ group, groupName }) => [group, groupName]));
  return {
    filter: query,
    groupOptions: [all, ...[...groups].map(([value, label]) => ({ value, label }))],
    stateOptions: [
      all,
      ...Object.entries(askStates).map(([value, { label }]) => ({ value, label })),
    ],
  };
};

interface Previewed {
  readonly campaign: Campaign;
  readonly units: readonly AskableUnit[];
  readonly reached: Reached;
  readonly texts: Texts;
  readonly words: string;
  readonly board: string;
  readonly baseUrl: string;
  readonly now: string;
}

/** Who gets what, before it goes out. */
export const previewOf = (
  previewed: Previewed,
): Pick<AskPreviewPage, 'codes' | 'units' | 'phones' | 'mails' | 'sample' | 'chat'> => {
  const { units, reached, board } = previewed;
  const shown = units.flatMap(({ name, unitId }) => {
    const addresses = reached.get(unitId)?.map(({ address }) => address) ?? [];
    return addresses.length > 0 ? [{ unit: name, addresses }] : [];
  });
  return {
    codes: units.map(({ code }) => code),
    units: shown,
    phones: phoneLines(units, reached, board),
    mails: shown.reduce((sum, { addresses }) => sum + addresses.length, 0),
    sample: sampleOf(previewed),
    chat: chatOf(previewed),
  };
};

const sampleOf = (previewed: Previewed): AskPreviewPage['sample'] => {
  const { campaign, texts, units, reached, words, now } = previewed;
  const unit = units.find(({ unitId }) => reached.has(unitId));
  const [to] = (unit && reached.get(unit.unitId)) ?? [];
  if (!unit || !to) return null;
  const own = { ...unit, dueAt: dueAt(campaign, unit.extendedUntil) };
  const { subject, body } = reminderText(texts, campaign, own, to, { words, now });
  const paragraphs = body.replaceAll(linkSpot, linkButtonText).split('\n\n');
  return { to: to.address, subject, paragraphs };
};

const chatOf = ({ campaign, units, words, baseUrl }: Previewed): string => {
  const deadline = deadlineText(campaign.deadlineAt);
  const { phong, lien_he } = officeValues(campaign);
  const lines = units.map(({ name, extendedUntil }) => {
    const due = deadlineText(dueAt(campaign, extendedUntil));
    return { unit: name, due: due === deadline ? '' : due };
  });
  const place = `${baseUrl}/bao-cao`;
  return chatText({
    office: phong,
    ask: lien_he,
    title: campaign.title,
    deadline,
    lines,
    words,
    place,
  });
};
