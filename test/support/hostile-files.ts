import { constants, deflateRawSync } from 'node:zlib';
import { CFB } from '@e965/xlsx';

/** So many megabytes of nothing, deflated. One is enough to compute: after a full flush the next begins anew. */
export const deflated = (megabytes: number): Uint8Array => {
  const one = Buffer.alloc(1_000_000);
  const goingOn = deflateRawSync(one, { finishFlush: constants.Z_FULL_FLUSH });
  const before = Array.from({ length: megabytes - 1 }, () => goingOn);
  return Buffer.concat([...before, deflateRawSync(one)]);
};

/** An archive of one deflated file whose header says what it likes about its size. */
export const archive = (name: string, packed: Uint8Array, said: number): Uint8Array => {
  const title = Buffer.from(name);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(said, 22);
  local.writeUInt16LE(title.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(said, 24);
  entry.writeUInt16LE(title.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length + title.length, 12);
  end.writeUInt32LE(local.length + title.length + packed.length, 16);
  return new Uint8Array(Buffer.concat([local, title, packed, entry, title, end]));
};

/** A file that Excel saved with a password is an OLE container with this stream. */
export const withPassword = (): Uint8Array => container('/EncryptedPackage');

/** The container of an Excel file of the years before 2007, with nothing true in it. */
export const oldExcel = (): Uint8Array => container('/Workbook');

const container = (stream: string): Uint8Array => {
  const made = CFB.utils.cfb_new();
  CFB.utils.cfb_add(made, stream, Buffer.alloc(64));
  return new Uint8Array(CFB.write(made, { type: 'buffer' }) as Buffer);
};

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** An xlsx file with one sheet, written by hand: `rows` is what stands in `<sheetData>`. */
export const xlsxOfXml = (
  rows: string,
  { before = '', after = '', more = {} }: Partial<Raw> = {},
): Uint8Array => {
  const parts: Record<string, string> = {
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Danh sách" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `${head}${before}<worksheet xmlns="${main}"><sheetData>${rows}</sheetData>${after}</worksheet>`,
    ...more,
  };
  const made = CFB.utils.cfb_new();
  for (const [name, text] of Object.entries(parts))
    CFB.utils.cfb_add(made, `/${name}`, Buffer.from(text));
  const options = { fileType: 'zip', compression: true, type: 'buffer' } as const;
  return new Uint8Array(CFB.write(made, options) as Buffer);
};

interface Raw {
  /** Stands in front of the sheet's root element, a DTD for instance. */
  readonly before: string;
  /** Stands behind the rows. */
  readonly after: string;
  readonly more: Readonly<Record<string, string>>;
}

/** A cell with its text inside: `cellXml('B2', 'Nguyễn Văn An')`. */
export const cellXml = (at: string, text: string, attributes = ''): string =>
  `<c r="${at}" t="inlineStr" ${attributes}><is><t>${text}</t></is></c>`;

/** The rows of a good list of two people. */
export const goodRows = [
  `<row r="1">${cellXml('A1', 'Họ và tên')}${cellXml('B1', 'Chức vụ')}${cellXml('C1', 'Đối tượng')}</row>`,
  `<row r="2">${cellXml('A2', 'Nguyễn Văn An')}${cellXml('B2', 'Giáo viên')}${cellXml('C2', 'Viên chức')}</row>`,
  `<row r="3">${cellXml('A3', 'Trần Thị Bình')}${cellXml('B3', 'Kế toán')}${cellXml('C3', 'Công chức')}</row>`,
].join('');
