import { expect } from 'vitest';
import type { TypedParticipant } from '../../src/participants/participant.ts';
import { aList, reportFields } from './city.ts';
import type { Reply, Visitor } from './visitor.ts';

/** What stands in a report's list and headcount, as the clerk typed it. */
export interface Content {
  readonly headcount: string;
  readonly rows: readonly TypedParticipant[];
}

/** A report as its clerk knows it from the answers. */
export interface Known {
  readonly state: string;
  readonly revision: number;
  readonly draft: Content;
  readonly versions: readonly Content[];
}

const untouched: Known = {
  state: 'not_started',
  revision: 0,
  draft: { headcount: '', rows: [] },
  versions: [],
};

/** A clerk who saves, sends and takes back without a pause until the server is gone. */
export class CrashClerk {
  readonly #path: string;
  readonly #next: () => number;
  /** What the last answer has promised. */
  known = untouched;
  /** What is stored if the question without an answer was done before the end. */
  perhaps = untouched;

  constructor(path: string, next: () => number) {
    this.#path = path;
    this.#next = next;
  }

  /** Works until the connection breaks; `answered` is told each answer. */
  async work(visitor: Visitor, answered: () => void): Promise<void> {
    while (await this.#step(visitor)) answered();
  }

  #step(visitor: Visitor): Promise<boolean> {
    if (this.known.state === 'submitted') return this.#withdraw(visitor);
    const maySend = this.known.revision > 0 && this.known.draft.rows.length > 0;
    return maySend && this.#next() < 0.3 ? this.#send(visitor) : this.#save(visitor);
  }

  async #save(visitor: Visitor): Promise<boolean> {
    const { state, revision } = this.known;
    const draft = this.#content();
    this.perhaps = {
      ...this.known,
      state: state === 'not_started' ? 'draft' : state,
      revision: revision + 1,
      draft,
    };
    const fields = reportFields(revision, { ...others, 'vien-chuc': draft.headcount }, draft.rows);
    const headers = { accept: 'application/json' };
    const reply = await answered(visitor.post(`${this.#path}/nhap`, fields, headers));
    if (!reply) return false;
    expect(reply.status, reply.text).toBe(200);
    expect(JSON.parse(reply.text).revision).toBe(revision + 1);
    this.known = this.perhaps;
    return true;
  }

  async #send(visitor: Visitor): Promise<boolean> {
    const { draft, versions, revision } = this.known;
    this.perhaps = { ...this.known, state: 'submitted', versions: [...versions, draft] };
    const fields = { revision: String(revision) };
    return this.#done(visitor.post(`${this.#path}/gui`, fields), `${this.#path}/bien-nhan`);
  }

  async #withdraw(visitor: Visitor): Promise<boolean> {
    this.perhaps = { ...this.known, state: 'draft', revision: this.known.revision + 1 };
    return this.#done(visitor.post(`${this.#path}/thu-hoi`), this.#path);
  }

  async #done(asked: Promise<Reply>, place: string): Promise<boolean> {
    const reply = await answered(asked);
    if (!reply) return false;
    expect({ status: reply.status, location: reply.location }).toEqual({
      status: 303,
      location: place,
    });
    this.known = this.perhaps;
    return true;
  }

  /** Up to 60 people, other ones each time. */
  #content(): Content {
    const count = 1 + Math.floor(this.#next() * 60);
    const mark = Math.floor(this.#next() * 1e9);
    const rows = aList(count).map((row, index) => ({ ...row, note: `lần ${mark}, dòng ${index}` }));
    return { headcount: String(count + 3), rows };
  }
}

const others = { 'can-bo': '0', 'cong-chuc': '0' };

/** The reply, or `undefined` when the server died before it had answered. */
const answered = async (asked: Promise<Reply>): Promise<Reply | undefined> => {
  try {
    return await asked;
  } catch (failure) {
    if (failure instanceof TypeError) return undefined;
    throw failure;
  }
};
