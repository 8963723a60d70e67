/** What every page shows around its own content. Views read it as `page.chrome`. */
export interface Chrome {
  /** The page's own title; the tab adds the product's name. */
  readonly title: string;
  readonly actor: { readonly name: string; readonly role: string } | null;
  readonly nav: readonly NavItem[];
  /** The value of the hidden `_csrf` field of every form. */
  readonly csrf: string;
  /** The strip "BẢN THỬ" is shown. */
  readonly demo: boolean;
  readonly issuer: string;
  readonly office: string;
  /** Help stands at the same place on every page (WCAG 3.2.6). */
  readonly help: { readonly contact: string; readonly phone: string | null };
  /** Told to the office alone: mails that do not leave; or null. */
  readonly mailTrouble: {
    readonly text: string;
    readonly href: string;
    /** The figure of it; '' where it is no alarm. */
    readonly mark: string;
  } | null;
}

export interface NavItem {
  readonly href: string;
  readonly label: string;
  readonly current: boolean;
  /** A figure that wants to be seen, with what it counts; or missing. */
  readonly mark?: { readonly text: string; readonly meaning: string };
}

export type Tone = 'grey' | 'blue' | 'green' | 'amber' | 'red' | 'dark';

/** A word with a colour: a state, or a tag beside it. */
export interface Badge {
  readonly label: string;
  readonly tone: Tone;
}

/** One sentence of an error summary and the id of the input that it links to. */
export interface ErrorLine {
  readonly field: string;
  readonly text: string;
}
