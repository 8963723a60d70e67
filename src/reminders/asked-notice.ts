import type { Db } from '../db/schema.ts';
import { askedText } from '../strings/reminders.ts';
import { unitByCode } from '../units/catalogue-store.ts';
import type { Asked } from './ask.ts';

/** So many units that were left out are named. */
const mostNamed = 20;

/** The page after an own reminder was sent; its address says what became of it. */
export const askedHref = (path: string, asked: Asked): string => {
  const query = new URLSearchParams({
    xong: asked.isRepeated ? 'da-nhac-roi' : 'da-nhac',
    thu: String(asked.mails),
    'don-vi': String(asked.units),
  });
  if (asked.unreached > 0) query.set('goi', String(asked.unreached));
  if (asked.leftOut.length > 0) query.set('bo', asked.leftOut.slice(0, mostNamed).join(' '));
  if (asked.leftOut.length > mostNamed)
    query.set('bo-nua', String(asked.leftOut.length - mostNamed));
  return `${path}?${query}`;
};

/** What such an address says, in words; `null` for any other. */
export const askedNotice = async (db: Db, query: URLSearchParams): Promise<string | null> => {
  const word = query.get('xong');
  if (word !== 'da-nhac' && word !== 'da-nhac-roi') return null;
  const leftOut: string[] = [];
  for (const code of (query.get('bo') ?? '').split(' ').filter(Boolean).slice(0, mostNamed)) {
    const unit = await unitByCode(db, code);
    if (unit) leftOut.push(unit.name);
  }
  return askedText({
    units: countIn(query, 'don-vi'),
    mails: countIn(query, 'thu'),
    isRepeated: word === 'da-nhac-roi',
    leftOut,
    moreLeftOut: countIn(query, 'bo-nua'),
    unreached: countIn(query, 'goi'),
  });
};

const countIn = (query: URLSearchParams, name: string): number => {
  const text = query.get(name) ?? '';
  return /^\d{1,6}$/.test(text) ? Number(text) : 0;
};
