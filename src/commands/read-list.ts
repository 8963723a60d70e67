import { readFileSync, statSync } from 'node:fs';
import { openWorkers } from '../adapters/worker-pool.ts';
import { Problem } from '../kit/problem.ts';
import type { ListRead } from '../lists/reading.ts';
import { consoleText } from '../strings/console.ts';
import { listFaultText } from '../strings/lists.ts';
import { problemText } from '../strings/problems.ts';
import { mostMegabytes } from '../web/upload.ts';
import { readWords } from './words.ts';
import { WrongUse } from './wrong-use.ts';

/** Ends with this when the file could not be read. */
const refusedCode = 3;

/** `read-list FILE`: what the reader makes of a clerk's list, as JSON; the same code and limits as an upload. */
export const readListCommand = async (words: string[]): Promise<void> => {
  const { values, positionals } = readWords('read-list', words, {
    categories: { type: 'string', default: 'Cán bộ,Công chức,Viên chức' },
    'default-category': { type: 'string' },
  });
  const [file, ...more] = positionals;
  if (!file) throw wrong(consoleText.missingFile);
  if (more.length > 0) throw wrong(consoleText.unknownOption);
  const names = values.categories.split(',').map((name) => name.trim());
  const category = values['default-category'];
  if (names.includes('')) throw wrong(consoleText.emptyCategory);
  if (category !== undefined && !names.includes(category))
    throw wrong(consoleText.unknownCategory(category));
  const answer = await answerFor(bytesOf(file), names, category);
  console.log(JSON.stringify(answer));
  if ('refused' in answer) process.exitCode = refusedCode;
};

const wrong = (fault: string): WrongUse => new WrongUse(consoleText.wrongUse('read-list', fault));

/** The bytes of a file, or `undefined` when it is larger than an upload may be. */
const bytesOf = (file: string): Uint8Array | undefined => {
  try {
    if (statSync(file).size > mostMegabytes * 1024 * 1024) return undefined;
    return new Uint8Array(readFileSync(file));
  } catch {
    throw new WrongUse(consoleText.unreadableFile(file));
  }
};

const answerFor = async (
  bytes: Uint8Array | undefined,
  names: readonly string[],
  category: string | undefined,
) => {
  const workers = openWorkers({ file: '' });
  try {
    if (!bytes) throw new Problem('upload-too-large', 'file', { most: mostMegabytes });
    const categories = names.map((name) => ({ id: name, code: name, name }));
    const asking = { categories, birthDateAsked: false, cutOffOn: '' };
    return shown(await workers.list({ bytes, asking, choices: { category } }));
  } catch (refusal) {
    if (!(refusal instanceof Problem)) throw refusal;
    return { refused: { code: refusal.code, message: problemText(refusal) } };
  } finally {
    await workers.close();
  }
};

const shown = ({ reading, repairs }: ListRead) => {
  const place = (at: string): string => (reading.sheet === '' ? at : `${reading.sheet}!${at}`);
  return {
    people: reading.people.map(({ name, title, category, note, at }) => ({
      name,
      title,
      category,
      note,
      at: place(at),
    })),
    faults: reading.faults.map((fault) => ({
      at: place(fault.at),
      code: fault.code,
      value: fault.value,
      message: listFaultText(fault),
    })),
    repaired: repairs.length,
  };
};
