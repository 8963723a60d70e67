import { expect, test } from 'vitest';
import { openWorkers } from '../../src/adapters/worker-pool.ts';
import { catalogueOf } from '../support/workbook-file.ts';

const file = catalogueOf({ units: [['I', 'phong-y-te', 'Phòng Y tế']] });
const nowhere = { file: 'unused.sqlite' };

test('a file that takes longer than it may is refused, and the line goes on', async () => {
  const workers = openWorkers(nowhere, 1);
  const reads = [1, 2, 3].map(() => workers.read(file));
  for (const outcome of await Promise.allSettled(reads))
    expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'upload-too-heavy' } });
  await workers.close();
});

test('a hundred files at once do not pile up: those beyond the line are asked to wait', async () => {
  const workers = openWorkers(nowhere);
  const outcomes = await Promise.allSettled(Array.from({ length: 100 }, () => workers.read(file)));
  const codes = outcomes.map((outcome) =>
    outcome.status === 'rejected' ? outcome.reason.code : outcome.value[0]?.rows.length,
  );
  expect(codes.filter((code) => code === 2)).toHaveLength(16);
  expect(codes.filter((code) => code === 'upload-busy')).toHaveLength(84);
  await workers.close();
});

test('what stands in a cell is a text with all its digits; a formula is itself, never its value', async () => {
  const workers = openWorkers(nowhere);
  const bytes = catalogueOf({ accounts: [['', 84912345678901, { formula: 'SUM(1,2)' }, 1.5]] });
  const [sheet] = await workers.read(bytes);
  expect(sheet?.rows[1]).toEqual([
    { at: 'B2', column: 2, text: '84912345678901', isFormula: false },
    { at: 'C2', column: 3, text: '=SUM(1,2)', isFormula: true },
    { at: 'D2', column: 4, text: '1.5', isFormula: false },
  ]);
  await workers.close();
});
