import { join } from 'node:path';
import ejs from 'ejs';
import { root } from '../root.ts';

const folder = join(root, 'views');

/** Views get one object, `page`; without `with` they run about twice as fast. */
const options = {
  strict: true,
  _with: false,
  localsName: 'page',
  cache: true,
  root: folder,
  rmWhitespace: true,
  escape: (value: unknown): string => escaped(value === undefined ? '' : String(value)),
};

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&#34;',
  "'": '&#39;',
};

/** Most texts of a page hold nothing to escape: looking first is cheaper than replacing. */
const escaped = (text: string): string =>
  /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign) : text;

/** A page as HTML text. `name` is the view's path below `views/`, without its ending. */
export const render = (name: string, page: object): Promise<string> =>
  ejs.renderFile(join(folder, `${name}.ejs`), page, options);

/**
 * A page as bytes. Where its view says `<!-- kept: list -->` stands the part of that name, which was
 * rendered before: V8 takes long to put together a text of more than 65,000 characters.
 */
export const renderAround = async (name: string, page: object, kept: Kept): Promise<Buffer> => {
  const pieces = (await render(name, page)).split(/<!-- kept: (\w+) -->/);
  return Buffer.concat(
    pieces.map((piece, index) => (index % 2 === 0 ? Buffer.from(piece) : partOf(kept, piece))),
  );
};

const partOf = (kept: Kept, name: string): Buffer => {
  const part = kept[name];
  if (!part) throw new Error(`a view waits for its part ${name}`);
  return part;
};

/** Parts of a page by name, rendered once for all who look. */
export type Kept = Readonly<Record<string, Buffer>>;

/** Part of a page that is kept and shown often. */
export const renderKept = async (name: string, page: object): Promise<Buffer> =>
  Buffer.from(await render(name, page));
