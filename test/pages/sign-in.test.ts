import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aCity, password, people } from '../support/city.ts';
import { type Product, startProduct } from '../support/product.ts';

let product: Product;
beforeEach(async () => {
  product = await startProduct();
  await aCity(product.context.db);
});
afterEach(() => product.close());

describe('signing in', () => {
  test('opens the own work: clerks their report, the office the board', async () => {
    const minh = product.visitor();
    expect((await minh.signIn(people.minh.email, password)).location).toBe('/');
    expect((await minh.get('/')).location).toBe('/bao-cao');
    const lan = product.visitor();
    await lan.signIn(people.lan.email, password);
    expect((await lan.get('/')).location).toBe('/tien-do');
  });
});
