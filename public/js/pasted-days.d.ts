/** A birth date as people write it: a spreadsheet's number of days becomes `30/11/1980`. */
export declare const daySpelling: (text: string) => string;
/** A day in any spelling, a number of days, or a year. */
export declare const looksLikeDay: (text: string) => boolean;
