import { dispatchDay, dispatchNumber } from '../appendix/head.ts';
import type { Campaign } from '../campaigns/campaign.ts';
import type { RestsOn } from '../campaigns/store.ts';
import { dayText } from '../kit/time.ts';
import { documentKind, letterWords } from '../strings/papers.ts';
import { type Block, paragraph, rule, type Sides } from './paper.ts';
import { letterEnd, letterhead, looks, signingLines } from './paper-layout.ts';

/** Ủy ban nhân dân of a city, a ward or a commune: it stands on its own and signs by its collective. */
const committee = /^(UBND|Ủy ban nhân dân|Uỷ ban nhân dân)(?=\s)/iu;

/** A body's name with nothing abbreviated, as the decree wants that of who issues a document. */
const inFull = (body: string): string => body.replace(committee, 'Ủy ban nhân dân');

/** Whose name stands above the issuing body's; `null` for a people's committee, which stands alone. */
const higherBody = (body: string, issuer: string): string | null =>
  committee.test(body) || body === issuer ? null : issuer;

const symbolOf = (body: string): string =>
  committee.test(body) ? letterWords.committeeSymbol : letterWords.symbol;

const upper = (text: string): string => text.toLocaleUpperCase('vi');

/** Who issues a letter, where, and in which year it is signed. */
export interface Issuing {
  readonly body: string;
  /** The issuer of the campaign: whoever is no committee stands below it. */
  readonly issuer: string;
  readonly place: string;
  readonly year: string;
}

/** The head of a letter: bodies and number at the left, Quốc hiệu, Tiêu ngữ, place and day at the right. */
export const head = ({ body, issuer, place, year }: Issuing): Sides => {
  const higher = higherBody(body, issuer);
  const issuing = upper(inFull(body));
  return {
    kind: 'sides',
    widths: letterhead.widths,
    left: [
      ...(higher === null ? [] : [paragraph('higherBody', upper(higher))]),
      paragraph('issuingBody', issuing),
      rule(issuingRule(issuing)),
      paragraph('number', letterWords.number(symbolOf(body))),
    ],
    right: [
      paragraph('nation', letterWords.nation),
      paragraph('motto', letterWords.motto),
      rule(letterhead.mottoRule),
      paragraph('placeAndDay', letterWords.placeAndDay(place, year)),
    ],
  };
};

/** About a third to a half of the name as it is printed: a capital takes some 0.27 mm for each point. */
const issuingRule = (issuing: string): number => {
  const printed = issuing.length * looks.issuingBody.size * 0.25;
  return Math.round(
    Math.min(printed * letterhead.issuingRule.part, letterhead.issuingRule.longest),
  );
};

export interface Signing {
  readonly body: string;
  /** '' leaves dots to be filled in. */
  readonly title: string;
  readonly name: string;
}

/** The end of a letter: who gets it at the left, who signs it at the right. */
export const end = ({ body, title, name }: Signing): Sides => ({
  kind: 'sides',
  widths: letterEnd.widths,
  left: [
    paragraph('recipientsWord', letterWords.recipientsWord),
    ...letterWords.recipients.map((line) => paragraph('recipients', line)),
  ],
  right: [
    ...(committee.test(body) && !/(^|\s)TM\./iu.test(title)
      ? [paragraph('signerTitle', letterWords.onBehalf)]
      : []),
    paragraph('signerTitle', letterWords.signerTitle(title)),
    ...Array.from({ length: signingLines }, () => paragraph('signingRoom', '')),
    paragraph('signerName', letterWords.signerName(name)),
  ],
});

/** The head of a report's Phụ lục: which table this is, and of which report. */
export const appendixHead = (name: string, body: string): Block[] => [
  paragraph('appendixWord', letterWords.appendix),
  paragraph('appendixName', name),
  paragraph('appendixUnder', letterWords.appendixUnder(symbolOf(body), inFull(body))),
];

/** The documents that a report rests on, a paragraph each. */
export const restingOn = (documents: readonly RestsOn[]): Block[] =>
  documents.map(({ number, datedOn, issuer }) => {
    const cited = letterWords.cited(documentKind(number), number, dayText(datedOn), issuer);
    return paragraph('basis', letterWords.restsOn(cited));
  });

/** The campaign's own dispatch; dots where the office has not entered its number or day. */
export const dispatchCited = (campaign: Campaign): string =>
  letterWords.cited(
    documentKind(''),
    dispatchNumber(campaign),
    dispatchDay(campaign),
    campaign.issuer,
  );
