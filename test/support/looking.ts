import { createRequire } from 'node:module';
import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContext, Page } from 'playwright-core';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** axe itself; the package that drives it would send its half megabyte into every page three times. */
const require = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright'));
const axeFile = require.resolve('axe-core/axe.min.js');
const isThereAlready = 'true';

/** Puts axe into every page that is opened in this context from now on; see `hindrancesOn`. */
export const bringAxe = async (context: BrowserContext): Promise<void> => {
  await context.addInitScript({ path: axeFile });
};

/** What would hinder somebody on this page, one line each: what axe finds, and scrolling sideways. */
export const hindrancesOn = async (page: Page): Promise<string[]> => {
  // Our pages have no frames, so no second page is needed to put the results of frames together.
  const axe = new AxeBuilder({ page, axeSource: isThereAlready }).setLegacyMode();
  const asked = axe.options({ resultTypes: ['violations'] }).withTags(rules);
  const { violations } = await asked.analyze();
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  return [
    ...violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
    ...(sideways > 0 ? [`scrolls sideways by ${sideways} px`] : []),
  ];
};
