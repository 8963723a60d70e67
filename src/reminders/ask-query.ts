import { foldMarks, tidyLine } from '../vietnamese/text.ts';
import type { AskableUnit, AwaitedState } from './askable-store.ts';

/** The filter "trạng thái" of the choice: words of the address → units that fit; '' for all that are waited for. */
export const askStates: Readonly<Record<string, { label: string; state: AwaitedState }>> = {
  'chua-bao-cao': { label: 'Chưa báo cáo', state: 'not_started' },
  'dang-nhap': { label: 'Đang nhập', state: 'draft' },
  'tra-lai': { label: 'Đã trả lại', state: 'returned' },
};

/** Which units are offered. Unknown words of the address are as if they were not there. */
export interface AskQuery {
  readonly q: string;
  readonly group: string;
  readonly state: string;
}

export const askQuery = (query: URLSearchParams): AskQuery => {
  const state = query.get('trang-thai') ?? '';
  return {
    q: tidyLine(query.get('q') ?? '').slice(0, 100),
    group: tidyLine(query.get('nhom') ?? ''),
    state: Object.hasOwn(askStates, state) ? state : '',
  };
};

/** The address of the choice; only what differs from "all" is named. */
export const askHref = (path: string, { q, group, state }: AskQuery): string => {
  const query = new URLSearchParams();
  if (q !== '') query.set('q', q);
  if (group !== '') query.set('nhom', group);
  if (state !== '') query.set('trang-thai', state);
  return query.size > 0 ? `${path}?${query}` : path;
};

/** The units that fit. */
export const fittingUnits = (
  units: readonly AskableUnit[],
  { q, group, state }: AskQuery,
): AskableUnit[] => {
  const search = foldMarks(q);
  const wanted = askStates[state]?.state;
  return units.filter(
    (unit) =>
      unit.searchName.includes(search) &&
      (group === '' || unit.group === group) &&
      (wanted === undefined || unit.state === wanted),
  );
};
