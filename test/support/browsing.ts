import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import type { Product } from './product.ts';

/** A browser context that is signed in already: the session is made by the product's own sign-in page. */
export const signedInContext = async (
  open: (options: BrowserContextOptions) => Promise<BrowserContext>,
  product: Product,
  person: { email: string; password: string } | null,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> => {
  const context = await open({ baseURL: product.address, ...options });
  if (!person) return context;
  const visitor = product.visitor();
  await visitor.signIn(person.email, person.password);
  const value = visitor.session ?? '';
  await context.addCookies([{ name: 'phuluc', value, url: product.address }]);
  return context;
};

/**
 * Does the work, then waits until an autosave that carries `typed` is answered with `status`.
 * The wait begins before the work: on a slow machine the answer may be there before the work is over.
 */
export const saving = async (
  page: Page,
  typed: string,
  work: () => Promise<unknown>,
  status = 200,
): Promise<void> => {
  const answered = page.waitForResponse(
    (response) =>
      response.url().endsWith('/nhap') &&
      response.status() === status &&
      [...new URLSearchParams(response.request().postData() ?? '').values()].includes(typed),
  );
  await Promise.all([answered, work()]);
};
