import { WrongUse } from './commands/wrong-use.ts';
import { type Config, readConfig, WrongSetting } from './config.ts';
import { Problem } from './kit/problem.ts';
import { consoleText, helpText } from './strings/console.ts';
import { problemText } from './strings/problems.ts';

/**
 * The commands of the product: what each does with the words after it. Each is loaded when it is
 * called: a question about use is answered at once, and a server is spared the library that writes
 * workbooks, which would double its start and cost it 27 MB.
 */
const commands: Readonly<Record<string, (words: string[]) => Promise<void>>> = {
  serve: () => configured(async (config) => (await import('./commands/serve.ts')).serve(config)),
  demo: () => configured(async (config) => (await import('./commands/demo.ts')).demo(config)),
  migrate: () =>
    configured(async (config) => (await import('./commands/migrate.ts')).migrateCommand(config)),
  invite: async (words) => (await import('./commands/invite.ts')).inviteCommand(words),
  appendix: async (words) => (await import('./commands/appendix.ts')).appendixCommand(words),
  'read-list': async (words) => (await import('./commands/read-list.ts')).readListCommand(words),
};

/** Settings that can't be used are refused before anything is loaded. */
const configured = async (command: (config: Config) => Promise<void>): Promise<void> =>
  command(readConfig());

const run = async ([word = '', ...rest]: string[]): Promise<void> => {
  if (word === '' || word === '--help' || word === '-h') {
    console.log(helpText['']);
    return;
  }
  const command = Object.hasOwn(commands, word) ? commands[word] : undefined;
  if (!command) throw new WrongUse(consoleText.unknownCommand(word));
  if (rest.includes('--help') || rest.includes('-h')) {
    console.log(helpText[word]);
    return;
  }
  if (rest.length > 0 && ['serve', 'demo', 'migrate'].includes(word))
    throw new WrongUse(consoleText.wrongUse(word, consoleText.unknownOption));
  await command(rest);
};

/** Wrong use ends with 2 and one line; a refusal with 1 and its sentence; a bug with its stack. */
const explain = (failure: unknown): number => {
  if (failure instanceof WrongUse) {
    console.error(failure.message);
    return 2;
  }
  if (failure instanceof WrongSetting) console.error(failure.message);
  else if (failure instanceof Problem) console.error(problemText(failure));
  else console.error(failure);
  return 1;
};

run(process.argv.slice(2)).catch((failure: unknown) => process.exit(explain(failure)));
