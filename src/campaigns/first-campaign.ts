import { inTransaction } from '../db/open.ts';
import type { Db } from '../db/schema.ts';
import type { Doer } from '../history/store.ts';
import { owe } from '../reports/owed-store.ts';
import { haiDuongGroups, haiDuongUnits } from '../units/hai-duong.ts';
import { addUnits } from '../units/store.ts';
import { addCampaign, campaignLines, type NewCampaign } from './store.ts';

/**
 * The dispatch of the People's Committee of Hải Dương city, December 2024. Its own number and day
 * are blank in the source, so the office fills them in. No phone number is given there.
 */
export const dispatchOfHaiDuong: NewCampaign = {
  code: 'cchc-2024',
  title: 'Cuộc thi trực tuyến tuyên truyền về công tác cải cách hành chính tỉnh Hải Dương năm 2024',
  subject:
    'tổng kết Cuộc thi trực tuyến tuyên truyền về công tác cải cách hành chính tỉnh Hải Dương năm 2024',
  issuer: 'UBND thành phố Hải Dương',
  office: 'Phòng Nội vụ',
  place: 'Hải Dương',
  cutOffOn: '2024-11-30',
  opensAt: '2024-12-08T17:00:00.000Z',
  deadlineAt: '2024-12-12T17:00:00.000Z',
  dispatchNumber: null,
  dispatchOn: null,
  mailbox: 'phongnoivutphd@gmail.com',
  contactName: 'Phòng Nội vụ thành phố Hải Dương',
  contactPhone: null,
  preparerTitle: 'Người lập biểu',
  signerTitle: 'Trưởng phòng',
  birthDateAsked: false,
  categories: [
    { code: 'can-bo', name: 'Cán bộ' },
    { code: 'cong-chuc', name: 'Công chức' },
    { code: 'vien-chuc', name: 'Viên chức' },
  ],
  documents: [
    { number: '1776/BTC-NV', datedOn: '2024-12-09', issuer: 'Ban Tổ chức cuộc thi' },
    { number: '3362/UBND-NV', datedOn: '2024-11-15', issuer: 'UBND thành phố Hải Dương' },
    { number: '3380/UBND-NV', datedOn: '2024-11-19', issuer: 'UBND thành phố Hải Dương' },
    { number: '3985/KH-UBND', datedOn: '2024-10-29', issuer: 'UBND tỉnh Hải Dương' },
  ],
};

/** Loads the dispatch and its units into an empty database; one that has a campaign is left as it is. */
export const loadFirstCampaign = async (db: Db, doer: Doer): Promise<void> => {
  if ((await campaignLines(db)).length > 0) return;
  await inTransaction(db, async (tx) => {
    await addUnits(tx, haiDuongGroups, haiDuongUnits);
    const campaignId = await addCampaign(tx, dispatchOfHaiDuong, doer);
    await owe(tx, campaignId, doer.at);
  });
};
