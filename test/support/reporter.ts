import type { Reporter, TestModule } from 'vitest/node';

/** Ends the run's output with one line of its own numbers: `Tests: 123 passed, 0 failed`. */
export class CountReporter implements Reporter {
  readonly #counts = { passed: 0, failed: 0, skipped: 0 };

  onInit(): void {
    process.once('exit', () => process.stdout.write(`${this.#line()}\n`));
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    for (const module of modules) this.#add(module);
  }

  #add(module: TestModule): void {
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      this.#counts[state === 'pending' ? 'skipped' : state] += 1;
    }
    // A file that does not load has no tests to count: it counts as one that failed.
    if (module.errors().length > 0) this.#counts.failed += 1;
  }

  #line(): string {
    const { passed, failed, skipped } = this.#counts;
    const tail = skipped > 0 ? `, ${skipped} skipped` : '';
    return `Tests: ${passed} passed, ${failed} failed${tail}`;
  }
}
