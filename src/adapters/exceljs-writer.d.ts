/** exceljs publishes no types for this part of it. */
declare module 'exceljs/lib/stream/xlsx/workbook-writer.js' {
  import type exceljs from 'exceljs';

  const WorkbookWriter: typeof exceljs.stream.xlsx.WorkbookWriter;
  // biome-ignore lint/style/noDefaultExport: so it is published
  export default WorkbookWriter;
}
