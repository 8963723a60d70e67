import { describe, expect, test } from 'vitest';
import { codeSigns, codeText, codeTyped } from '../../src/papers/check-code.ts';
import { unitPaper } from '../../src/papers/unit-paper.ts';
import { aContent, aParticipant, aReport, textsOf } from '../support/paper-input.ts';

const three = ['Nguyễn Văn Bình', 'Lê Thị An', 'Trần Văn Đức'].map((name) => aParticipant(name));

describe("a unit's written report", () => {
  test('says who reports to whom, on what it rests, the figures and the rate', () => {
    const content = aContent(three, { signerTitle: 'Hiệu trưởng', signerName: 'Vũ Thị Mẫu' });
    const dispatch = { dispatchNumber: '4120', dispatchOn: '2024-12-10' };
    const texts = textsOf(unitPaper(aReport(content, { campaign: dispatch })), 0);
    expect(texts.slice(0, 11)).toEqual([
      'UBND THÀNH PHỐ HẢI DƯƠNG',
      'TRƯỜNG THCS NGUYỄN HUỆ',
      'Số: ……/BC-……',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Hải Dương, ngày …… tháng …… năm 2024',
      'BÁO CÁO',
      'Kết quả tham gia Cuộc thi trực tuyến tuyên truyền về công tác cải cách hành chính tỉnh Hải Dương năm 2024',
      'Kính gửi: UBND thành phố Hải Dương (qua Phòng Nội vụ)',
      'Căn cứ Công văn số 1776/BTC-NV ngày 09/12/2024 của Ban Tổ chức cuộc thi;',
      'Căn cứ Công văn số 3362/UBND-NV ngày 15/11/2024 của UBND thành phố Hải Dương;',
    ]);
    expect(texts).toContain(
      'Căn cứ Kế hoạch số 3985/KH-UBND ngày 29/10/2024 của UBND tỉnh Hải Dương;',
    );
    expect(texts.slice(13)).toEqual([
      'Thực hiện Công văn số 4120/UBND-NV ngày 10 tháng 12 năm 2024 của UBND thành phố Hải Dương về việc tổng kết Cuộc thi, Trường THCS Nguyễn Huệ báo cáo kết quả như sau:',
      '1. Số lượng và tỷ lệ tham gia',
      'Tính đến ngày 30/11/2024, Trường THCS Nguyễn Huệ quản lý 48 cán bộ, công chức, viên chức. Số người tham gia dự thi: 3 người, đạt tỷ lệ 6,25%. Cụ thể như sau:',
      'Đối tượng | Số lượng | Tham gia dự thi | Tỷ lệ',
      'Cán bộ | 0 | 0 | —',
      'Công chức | 0 | 0 | —',
      'Viên chức | 48 | 3 | 6,25%',
      'Tổng số | 48 | 3 | 6,25%',
      'Danh sách người dự thi có trong Phụ lục kèm theo báo cáo này.',
      'Trên đây là báo cáo của Trường THCS Nguyễn Huệ, kính đề nghị UBND thành phố Hải Dương tổng hợp./.',
      'Nơi nhận:',
      '- Như trên;',
      '- Lưu: VT.',
      'HIỆU TRƯỞNG',
      'Vũ Thị Mẫu',
    ]);
  });

  test('lists its people in its own Phụ lục, by given name as the electronic file does', () => {
    const [, list] = unitPaper(aReport(aContent(three))).sections;
    expect(list).toMatchObject({ landscape: false, firstNumber: null });
    const texts = textsOf(unitPaper(aReport(aContent(three))), 1);
    expect(texts).toEqual([
      'Phụ lục',
      'DANH SÁCH NGƯỜI DỰ THI',
      '(Kèm theo Báo cáo số ……/BC-…… của Trường THCS Nguyễn Huệ)',
      'STT | Họ và tên | Chức vụ | Đối tượng | Ghi chú',
      '1 | Lê Thị An | Giáo viên | Viên chức | ',
      '2 | Nguyễn Văn Bình | Giáo viên | Viên chức | ',
      '3 | Trần Văn Đức | Giáo viên | Viên chức | ',
    ]);
    const asked = aReport(aContent([aParticipant('Lê Thị An', { birthDate: '1990-05-02' })]), {
      campaign: { birthDateAsked: true },
    });
    expect(textsOf(unitPaper(asked), 1).at(-1)).toBe(
      '1 | Lê Thị An | 02/05/1990 | Giáo viên | Viên chức | ',
    );
  });

  test('of a unit in which nobody took part gives the reason, and has no list', () => {
    const content = aContent([], {
      nobodyReason: 'Đơn vị mới thành lập.',
      explanations: ['Giảm 3 người do nghỉ hưu.'],
      proposals: 'Tổ chức thi lại.\n\nGửi tài khoản sớm hơn.',
    });
    const paper = unitPaper(aReport(content));
    expect(paper.sections).toHaveLength(1);
    const texts = textsOf(paper, 0);
    expect(texts).toContain(
      'Tính đến ngày 30/11/2024, Trường THCS Nguyễn Huệ quản lý 48 cán bộ, công chức, viên chức. Không có người tham gia dự thi. Cụ thể như sau:',
    );
    expect(texts.join('\n')).not.toContain('kèm theo báo cáo này');
    expect(texts.slice(-12, -5)).toEqual([
      '2. Giải trình',
      'Lý do không có người dự thi: Đơn vị mới thành lập.',
      'Giảm 3 người do nghỉ hưu.',
      '3. Đề xuất, kiến nghị',
      'Tổ chức thi lại.',
      'Gửi tài khoản sớm hơn.',
      'Trên đây là báo cáo của Trường THCS Nguyễn Huệ, kính đề nghị UBND thành phố Hải Dương tổng hợp./.',
    ]);
    // Who signs was not entered: room to write it by hand.
    expect(texts.slice(-2)).toEqual(['……'.repeat(4), '……'.repeat(4)]);
  });

  test("of a ward's committee stands alone, in full, and is signed on its behalf", () => {
    const content = aContent(three, { signerTitle: 'Chủ tịch' });
    const texts = textsOf(unitPaper(aReport(content, { unitName: 'UBND phường Quang Trung' })), 0);
    expect(texts.slice(0, 2)).toEqual(['ỦY BAN NHÂN DÂN PHƯỜNG QUANG TRUNG', 'Số: ……/BC-UBND']);
    expect(texts.slice(-3, -1)).toEqual(['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH']);
    const typed = aContent(three, { signerTitle: 'TM. UBND, Chủ tịch' });
    const own = textsOf(unitPaper(aReport(typed, { unitName: 'UBND phường Quang Trung' })), 0);
    expect(own).not.toContain('TM. ỦY BAN NHÂN DÂN');
    const office = textsOf(unitPaper(aReport(content, { unitName: 'Phòng Nội vụ' })), 0);
    expect(office).toContain('Kính gửi: UBND thành phố Hải Dương');
  });

  test('carries its check code on every page once sent, the draft its mark and no code', () => {
    const sent = unitPaper(aReport(aContent(three)));
    for (const { foot, mark } of sent.sections) {
      expect(mark).toBeNull();
      expect(foot).toEqual({
        text: 'Biên nhận số 12 · Bản gửi 2, gửi lúc 11/12/2024 09:00 · Mã kiểm tra: BCDF-2345\nhttps://bao-cao.example/kiem-tra/BCDF2345',
        address: 'https://bao-cao.example/kiem-tra/BCDF2345',
      });
    }
    const draft = unitPaper(aReport(aContent(three), { sent: null }));
    expect(draft.sections.map(({ mark, foot }) => [mark, foot])).toEqual([
      ['BẢN NHÁP', null],
      ['BẢN NHÁP', null],
    ]);
  });

  test('has a line for each category that was asked when it was sent, be it one or eight', () => {
    const named = (count: number) =>
      Array.from({ length: count }, (_, at) => ({
        id: `${at}`,
        code: `${at}`,
        name: `Loại ${at}`,
      }));
    const rowsFor = (count: number, answered: number) => {
      const counts = named(answered).map(({ id }) => {
        return { categoryId: id, headcount: 1234, participants: 0 };
      });
      const report = aReport(aContent([], { counts }), { campaign: { categories: named(count) } });
      return textsOf(unitPaper(report), 0).filter((text) => text.includes(' | '));
    };
    expect(rowsFor(1, 1).slice(1)).toEqual([
      'Loại 0 | 1.234 | 0 | 0,00%',
      'Tổng số | 1.234 | 0 | 0,00%',
    ]);
    expect(rowsFor(8, 8)).toHaveLength(10);
    expect(rowsFor(8, 7)).toHaveLength(9);
  });
});

describe('a check code', () => {
  test('is read however it is typed, and refused when it can be none', () => {
    expect(codeText('BCDF2345')).toBe('BCDF-2345');
    for (const typed of ['BCDF-2345', ' bcdf 2345 ', 'bcdf2345', 'BCDF–2345'])
      expect(codeTyped(typed)).toBe('BCDF2345');
    for (const typed of ['', 'BCDF234', 'BCDF23456', 'BCDF234O', 'BCDF234A', 'BCDF234Đ'])
      expect(codeTyped(typed)).toBeUndefined();
    expect(codeSigns).not.toMatch(/[01OILAEIU]/);
    expect(new Set(codeSigns).size).toBe(27);
  });
});
