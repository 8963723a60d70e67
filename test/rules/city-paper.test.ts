import { describe, expect, test } from 'vitest';
import { consolidate } from '../../src/appendix/consolidate.ts';
import { dispatchOfHaiDuong } from '../../src/campaigns/first-campaign.ts';
import { cityPaper } from '../../src/papers/city-paper.ts';
import type { Table } from '../../src/papers/paper.ts';
import { aCampaign, aUnit, aVersion, exportedAt } from '../support/appendix-input.ts';
import { textsOf } from '../support/paper-input.ts';

const late = aVersion({ 'can-bo': [10, 8] }, { sentAt: '2024-12-12T19:00:00.000Z' });
const groups = [
  {
    code: 'I',
    name: 'Các phòng, ban, đơn vị',
    units: [
      aUnit('Phòng Nội vụ', { sent: aVersion({ 'cong-chuc': [1200, 1199] }) }),
      aUnit('Phòng Tư pháp', { state: 'not_started' }),
    ],
  },
  {
    code: 'II',
    name: 'UBND các phường, xã',
    units: [
      aUnit('UBND phường Quang Trung', { sent: late }),
      aUnit('UBND xã An Thượng', { state: 'exempt' }),
    ],
  },
];

const paperOf = (units: typeof groups, campaign = aCampaign()) =>
  cityPaper({
    campaign,
    documents: dispatchOfHaiDuong.documents,
    consolidation: consolidate(campaign.categories, units),
    at: exportedAt,
  });

describe("the city's own report", () => {
  test('tells the organiser who has reported, who is missing or late, and the sums by group', () => {
    const texts = textsOf(paperOf(groups), 0);
    expect(texts.slice(0, 2)).toEqual(['ỦY BAN NHÂN DÂN THÀNH PHỐ HẢI DƯƠNG', 'Số: ……/BC-UBND']);
    expect(texts.slice(7)).toEqual([
      'Kính gửi: Ban Tổ chức cuộc thi',
      'Căn cứ Công văn số 1776/BTC-NV ngày 09/12/2024 của Ban Tổ chức cuộc thi;',
      'Căn cứ Kế hoạch số 3985/KH-UBND ngày 29/10/2024 của UBND tỉnh Hải Dương;',
      'UBND thành phố Hải Dương báo cáo kết quả tham gia Cuộc thi trực tuyến tuyên truyền về công tác cải cách hành chính tỉnh Hải Dương năm 2024 như sau:',
      '1. Tình hình báo cáo của các đơn vị',
      'Tính đến 13/12/2024 10:20, 2/3 đơn vị thuộc diện báo cáo đã gửi báo cáo.',
      '1 đơn vị chưa gửi báo cáo: Phòng Tư pháp.',
      '1 đơn vị gửi báo cáo sau hạn: UBND phường Quang Trung.',
      '1 đơn vị không thuộc diện báo cáo: UBND xã An Thượng.',
      '2. Số lượng và tỷ lệ tham gia',
      'Tính đến ngày 30/11/2024, các đơn vị đã báo cáo quản lý 1.210 cán bộ, công chức, viên chức. Số người tham gia dự thi: 1.207 người, đạt tỷ lệ 99,75%. Kết quả theo nhóm đơn vị:',
      'STT | Nhóm đơn vị | Số đơn vị đã báo cáo | Số lượng | Tham gia dự thi | Tỷ lệ',
      'I | Các phòng, ban, đơn vị | 1/2 | 1.200 | 1.199 | 99,92%',
      'II | UBND các phường, xã | 1/1 | 10 | 8 | 80,00%',
      ' | Tổng cộng | 2/3 | 1.210 | 1.207 | 99,75%',
      'Số liệu chi tiết của từng đơn vị có trong Phụ lục kèm theo báo cáo này.',
      'Trên đây là báo cáo của UBND thành phố Hải Dương, kính gửi Ban Tổ chức cuộc thi tổng hợp./.',
      'Nơi nhận:',
      '- Như trên;',
      '- Lưu: VT.',
      'TM. ỦY BAN NHÂN DÂN',
      'CHỦ TỊCH',
      '……'.repeat(4),
    ]);
  });

  test('has the Phụ lục as landscape pages: columns and figures of the first sheet', () => {
    const paper = paperOf(groups);
    expect(paper.sections[1]).toMatchObject({ landscape: true, firstNumber: null });
    const texts = textsOf(paper, 1);
    expect(texts.slice(2)).toEqual([
      '(Kèm theo Báo cáo số ……/BC-UBND của Ủy ban nhân dân thành phố Hải Dương)',
      'STT | Tên cơ quan, đơn vị | CBCCVC tính đến ngày 30/11/2024 | Tham gia dự thi | Tỷ lệ (%) | Ghi chú',
      'Tổng số | Cán bộ | Công chức | Viên chức | Tổng số | Cán bộ | Công chức | Viên chức',
      'I | Các phòng, ban, đơn vị | 1.200 | 0 | 1.200 | 0 | 1.199 | 0 | 1.199 | 0 | 99,92 | 1/2 đơn vị',
      '1 | Phòng Nội vụ | 1.200 | 0 | 1.200 | 0 | 1.199 | 0 | 1.199 | 0 | 99,92 | ',
      '2 | Phòng Tư pháp |  |  |  |  |  |  |  |  |  | Chưa báo cáo',
      'II | UBND các phường, xã | 10 | 10 | 0 | 0 | 8 | 8 | 0 | 0 | 80,00 | 1/1 đơn vị',
      '1 | UBND phường Quang Trung | 10 | 10 | 0 | 0 | 8 | 8 | 0 | 0 | 80,00 | Gửi muộn 2 giờ',
      '2 | UBND xã An Thượng |  |  |  |  |  |  |  |  |  | Không thuộc diện báo cáo',
      ' | Tổng cộng | 1.210 | 10 | 1.200 | 0 | 1.207 | 8 | 1.199 | 0 | 99,75 | 2/3 đơn vị',
    ]);
  });

  test('names a dozen units and counts the others; with everybody there it says so', () => {
    const many = Array.from({ length: 15 }, (_, at) => aUnit(`Đơn vị ${at + 1}`));
    const [missing = ''] = textsOf(paperOf([{ code: 'I', name: 'Khối', units: many }]), 0).filter(
      (text) => text.includes('chưa gửi'),
    );
    expect(missing).toBe(
      `15 đơn vị chưa gửi báo cáo: ${many
        .slice(0, 12)
        .map(({ name }) => name)
        .join('; ')}; và 3 đơn vị khác nêu tại cột Ghi chú của Phụ lục.`,
    );
    const all = textsOf(
      paperOf([{ ...groups[0], units: groups[0]?.units.slice(0, 1) } as never]),
      0,
    );
    expect(all).toContain('Tất cả các đơn vị thuộc diện báo cáo đã gửi báo cáo.');
  });

  test('keeps its Phụ lục on the page with one category, with five and with eight', () => {
    for (const count of [1, 5, 8]) {
      const asked = Array.from({ length: count }, (_, at) => {
        return { id: `${at}`, code: `${at}`, name: `Đối tượng ${at}` };
      });
      const [, pages] = paperOf(groups.slice(0, 1), aCampaign({ categories: asked })).sections;
      const table = pages?.blocks.find((block): block is Table => block.kind === 'table');
      expect(table?.widths).toHaveLength(4 + 2 * (count + 1));
      const printed = table?.widths.reduce((sum, width) => sum + width, 0) ?? 0;
      expect(Math.abs(printed - 252)).toBeLessThan(1);
      expect(table?.size).toBe(count === 1 ? 12 : count === 5 ? 10 : 8);
    }
  });
});
