/** The cells of a text copied or saved from a spreadsheet, row by row. */
export declare const cellsFromText: (text: string, separator?: string) => string[][];
