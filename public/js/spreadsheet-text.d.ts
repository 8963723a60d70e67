/** The cells of a text copied or saved from a spreadsheet, row by row. */
export declare const cellsFromText: (text: string, separator?: string) => string[][];
/** One cell as it is taken over: NFC, blanks folded, trimmed. */
export declare const tidyCell: (text: string) => string;
/** The key under which headings and categories are recognised. */
export declare const foldedKey: (text: string) => string;
