import { type Case, type Claim, casesIn, likeliestFirst } from './cases.ts';
import { looseKey } from './likeness.ts';
import type { Verdicts } from './standing.ts';

/** What has changed since the last time. */
export interface Change {
  /** The last versions that count now, all of them. */
  readonly versions: ReadonlySet<string>;
  /** Everybody in those that were not known. */
  readonly added: readonly Claim[];
  /** Name keys of everybody about whom anything was ever decided. */
  readonly decided: Iterable<string>;
  readonly settled: Verdicts['settled'];
}

/**
 * The open cases of a campaign, followed through its changes: what a unit sends anew, or an officer
 * decides, can only change the cases of the names in it.
 */
export class FoundCases {
  /** By version. */
  readonly #lists = new Map<string, Claim[]>();
  /** By loose key. */
  readonly #names = new Map<string, Claim[]>();
  readonly #keys = new Map<string, string>();
  #cases: readonly Case[] = [];

  /** The likeliest first. */
  get cases(): readonly Case[] {
    return this.#cases;
  }

  /** Those of these versions whose people have to be added. */
  unknown(versions: Iterable<string>): string[] {
    return [...versions].filter((version) => !this.#lists.has(version));
  }

  follow({ versions, added, decided, settled }: Change): void {
    const touched = new Set([...decided].map((name) => this.#keyOf(name)));
    for (const [version, list] of this.#lists) {
      if (versions.has(version)) continue;
      this.#lists.delete(version);
      for (const { nameKey } of list) touched.add(this.#keyOf(nameKey));
    }
    for (const version of this.unknown(versions)) this.#lists.set(version, []);
    for (const claim of added) {
      this.#lists.get(claim.versionId)?.push(claim);
      const key = this.#keyOf(claim.nameKey);
      const bearers = this.#names.get(key);
      if (bearers) bearers.push(claim);
      else this.#names.set(key, [claim]);
      touched.add(key);
    }
    this.#findAnew(touched, settled);
  }

  #findAnew(touched: ReadonlySet<string>, settled: Verdicts['settled']): void {
    const rows: Claim[] = [];
    for (const key of touched) {
      const left = (this.#names.get(key) ?? []).filter(({ versionId }) =>
        this.#lists.has(versionId),
      );
      if (left.length > 0) this.#names.set(key, left.sort(inOrder));
      else this.#names.delete(key);
      rows.push(...left);
    }
    const others = this.#cases.filter(
      ({ rows: [row] }) => !row || !touched.has(this.#keyOf(row.nameKey)),
    );
    this.#cases = [...others, ...casesIn(rows, settled)].sort(likeliestFirst);
  }

  #keyOf(nameKey: string): string {
    const key = this.#keys.get(nameKey) ?? looseKey(nameKey);
    this.#keys.set(nameKey, key);
    return key;
  }
}

const inOrder = (one: Claim, other: Claim): number =>
  one.reportId === other.reportId
    ? one.position - other.position
    : one.reportId < other.reportId
      ? -1
      : 1;
