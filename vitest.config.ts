import { defineConfig } from 'vitest/config';
import { CountReporter } from './test/support/reporter.ts';
import { ProjectAfterProject } from './test/support/sequencer.ts';

const shared = {
  environment: 'node',
  pool: 'forks',
  // Loading the product and its libraries takes longer than most files' tests: a process does it once.
  isolate: false,
  testTimeout: 20_000,
  hookTimeout: 30_000,
  sequence: { hooks: 'list' },
} as const;

/** What needs a database runs twice, on SQLite and on PostgreSQL; everything else once. */
const onBoth = ['test/stores/**/*.test.ts', 'test/pages/**/*.test.ts'];

export default defineConfig({
  test: {
    globalSetup: ['test/support/global-setup.ts'],
    maxWorkers: 2,
    sequence: { sequencer: ProjectAfterProject },
    reporters: ['default', new CountReporter()],
    projects: [
      { test: { ...shared, name: 'sqlite', include: onBoth, provide: { dialect: 'sqlite' } } },
      { test: { ...shared, name: 'postgres', include: onBoth, provide: { dialect: 'postgres' } } },
      {
        test: {
          ...shared,
          name: 'once',
          include: ['test/{rules,guards,browser,processes}/**/*.test.ts'],
          testTimeout: 120_000,
          provide: { dialect: 'sqlite' },
        },
      },
    ],
  },
});
