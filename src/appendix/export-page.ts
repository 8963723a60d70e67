import type { Campaign } from '../campaigns/campaign.ts';
import { countText, percentText } from '../kit/ratio.ts';
import { dateTimeText, dayText, endsAt, endTimeText } from '../kit/time.ts';
import {
  changedText,
  exportedText,
  moreChangesText,
  openText,
  suggestedText,
  sumText,
  unitChangeText,
} from '../strings/exports.ts';
import { sizeText } from '../strings/size.ts';
import { type Consolidation, type Sum, unitsBehind } from './consolidate.ts';
import type { Exported } from './exports-store.ts';
import {
  differenceSince,
  type FinalFigures,
  type FinalVersion,
  finalFigures,
  type UnitChange,
} from './final.ts';
import type { Final } from './finals-store.ts';
import type {
  ChangeLine,
  ExportPage,
  FinalCard,
  FinalizePage,
  Suggestion,
  SumLine,
} from './pages.ts';

/** Where everything that leaves a campaign is taken. */
export const exportPath = (campaignCode: string): string => `/tien-do/${campaignCode}/xuat`;

interface Content {
  readonly campaign: Campaign;
  readonly consolidation: Consolidation;
  readonly finals: readonly Final[];
  readonly exported: readonly Exported[];
  readonly now: string;
}

/** The export page but for what was typed. */
export const exportOf = ({
  campaign,
  consolidation,
  finals,
  exported,
  now,
}: Content): Omit<ExportPage, 'chrome' | 'errors' | 'notice' | 'typed'> => {
  const figures = finalFigures(campaign.categories, consolidation);
  const path = exportPath(campaign.code);
  return {
    campaign: campaign.title,
    boardPath: `/tien-do/${campaign.code}`,
    path,
    now: dateTimeText(now),
    groups: consolidation.groups.map((group) => sumLine(group.name, group)),
    total: sumLine('Tổng cộng', consolidation.total),
    isAsked: consolidation.total.owed > 0,
    missing: missingOf(consolidation),
    exported: exported.map(({ at, by, edition }) => ({
      at: dateTimeText(at),
      by,
      what: exportedText(edition),
    })),
    suggestions: suggestionsFor(campaign, finals, now),
    finals: finals.map((final) => finalCard(final, figures, path)),
  };
};

const sumLine = (name: string, sum: Sum): SumLine => {
  const { headcount, participants } = sum.figures.total;
  return {
    name,
    units: unitsBehind(sum),
    headcount: countText(headcount),
    participants: countText(participants),
    percent: percentText({ part: participants, whole: headcount }),
  };
};

/** Units that owe a report and count in no sum. */
const missingOf = ({ groups }: Consolidation): string[] =>
  groups.flatMap(({ lines }) =>
    lines
      .filter(({ unit, figures }) => !figures && unit.state !== 'exempt')
      .map(({ unit }) => unit.name),
  );

/** The moments that an office asks about: its deadline, once it has passed, and each final. */
export const suggestionsFor = (
  { deadlineAt }: Campaign,
  finals: readonly Final[],
  now: string,
): Suggestion[] => [
  ...(deadlineAt <= now
    ? [{ moment: deadlineAt, label: `${suggestedText.deadline} (${endTimeText(deadlineAt)})` }]
    : []),
  ...finals.map(({ number, at }) => ({
    moment: at,
    label: `${suggestedText.final(number)} (${dateTimeText(at)})`,
  })),
];

/** What stands in the fields before anybody types: the deadline, once it has passed. */
export const momentOffered = ({ deadlineAt }: Campaign, now: string): ExportPage['typed'] => {
  const { day, hour } = endsAt(deadlineAt);
  return deadlineAt <= now ? { day: dayText(day), hour } : { day: '', hour: '17:00' };
};

/** A table of every unit for each final would be a page that nobody can open. */
const mostChangesShown = 100;

const finalCard = (final: Final, now: FinalFigures, path: string): FinalCard => {
  const { before, after, units } = differenceSince(final.figures, now);
  return {
    number: final.number,
    at: dateTimeText(final.at),
    by: final.by,
    sum: sumText(before),
    sumNow: sumText(before) === sumText(after) ? '' : sumText(after),
    sha256: final.sha256,
    fileName: final.fileName,
    size: sizeText(final.bytes),
    path: `${path}/chot/${final.number}`,
    changed: changedText(units.length),
    changes: units.slice(0, mostChangesShown).map(changeLine),
    moreChanges:
      units.length > mostChangesShown ? moreChangesText(units.length - mostChangesShown) : '',
  };
};

const changeLine = (change: UnitChange): ChangeLine => ({
  unit: change.name,
  what: unitChangeText(change),
  before: versionText(change.before),
  after: versionText(change.after),
});

const versionText = (version: FinalVersion | null): string =>
  version ? `${countText(version.participants)}/${countText(version.headcount)}` : '—';

/** The step before a final is made: what it would say, and what would be missing. */
export const finalizeOf = ({
  campaign,
  consolidation,
  finals,
  openClaims,
}: Pick<Content, 'campaign' | 'consolidation' | 'finals'> & {
  /** People whom two units name and about whom nobody has decided. */
  readonly openClaims: number;
}): Omit<FinalizePage, 'chrome' | 'errors'> => {
  const missing = missingOf(consolidation);
  const lines = consolidation.groups.flatMap((group) => group.lines);
  const counted = lines.filter(({ figures }) => figures).map(({ unit }) => unit.state);
  return {
    campaign: campaign.title,
    path: exportPath(campaign.code),
    number: (finals[0]?.number ?? 0) + 1,
    sum: sumText(finalFigures(campaign.categories, consolidation).total),
    open: openText({
      missing: missing.length,
      waiting: counted.filter((state) => state === 'submitted').length,
      claims: openClaims,
      mending: counted.filter((state) => state === 'draft' || state === 'returned').length,
    }),
    isAsked: consolidation.total.owed > 0,
    missing,
    isEmpty: consolidation.total.counted === 0,
  };
};
