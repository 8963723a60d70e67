declare module 'fast-formula-parser' {
  export interface Place {
    readonly row: number;
    readonly col: number;
    readonly sheet?: string;
  }
  export interface Area {
    readonly from: Place;
    readonly to: Place;
  }
  interface Sources {
    onCell(place: Place): unknown;
    onRange(area: Area): unknown[][];
  }
  // biome-ignore lint/style/noDefaultExport: so it is published
  export default class FormulaParser {
    constructor(sources: Sources);
    parse(formula: string, place: Place): unknown;
  }
  /** Finds what a formula rests on. */
  export class DepParser {
    parse(formula: string, place: Place): (Place | Area)[];
  }
}
