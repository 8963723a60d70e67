import type { ReportHead } from '../reports/pages.ts';
import type { Chrome, ErrorLine } from '../web/chrome.ts';

/** What the views of this room are given. All texts are ready to be shown. */

/** lists/start */
export interface ListStartPage {
  readonly chrome: Chrome;
  readonly errors: readonly ErrorLine[];
  readonly head: ReportHead;
  /** What was pasted and could not be taken. */
  readonly pasted: string;
}

export interface Option {
  readonly value: string;
  readonly label: string;
}

export interface ColumnChoice {
  /** `cot-C` */
  readonly field: string;
  readonly name: string;
  readonly heading: string;
  readonly examples: string;
  readonly value: string;
}

export interface PersonLine {
  readonly row: number;
  readonly name: string;
  readonly birthDate: string;
  readonly title: string;
  readonly category: string;
  readonly note: string;
  readonly faulty: boolean;
}

/** lists/preview */
export interface ListPreviewPage {
  readonly chrome: Chrome;
  readonly errors: readonly ErrorLine[];
  readonly head: ReportHead;
  readonly file: string;
  readonly action: string;
  readonly revision: number;
  readonly count: string;
  readonly faultyCount: number;
  readonly people: readonly PersonLine[];
  readonly morePeople: string;
  readonly withBirthDate: boolean;
  readonly faults: readonly {
    readonly place: string;
    readonly value: string;
    readonly text: string;
  }[];
  readonly moreFaults: string;
  readonly skipped: readonly {
    readonly row: number;
    readonly why: string;
    readonly text: string;
  }[];
  readonly repairs: readonly {
    readonly place: string;
    readonly before: string;
    readonly after: string;
  }[];
  readonly moreRepairs: string;
  readonly asked: {
    readonly sheet: boolean;
    readonly columns: boolean;
    readonly category: number;
  };
  /** The category that the titles speak of, chosen already but not applied; or ''. */
  readonly offered: string;
  readonly sheets: readonly Option[];
  readonly sheet: string;
  readonly header: number;
  /** Which sheet and headings the columns belong to. */
  readonly shownFor: string;
  readonly columns: readonly ColumnChoice[];
  readonly places: readonly Option[];
  readonly categories: readonly Option[];
  readonly category: string;
  readonly letters: 'unicode' | 'as-in-file' | '';
  /** The choices once more, for the buttons. */
  readonly chosen: readonly (readonly [string, string])[];
  /** Labels of the buttons; '' when there is nobody to take. */
  readonly replace: string;
  readonly append: string;
  readonly hasFile: boolean;
}
