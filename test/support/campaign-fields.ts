import type { Product } from './product.ts';

/** The form of a new campaign as an officer fills it in. */
const campaignFields: Readonly<Record<string, string>> = {
  title: 'Cuộc thi tìm hiểu cải cách hành chính năm 2025',
  subject: 'tổng kết Cuộc thi tìm hiểu cải cách hành chính năm 2025',
  code: 'cchc-2025',
  issuer: 'UBND thành phố',
  office: 'Phòng Nội vụ',
  place: 'Hải Dương',
  cutOff: '30/11/2025',
  opensDay: '1/12/2025',
  opensHour: '7:30',
  dueDay: '12/12/2025',
  dueHour: '24:00',
  dispatchNumber: '',
  dispatchDay: '',
  leastRate: '',
  mailbox: '',
  contactName: 'Phòng Nội vụ',
  contactPhone: '0220 3838 383',
  preparerTitle: '',
  signerTitle: 'Trưởng phòng',
};

/** The fields as pairs, with changes; categories by name and, where they exist, by id. */
export const campaignPairs = (
  changes: Readonly<Record<string, string>> = {},
  categories: readonly { readonly id: string; readonly name: string }[] = [
    { id: '', name: 'Viên chức' },
    { id: '', name: 'Người lao động' },
  ],
): [string, string][] => [
  ...Object.entries({ ...campaignFields, ...changes }),
  ...categories.flatMap(({ id, name }): [string, string][] => [
    ['categoryId', id],
    ['categoryName', name],
  ]),
];

/** What the history says about campaigns and their reports, the oldest first. */
export const campaignHistory = ({ context }: Product) =>
  context.db
    .selectFrom('history')
    .select(['action', 'details', 'account_id as by'])
    .where((where) =>
      where.or([
        where('action', 'like', 'campaign.%'),
        where('action', 'like', 'report.e%'),
        where('action', '=', 'report.owed-again'),
      ]),
    )
    .orderBy('seq')
    .execute();
