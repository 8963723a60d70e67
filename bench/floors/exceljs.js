import { readFileSync } from 'node:fs';

/**
 * exceljs writing the cells of a file, styles and all. A message is answered with `{ milliseconds }` and
 * by how much the memory of this process grew at its most (in MB); the first answer, of a cold process,
 * includes loading the library.
 */
const [file = ''] = process.argv.slice(2);
const { styles, sheets } = JSON.parse(readFileSync(file, 'utf8'));

process.on('message', async () => {
  const before = process.memoryUsage.rss();
  const began = performance.now();
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  for (const sheet of sheets) writeSheet(workbook.addWorksheet(sheet.name), sheet);
  const bytes = (await workbook.xlsx.writeBuffer()).byteLength;
  const milliseconds = performance.now() - began;
  const megabytes = process.resourceUsage().maxRSS / 1024 - before / 1024 / 1024;
  process.send?.({ milliseconds, megabytes, bytes });
});

/**
 * @param {import('exceljs').Worksheet} worksheet
 * @param {any} sheet
 */
const writeSheet = (worksheet, sheet) => {
  worksheet.columns = sheet.columns.map((/** @type {number} */ width) => ({ width }));
  for (const [index, { height, cells, spans }] of sheet.rows.entries()) {
    const row = worksheet.getRow(index + 1);
    if (height) row.height = height;
    for (const [column, { value, style }] of cells.entries()) {
      const cell = row.getCell(column + 1);
      cell.value = value;
      cell.style = styles[style];
    }
    for (const span of spans) worksheet.mergeCells(span);
  }
};
