import { countText, percentText } from '../kit/ratio.ts';
import { factLabels, figureLabels, groupFigureLabels, waitingText } from '../strings/desk.ts';
import type { BoardFigure, BoardGroup, BoardPage } from './board-pages.ts';
import { type BoardAddress, boardHref, listAnchor } from './board-query.ts';
import type { Progress, progressByGroup } from './progress.ts';

/** Where a figure of the board leads: the same board, filtered, in the order that it has. */
interface Place {
  readonly path: string;
  readonly address: BoardAddress;
}

const listOf = ({ path, address }: Place, state: string, group = ''): string =>
  boardHref(path, { ...address, q: '', group, state, page: 1 }) + listAnchor;

/** The large figures, in the order in which an officer works through them on the morning of a deadline. */
export const figuresOf = (progress: Progress, place: Place, now: string): BoardPage['figures'] => {
  const { units, sent, waiting, waitingSince, returned, notSent, drafts } = progress;
  const figure = (
    state: keyof typeof figureLabels,
    value: string,
    note: string,
    tone: 'blue' | 'green' | 'amber' | 'red',
  ) => ({ value, note, tone, label: figureLabels[state], href: listOf(place, state) });
  const share = percentText({ part: sent, whole: units });
  return [
    figure('cho-xem', countText(waiting), waitingText(waitingSince, now), 'blue'),
    figure('chua-gui', countText(notSent), `${countText(drafts)} đơn vị đang nhập`, 'red'),
    figure('tra-lai', countText(returned), 'đang tính theo bản gửi cuối', 'amber'),
    figure('da-bao-cao', `${countText(sent)}/${countText(units)}`, share, 'green'),
  ];
};

/** The small figures. Those that are about trouble are told only while there is some. */
export const factsOf = (progress: Progress, place: Place): BoardFigure[] => {
  const figures: Record<keyof typeof factLabels, number> = {
    'phai-bao-cao': progress.units,
    'qua-han': progress.overdue,
    'sap-han': progress.dueSoon,
    'dang-nhap': progress.beingEntered,
    'dung-han': progress.onTime,
    'gui-muon': progress.late,
    'da-tiep-nhan': progress.accepted,
    mien: progress.exempt,
  };
  return Object.entries(factLabels)
    .map(([state, label]) => ({ state, label, count: figures[state as keyof typeof factLabels] }))
    .filter(({ state, count }) => count > 0 || !untoldWhenNone.has(state))
    .map(({ state, label, count }) => ({
      label,
      value: countText(count),
      href: listOf(place, state),
    }));
};

const untoldWhenNone = new Set(['qua-han', 'sap-han', 'mien']);

/** How far each group has come. */
export const groupFigures = (
  groups: ReturnType<typeof progressByGroup>,
  place: Place,
): BoardGroup[] =>
  groups.map((group) => {
    const { code, name, sent, units, waiting, late, accepted } = group;
    const figures = { 'cho-xem': waiting, 'gui-muon': late, 'da-tiep-nhan': accepted };
    return {
      name,
      href: listOf(place, '', code),
      sent,
      units,
      figures: Object.entries(figures).map(([state, count]) => ({
        label: groupFigureLabels[state as keyof typeof figures],
        value: countText(count),
        href: listOf(place, state, code),
      })),
    };
  });
