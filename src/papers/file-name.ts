/** `Bao-cao_<unit>_<campaign>_lan-<n>.xlsx`; what a file name may not hold becomes a hyphen. */
export const unitFileName = (unitCode: string, campaignCode: string, version: number): string =>
  `Bao-cao_${plain(unitCode)}_${plain(campaignCode)}_lan-${version}.xlsx`;

const plain = (code: string): string => code.replace(/[^\w-]+/g, '-');
