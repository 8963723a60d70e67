import { read, utils, write } from '@e965/xlsx';

export type Grid = readonly (readonly (string | number | { formula: string })[])[];

export const unitHead = ['Nhóm', 'Mã đơn vị', 'Tên đơn vị', 'Người liên hệ', 'Email', 'Điện thoại'];
export const accountHead = ['Họ và tên', 'Email', 'Điện thoại', 'Vai trò', 'Mã đơn vị', 'Kết quả'];

/** An xlsx file with these sheets, as somebody's Excel would save it. */
export const xlsxOf = (sheets: Readonly<Record<string, Grid>>): Uint8Array => {
  const workbook = utils.book_new();
  for (const [name, grid] of Object.entries(sheets)) {
    const cells = grid.map((row) =>
      row.map((value) =>
        typeof value === 'object' ? { t: 'n' as const, v: 42, f: value.formula } : value,
      ),
    );
    utils.book_append_sheet(workbook, utils.aoa_to_sheet(cells), name);
  }
  return new Uint8Array(write(workbook, { type: 'array', bookType: 'xlsx', compression: true }));
};

/** A file with the two sheets of the catalogue; a sheet that is left out is not there. */
export const catalogueOf = (rows: { units?: Grid; accounts?: Grid }): Uint8Array =>
  xlsxOf({
    ...(rows.units ? { 'Đơn vị': [unitHead, ...rows.units] } : {}),
    ...(rows.accounts ? { 'Tài khoản': [accountHead, ...rows.accounts] } : {}),
  });

/** A sheet of an xlsx file as rows of texts. */
export const gridIn = (bytes: Uint8Array, sheet: string): string[][] => {
  const found = read(bytes, { type: 'array' }).Sheets[sheet];
  return found ? utils.sheet_to_json(found, { header: 1, raw: false, defval: '' }) : [];
};
