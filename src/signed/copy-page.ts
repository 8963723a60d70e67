import { dateTimeText } from '../kit/time.ts';
import { isBeingMended } from '../reports/report.ts';
import type { Report } from '../reports/store.ts';
import { signedText } from '../strings/signed.ts';
import { sizeText } from '../strings/size.ts';
import type { SignedFileLine } from './pages.ts';
import { mayTakeAway, mostBytes, mostFiles, type Side, type SignedFile } from './signed.ts';

/** The files of a signed copy as lines; `path` is where their addresses begin. */
export const fileLines = (files: readonly SignedFile[], path: string): SignedFileLine[] =>
  files.map((file, index) => ({
    number: index + 1,
    name: signedText.file(index + 1),
    kind: signedText.kinds[file.kind],
    size: sizeText(file.size),
    addedAt: dateTimeText(file.addedAt),
    addedBy: file.addedBy,
    href: `${path}/${file.id}`,
    preview: file.kind === 'jpeg' ? `${path}/${file.id}/nho.jpg` : null,
    can: { up: index > 0, down: index < files.length - 1 },
  }));

/** What one side may still do with the signed copy of a report, and what there is to know. */
export const standingOf = (
  report: Pick<Report, 'state' | 'lastVersion'>,
  side: Side,
  files: readonly SignedFile[],
) => {
  const size = files.reduce((sum, file) => sum + file.size, 0);
  const canTakeAway = mayTakeAway(side, report.state);
  return {
    canTakeAway,
    room: signedText.room(mostFiles - files.length, mostBytes - size),
    remark: isBeingMended(report) ? signedText.mended : canTakeAway ? null : signedText.locked,
  };
};
