import type { SignedKind } from './signed.ts';

/** Letters, digits, `_` and `-` alone, so that any computer unpacks it. */
export const plainName = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .replace(/[^\w-]+/g, '-') || '-';

const endings: Readonly<Record<SignedKind, string>> = { pdf: 'pdf', jpeg: 'jpg' };

/** A version of a unit's report, by the codes in its address. */
export interface VersionCodes {
  readonly unit: string;
  readonly campaign: string;
  readonly version: number;
}

/** `Ban-ky_<unit>_<campaign>_lan-<version>_<01…>.pdf|jpg`; `number` counts the files of a copy from 1. */
export const signedFileName = (of: VersionCodes, number: number, kind: SignedKind): string => {
  const counted = String(number).padStart(2, '0');
  return `Ban-ky_${plainName(of.unit)}_${plainName(of.campaign)}_lan-${of.version}_${counted}.${endings[kind]}`;
};
