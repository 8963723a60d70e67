import { longestText } from '../participants/participant.ts';
import { type Fault, fault } from './check-rows.ts';
import type { Draft } from './draft.ts';

/** Two pages of a letter. */
const longestProposals = 4000;

/** What is wrong with the texts of the written report: their length alone. All of them may be left out. */
export const letterFaults = ({ proposals, signerTitle, signerName }: Draft): Fault[] => [
  ...tooLong(proposals, longestProposals, 'proposals'),
  ...tooLong(signerTitle, longestText, 'signer-title'),
  ...tooLong(signerName, longestText, 'signer-name'),
];

const tooLong = (text: string, most: number, field: string): Fault[] =>
  text.length > most ? [fault('text-too-long', field, { most })] : [];
