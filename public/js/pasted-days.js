/** Days in cells copied from a spreadsheet. Pure: the browser and the server use this same module. */

/** Days between the spreadsheets' day 0 (30/12/1899) and 01/01/1970. */
const daysBefore1970 = 25_569;
/** Five digits are a day from 19/05/1927 to 27/11/2036: no other number of a birth date has five. */
const serial = /^[1-4]\d{4}$/;
const midnight = /[ T]0{1,2}:00(:00)?([.,]0+)?$/;

/**
 * A birth date as people write it: a spreadsheet's number of days becomes `30/11/1980`, midnight
 * behind a day goes; everything else stays as it was typed.
 * @param {string} text
 */
export const daySpelling = (text) => {
  if (!serial.test(text)) return text.replace(midnight, '');
  const day = new Date((Number(text) - daysBefore1970) * 86_400_000).toISOString();
  return day.slice(0, 10).split('-').reverse().join('/');
};

/**
 * @param {string} text
 */
export const looksLikeDay = (text) =>
  /^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}( |T|$)/.test(text) ||
  serial.test(text) ||
  /^(19|20)\d\d$/.test(text);
