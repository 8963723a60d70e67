import { demo } from './commands/demo.ts';
import { inviteCommand } from './commands/invite.ts';
import { migrateCommand } from './commands/migrate.ts';
import { serve } from './commands/serve.ts';
import { WrongUse } from './commands/wrong-use.ts';
import { readConfig, WrongSetting } from './config.ts';
import { Problem } from './kit/problem.ts';
import { consoleText, helpText } from './strings/console.ts';
import { problemText } from './strings/problems.ts';

/** The commands of the product: what each does with the words after it. */
const commands: Readonly<Record<string, (words: string[]) => Promise<void>>> = {
  serve: async () => serve(readConfig()),
  demo: async () => demo(readConfig()),
  migrate: async () => migrateCommand(readConfig()),
  invite: (words) => inviteCommand(words),
  // Loaded when called: the library that writes workbooks would double a server's start and cost it 27 MB.
  appendix: async (words) => (await import('./commands/appendix.ts')).appendixCommand(words),
  'read-list': async (words) => (await import('./commands/read-list.ts')).readListCommand(words),
};

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
