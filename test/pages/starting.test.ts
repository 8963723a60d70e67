import { expect, test } from 'vitest';
import { start } from '../../src/commands/serve.ts';
import { emptyPlace } from '../support/database.ts';
import { configOf } from '../support/product.ts';
import { Visitor } from '../support/visitor.ts';

/** The other tests get the product over a database that is migrated and open already. */
test('the product brings an empty database up to date, serves from it, and lets go of it', async () => {
  const { place, remove } = await emptyPlace();
  const { address, context, stop } = await start(configOf(place));
  expect((await new Visitor(address).get('/dang-nhap')).status).toBe(200);
  const refusal = context.workers.read(Uint8Array.of());
  await expect(refusal).rejects.toMatchObject({ code: 'upload-empty' });
  await stop();
  await expect(new Visitor(address).get('/dang-nhap')).rejects.toThrow('fetch failed');
  await expect(context.db.selectFrom('account').selectAll().execute()).rejects.toThrow();
  await expect(context.workers.read(Uint8Array.of())).rejects.toThrow();
  await remove();
});
