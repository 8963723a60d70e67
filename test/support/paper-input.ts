import type { Campaign } from '../../src/campaigns/campaign.ts';
import { dispatchOfHaiDuong } from '../../src/campaigns/first-campaign.ts';
import type { Block, Paper } from '../../src/papers/paper.ts';
import type { ReportedContent, SentMark, UnitReport } from '../../src/papers/unit-paper.ts';
import type { Participant } from '../../src/participants/participant.ts';
import { aCampaign, inTime } from './appendix-input.ts';

export const aMark: SentMark = {
  receipt: 12,
  version: 2,
  sentAt: inTime,
  code: 'BCDF2345',
  address: 'https://bao-cao.example/kiem-tra/BCDF2345',
};

export const aParticipant = (name: string, changes: Partial<Participant> = {}): Participant => ({
  name,
  birthDate: '',
  title: 'Giáo viên',
  categoryId: 'vien-chuc',
  note: '',
  ...changes,
});

/** A school's report: these people of 48 viên chức took part. */
export const aContent = (
  participants: readonly Participant[],
  changes: Partial<ReportedContent> = {},
): ReportedContent => ({
  counts: [
    { categoryId: 'can-bo', headcount: 0, participants: 0 },
    { categoryId: 'cong-chuc', headcount: 0, participants: 0 },
    { categoryId: 'vien-chuc', headcount: 48, participants: participants.length },
  ],
  participants,
  nobodyReason: null,
  explanations: [],
  proposals: '',
  signerTitle: '',
  signerName: '',
  ...changes,
});

export const aReport = (
  content: ReportedContent,
  changes: Partial<Omit<UnitReport, 'campaign'>> & { campaign?: Partial<Campaign> } = {},
): UnitReport => ({
  documents: dispatchOfHaiDuong.documents,
  unitName: 'Trường THCS Nguyễn Huệ',
  unitCode: 'thcs-nguyen-hue',
  content,
  sent: aMark,
  at: inTime,
  ...changes,
  campaign: aCampaign(changes.campaign),
});

/** The texts of a paper's section, in order; a table row is one text, its cells parted by bars. */
export const textsOf = (paper: Paper, section: number): string[] =>
  (paper.sections[section]?.blocks ?? []).flatMap(blockTexts);

const blockTexts = (block: Block): string[] => {
  switch (block.kind) {
    case 'paragraph':
      return block.text === '' ? [] : [block.text];
    case 'rule':
      return [];
    case 'sides':
      return [...block.left, ...block.right].flatMap(blockTexts);
    case 'table':
      return [...block.head, ...block.rows].map((row) => row.map(({ text }) => text).join(' | '));
  }
};
