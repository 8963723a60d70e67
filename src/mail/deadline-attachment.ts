import { secondsBetween } from '../kit/time.ts';
import { deadlineTitle } from '../strings/mail-values.ts';
import type { Attachment } from './mail.ts';

/** Numbers of editions count from here; calendars take up to 2^31 - 1. */
const firstEdition = '2024-01-01T00:00:00.000Z';

/**
 * A unit's deadline, as it stands at the instant `at`, for the recipient's calendar. Whatever moves it
 * (an extension, another deadline for all) makes a later edition of the same entry: the edition's
 * number is the time, so that nobody has to count.
 */
export const deadlineAttachment = (
  unit: {
    readonly reportId: string;
    readonly name: string;
    /** The first instant that is late for it. */
    readonly dueAt: string;
  },
  campaignTitle: string,
  at: string,
): Attachment => ({
  kind: 'deadline',
  uid: `deadline-${unit.reportId}@phuluc`,
  sequence: Math.max(0, secondsBetween(firstEdition, at)),
  title: deadlineTitle(unit.name, campaignTitle),
  dueAt: unit.dueAt,
});
