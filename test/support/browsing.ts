import type { BrowserContext, BrowserContextOptions } from 'playwright-core';
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
