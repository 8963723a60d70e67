import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rowsFromText } from '../../public/js/pasted-rows.js';

const categories = ['cán bộ', 'công chức', 'viên chức'];
const read = (text: string) => rowsFromText(text, { categories });
const row = (name: string, title = '', category = '', note = '') => ({
  name,
  birthDate: '',
  title,
  category,
  note,
});

describe('a list pasted without headings', () => {
  test('is read in the order of the page', () => {
    expect(read('Trần Thị Mai\tVăn thư\tcông chức\tnghỉ phép\r\n').rows).toEqual([
      row('Trần Thị Mai', 'Văn thư', 'công chức', 'nghỉ phép'),
    ]);
  });

  test('loses its numbering column', () => {
    const { rows } = read('1\tTrần Thị Mai\tVăn thư\n2\tLê Văn Bình\tKế toán\n');
    expect(rows).toEqual([row('Trần Thị Mai', 'Văn thư'), row('Lê Văn Bình', 'Kế toán')]);
  });

  test('keeps a column of names alone, and says that it held nothing else', () => {
    const pasted = read('Trần Thị Mai\nLê Văn Bình');
    expect(pasted.rows).toEqual([row('Trần Thị Mai'), row('Lê Văn Bình')]);
    expect(pasted.columns).toEqual(['name']);
  });

  test('finds the category by its words, wherever it stands', () => {
    const { rows } = read('Trần Thị Mai\tViên chức\tGiáo viên\nLê Văn Bình\tVIEN CHUC\tVăn thư');
    expect(rows).toEqual([
      row('Trần Thị Mai', 'Giáo viên', 'viên chức'),
      row('Lê Văn Bình', 'Văn thư', 'viên chức'),
    ]);
  });

  test('joins family and given name in two columns, but takes "GV" for a position', () => {
    expect(read('1\tTrần Thị\tMai\tGiáo viên\n2\tLê Văn\tBình\tVăn thư').rows).toEqual([
      row('Trần Thị Mai', 'Giáo viên'),
      row('Lê Văn Bình', 'Văn thư'),
    ]);
    expect(read('Trần Thị Mai\tGV\nLê Văn Bình\tGV').rows[0]).toEqual(row('Trần Thị Mai', 'GV'));
  });

  test('keeps an unknown category as it was typed', () => {
    expect(read('Trần Thị Mai\tVăn thư\tcộng tác viên').rows[0]?.category).toBe('cộng tác viên');
  });

  test('counts the columns that found no place', () => {
    expect(read('Trần Thị Mai\tVăn thư\tcông chức\tghi\tthừa').ignored).toBe(1);
  });
});

describe('a list pasted with headings', () => {
  test('is mapped by them in any order, with or without marks, in any case', () => {
    const text = 'GHI CHU\tĐối tượng\tHọ và\u00A0tên\nmới\tCông Chức\tTrần Thị Mai';
    const pasted = read(text);
    expect(pasted.header).toBe(true);
    expect(pasted.rows).toEqual([row('Trần Thị Mai', '', 'công chức', 'mới')]);
    expect(pasted.columns).toEqual(['name', 'category', 'note']);
  });

  test('drops the titles above them and the line of column numbers below', () => {
    const text =
      'DANH SÁCH DỰ THI\t\t\nSTT\tHọ tên\tChức danh\n(1)\t(2)\t(3)\n1\tTrần Thị Mai\tVăn thư';
    expect(read(text).rows).toEqual([row('Trần Thị Mai', 'Văn thư')]);
  });

  test('joins họ đệm and tên, under two headings or one that stretches over both', () => {
    const expected = [row('Trần Thị Mai', 'Văn thư'), row('Lê Văn Ý', 'Kế toán')];
    const people = 'Trần Thị\tMai\tVăn thư\nLê Văn\tÝ\tKế toán';
    expect(read(`Họ đệm\tTên\tChức vụ\n${people}`).rows).toEqual(expected);
    expect(read(`Họ và tên\t\tChức vụ\n${people}`).rows).toEqual(expected);
  });

  test('leaves columns with other headings out', () => {
    const pasted = read('TT\tHọ và tên\tĐơn vị\n1\tTrần Thị Mai\tPhòng Tài chính');
    expect(pasted.rows).toEqual([row('Trần Thị Mai')]);
    expect(pasted.ignored).toBe(1);
  });
});

describe('the text itself', () => {
  test('may have quoted cells with line breaks and doubled quotes', () => {
    expect(read('Trần Thị Mai\t"Phó ""trưởng""\nphòng"\n').rows).toEqual([
      row('Trần Thị Mai', 'Phó "trưởng" phòng'),
    ]);
  });

  test('a quote that is never closed is an ordinary character', () => {
    expect(read('Trần Thị Mai\t"Văn thư\nLê Văn Bình\tKế toán').rows).toEqual([
      row('Trần Thị Mai', '"Văn thư'),
      row('Lê Văn Bình', 'Kế toán'),
    ]);
  });

  test.each([';', ','])('is split at "%s" when there is no tab', (sign) => {
    const text = `Trần Thị Mai${sign}Văn thư\nLê Văn Bình${sign}Kế toán`;
    expect(read(text).rows[1]).toEqual(row('Lê Văn Bình', 'Kế toán'));
  });

  test('is composed, and loses blanks, invisible characters and empty rows', () => {
    const text = `\uFEFF\u00A0Tra\u0302\u0300n\u200B  Thị Mai \n\t\t\n \n`.normalize('NFD');
    expect(read(text).rows).toEqual([row('Trần Thị Mai')]);
  });

  test('may be empty', () => {
    expect(read('')).toEqual({ rows: [], cells: [], columns: [], header: false, ignored: 0 });
  });
});

const quoted = (cell: string) => (/["\t\n\r]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell);
const word = fc.stringMatching(/^[a-z"\t\n,;]{0,8}$/).map((text) => `x${text}x`);

test('whatever a spreadsheet quotes comes back cell by cell', () => {
  const tables = fc.array(fc.array(word, { minLength: 2, maxLength: 5 }), { minLength: 1 });
  const flat = (cell: string) => cell.replace(/\s+/g, ' ');
  fc.assert(
    fc.property(tables, (table) => {
      const text = table.map((cells) => cells.map(quoted).join('\t')).join('\r\n');
      expect(read(text).cells).toEqual(table.map((cells) => cells.map(flat)));
    }),
  );
});

test('no text whatever makes it stumble, and no row comes out blank', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'Ồ', '"', '\t', '\n', ',', ';', ' ', '1') });
  fc.assert(
    fc.property(text, (pasted) => {
      for (const person of read(pasted).rows) expect(Object.values(person).join('')).not.toBe('');
    }),
  );
});
