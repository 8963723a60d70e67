import { fileStamp } from '../kit/time.ts';

/** `Bao-cao_<unit>_<campaign>_lan-<n>.xlsx`; what a file name may not hold becomes a hyphen. */
export const unitFileName = (unitCode: string, campaignCode: string, version: number): string =>
  `Bao-cao_${plain(unitCode)}_${plain(campaignCode)}_lan-${version}.xlsx`;

/** The written report beside it: `…_lan-<n>.docx`, or `…_ban-nhap.docx` of a draft (`null`). */
export const paperFileName = (
  unitCode: string,
  campaignCode: string,
  version: number | null,
): string => {
  const which = version === null ? 'ban-nhap' : `lan-${version}`;
  return `Bao-cao_${plain(unitCode)}_${plain(campaignCode)}_${which}.docx`;
};

/** The city's own report: `Bao-cao-tong-hop_<campaign>_<yyyymmdd-hhmm>.docx`. */
export const cityFileName = (campaignCode: string, at: string): string =>
  `Bao-cao-tong-hop_${plain(campaignCode)}_${fileStamp(at)}.docx`;

const plain = (code: string): string => code.replace(/[^\w-]+/g, '-');
