import { type ParseArgsConfig, parseArgs } from 'node:util';
import { consoleText } from '../strings/console.ts';
import { WrongUse } from './wrong-use.ts';

/** The words behind a command, read by its own options. Throws `WrongUse` for anything it does not know. */
export const readWords = <Options extends NonNullable<ParseArgsConfig['options']>>(
  command: string,
  words: string[],
  options: Options,
) => {
  try {
    return parseArgs({ args: words, options, allowPositionals: true });
  } catch {
    throw new WrongUse(consoleText.wrongUse(command, consoleText.unknownOption));
  }
};
