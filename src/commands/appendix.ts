import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeAppendix } from '../appendix/write-appendix.ts';
import { campaignByCode } from '../campaigns/store.ts';
import { readConfig } from '../config.ts';
import type { Place } from '../db/open.ts';
import { demoNow } from '../demo/demo-time.ts';
import { fillDemo } from '../demo/fill.ts';
import { systemClock } from '../kit/time.ts';
import { consoleText } from '../strings/console.ts';
import { openMigrated } from './open-migrated.ts';
import { readWords } from './words.ts';
import { WrongUse } from './wrong-use.ts';

/** `appendix (--campaign CODE | --demo) --out FILE`: the consolidated appendix as a file. */
export const appendixCommand = async (words: string[]): Promise<void> => {
  const { values, positionals } = readWords('appendix', words, {
    campaign: { type: 'string' },
    demo: { type: 'boolean' },
    out: { type: 'string' },
  });
  const { campaign, demo = false, out } = values;
  if (positionals.length > 0) throw wrong(consoleText.unknownOption);
  if (!out) throw wrong(consoleText.missingOut);
  if (demo === (campaign !== undefined)) throw wrong(consoleText.missingCampaign);
  if (campaign === undefined) await inScratch((place) => writeSample(place, out));
  else await write(readConfig().database, campaign, out, systemClock.now().toISOString());
};

const wrong = (fault: string): WrongUse => new WrongUse(consoleText.wrongUse('appendix', fault));

/** Gives `work` a database that is gone afterwards. */
const inScratch = async (work: (place: Place) => Promise<void>): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'phu-luc-'));
  try {
    await work({ file: join(folder, 'scratch.sqlite') });
  } finally {
    rmSync(folder, { recursive: true });
  }
};

const writeSample = async (place: Place, out: string): Promise<void> => {
  const { db } = await openMigrated(place);
  const { campaignCode } = await fillDemo(db);
  await db.destroy();
  await write(place, campaignCode, out, demoNow);
};

const write = async (place: Place, code: string, out: string, at: string): Promise<void> => {
  const { db } = await openMigrated(place);
  try {
    const campaign = await campaignByCode(db, code);
    if (!campaign) throw wrong(consoleText.noCampaign(code));
    keep(out, (await writeAppendix(db, campaign.id, at)).bytes);
    console.log(consoleText.written(out));
  } finally {
    await db.destroy();
  }
};

const keep = (file: string, bytes: Uint8Array): void => {
  try {
    writeFileSync(file, bytes);
  } catch {
    throw new WrongUse(consoleText.notWritten(file));
  }
};
