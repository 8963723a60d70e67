import { foldMarks, tidyLine } from '../vietnamese/text.ts';
import { isRole, type Role } from './account.ts';
import type { AccountCard } from './people-store.ts';

export const peopleStandings = ['', 'chua-vao', 'mat-khau', 'da-ngung'] as const;
export type PeopleStanding = (typeof peopleStandings)[number];

/** The list of people as its address asks for it. Unknown words are as if they were not there. */
export interface PeopleAddress {
  readonly q: string;
  readonly role: Role | '';
  /** '' for all accounts that are in use. */
  readonly standing: PeopleStanding;
}

export const peopleAddress = (query: URLSearchParams): PeopleAddress => {
  const role = query.get('vai') ?? '';
  return {
    q: tidyLine(query.get('q') ?? '').slice(0, 100),
    role: isRole(role) ? role : '',
    standing: peopleStandings.find((one) => one === query.get('tinh-trang')) ?? '',
  };
};

/** The accounts that fit. Every word of the search stands, without marks, in name, e-mail, phone or units. */
export const peopleShown = (
  cards: readonly AccountCard[],
  { q, role, standing }: PeopleAddress,
): AccountCard[] => {
  const words = foldMarks(q)
    .split(' ')
    .filter((word) => word !== '');
  return cards.filter(
    (card) =>
      fits[standing](card) &&
      (role === '' || card.role === role) &&
      (words.length === 0 || isFound(card, words)),
  );
};

const fits: Record<PeopleStanding, (card: AccountCard) => boolean> = {
  '': (card) => card.deactivatedAt === null,
  'chua-vao': (card) => card.deactivatedAt === null && card.signedInAt === null,
  'mat-khau': (card) => card.deactivatedAt === null && card.hasPassword,
  'da-ngung': (card) => card.deactivatedAt !== null,
};

const isFound = (card: AccountCard, words: readonly string[]): boolean => {
  const units = card.units.flatMap(({ code, name }) => [code, name]);
  const text = foldMarks([card.name, card.email ?? '', card.phone ?? '', ...units].join(' '));
  return words.every((word) => text.includes(word));
};
