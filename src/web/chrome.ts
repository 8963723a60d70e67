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
}

export interface NavItem {
  readonly href: string;
  readonly label: string;
  readonly current: boolean;
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
