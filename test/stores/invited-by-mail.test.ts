import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { amend } from '../../src/accounts/amend.ts';
import { arrive, issueLink, linkSeconds, tokenHash } from '../../src/accounts/invitation.ts';
import { inviteByMail, mailInvitations } from '../../src/accounts/invite-by-mail.ts';
import { linkStanding } from '../../src/accounts/links-store.ts';
import { mailedToken } from '../../src/accounts/mailed-token.ts';
import { accountCard, accountCards } from '../../src/accounts/people-store.ts';
import { askedLinkSeconds, requestLink } from '../../src/accounts/request-link.ts';
import { addAccount } from '../../src/accounts/store.ts';
import { inTransaction } from '../../src/db/open.ts';
import { addSeconds } from '../../src/kit/time.ts';
import type { MailState } from '../../src/mail/mail.ts';
import { unitLines } from '../../src/units/store.ts';
import { allRows } from '../support/all-rows.ts';
import { aCity, aPerson, type City, people } from '../support/city.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { morning } from '../support/product.ts';

let fresh: FreshDatabase;
let city: City;
beforeEach(async () => {
  fresh = await freshDatabase();
  city = await aCity(fresh.db);
});
afterEach(() => fresh.close());

const secret = 'a secret that only these tests know';
const lan = (at = morning) => ({ accountId: city.ids.lan, address: 'test', at });
const somebody = (at = morning) => ({ accountId: null, address: '10.0.0.1', at });
const mails = () => fresh.db.selectFrom('mail').selectAll().orderBy('id').execute();
const opens = async (token: string, at = morning) =>
  (await linkStanding(fresh.db, tokenHash(token), at))?.accountId;
const spend = (token: string, at = morning) =>
  arrive(fresh.db, token, { name: '', email: '', password: '' }, somebody(at));

const invited = async (id: string, occasion: string, at = morning) => {
  const card = await accountCard(fresh.db, id);
  if (!card) throw new Error('no such account');
  return inTransaction(fresh.db, (tx) =>
    mailInvitations(tx, [card], { secret, occasion }, lan(at)),
  );
};

describe('An invitation by mail', () => {
  test('is written with the account: unit, deadline, a link for seven days that stands nowhere', async () => {
    const unit = (await unitLines(fresh.db)).find(({ code }) => code === 'mn-binh-han');
    const person = {
      name: 'Ngô Văn Sáu',
      email: 'Sau@thu.example',
      role: 'clerk',
      unitIds: [unit?.id ?? ''],
    };
    const { token, mailId, to } = await inviteByMail(fresh.db, person, secret, lan());
    const [mail] = await mails();
    expect(mail).toMatchObject({
      id: mailId,
      kind: 'invitation',
      account_id: to.id,
      unit_id: unit?.id,
      recipient: 'sau@thu.example',
      state: 'waiting',
      path: '',
      link_hash: tokenHash(token),
      expires_at: addSeconds(morning, linkSeconds),
      created_by: city.ids.lan,
    });
    expect(mail?.body).toContain('Trường Mầm non Bình Hàn');
    expect(mail?.body).toContain('24 giờ 00, thứ Năm 12/12/2024');
    expect(mail?.body).toContain('08 giờ 00, thứ Tư 18/12/2024');
    expect(JSON.parse(mail?.attachments ?? '')).toMatchObject([
      { kind: 'deadline', dueAt: '2024-12-12T17:00:00.000Z' },
    ]);
    expect(token).toBe(mailedToken(secret, mailId));
    expect(token).not.toBe(mailedToken('the secret of another server, made up', mailId));
    expect(JSON.stringify(await allRows(fresh.db))).not.toContain(token);
    if ('file' in fresh.place)
      for (const ending of ['', '-wal'])
        expect(readFileSync(fresh.place.file + ending).includes(token)).toBe(false);
    expect(await spend(token)).toBe(to.id);
    await expect(spend(token)).rejects.toThrow('link-spent');
  });

  test('asked for by five clicks at once is one mail, and its link works', async () => {
    const clicks = await Promise.all([1, 2, 3, 4, 5].map(() => invited(city.ids.tam, 'a click')));
    const made = clicks.flat();
    expect(made).toHaveLength(1);
    expect(await mails()).toHaveLength(1);
    expect(await opens(made[0]?.token ?? '')).toBe(city.ids.tam);
    const [newer] = await invited(city.ids.tam, 'another click');
    expect(await opens(made[0]?.token ?? '')).toBeUndefined();
    expect(await opens(newer?.token ?? '')).toBe(city.ids.tam);
  });

  test('goes to nobody without an address or out of use, and undoes none of their links', async () => {
    const paper = await inTransaction(fresh.db, (tx) => issueLink(tx, city.ids.minh, lan()));
    await fresh.db
      .updateTable('account')
      .set({ email: null })
      .where('id', '=', city.ids.minh)
      .execute();
    await fresh.db
      .updateTable('account')
      .set({ deactivated_at: morning })
      .where('id', '=', city.ids.tam)
      .execute();
    const cards = (await accountCards(fresh.db)).filter(({ role }) => role === 'clerk');
    expect(cards).toHaveLength(2);
    const inviting = { secret, occasion: 'all' };
    await inTransaction(fresh.db, (tx) => mailInvitations(tx, cards, inviting, lan()));
    expect(await mails()).toEqual([]);
    expect(await opens(paper)).toBe(city.ids.minh);
  });

  test('goes to 240 clerks within two seconds', async () => {
    const unitIds = (await unitLines(fresh.db)).map(({ id }) => id);
    await inTransaction(fresh.db, async (tx) => {
      for (let index = 0; index < 240; index++) {
        const email = `can-bo-${index}@thu.example`;
        const own = [unitIds[index % unitIds.length] ?? ''];
        const account = { role: 'clerk', name: `Cán bộ ${index}`, email, unitIds: own } as const;
        await addAccount(tx, account, lan());
      }
    });
    const cards = (await accountCards(fresh.db)).filter(({ name }) => name.startsWith('Cán bộ'));
    const begun = performance.now();
    const links = await inTransaction(fresh.db, (tx) =>
      mailInvitations(tx, cards, { secret, occasion: 'all' }, lan()),
    );
    expect(performance.now() - begun).toBeLessThan(2000);
    expect(new Set(links.map(({ token }) => token)).size).toBe(240);
    expect(await mails()).toHaveLength(240);
  });
});

describe('When the address of an account changes', () => {
  const move = async (state: MailState, email: string) => {
    const [link] = await invited(city.ids.tam, state);
    await fresh.db.updateTable('mail').set({ state }).execute();
    const card = await accountCard(fresh.db, city.ids.tam);
    if (!card || !link) throw new Error('nobody was invited');
    const unitIds = card.units.map(({ id }) => id);
    await amend(fresh.db, card, { ...card, email, phone: '', unitIds }, lan());
    const [mail] = await mails();
    return { recipient: mail?.recipient, opens: (await opens(link.token)) !== undefined };
  };

  test.each([
    ['waiting', 'moi@thu.example', { recipient: 'moi@thu.example', opens: true }],
    ['failed', 'moi@thu.example', { recipient: people.tam.email, opens: true }],
    ['sent', 'moi@thu.example', { recipient: people.tam.email, opens: false }],
    ['waiting', '', { recipient: people.tam.email, opens: false }],
  ] as const)('an invitation that is %s, now %j: %j', async (state, email, expected) => {
    expect(await move(state, email)).toEqual(expected);
  });
});

describe('A link that is asked for', () => {
  const ask = (identifier: string, at = morning) =>
    requestLink(
      fresh.db,
      { identifier, secret, occasion: `asked ${identifier} ${at}` },
      somebody(at),
    );
  const tokenOf = (mailId: string | undefined) => mailedToken(secret, mailId ?? '');

  test('goes by the e-mail to one, by the unit code to each clerk with an address', async () => {
    const unit = 'thcs-nguyen-hue';
    const second = { role: 'clerk', name: 'Vũ Hai', email: 'hai@thu.example', unit } as const;
    const third = { ...second, name: 'Vũ Ba', email: 'ba@thu.example' };
    await aPerson(fresh.db, second);
    const gone = await aPerson(fresh.db, third);
    await fresh.db
      .updateTable('account')
      .set({ deactivated_at: morning })
      .where('id', '=', gone)
      .execute();
    await ask('MINH@thu.example');
    await ask('THCS-Nguyen-Hue');
    await ask('nobody@thu.example');
    await ask(third.email);
    const sent = await mails();
    expect(sent.map(({ recipient }) => recipient).sort()).toEqual([
      'hai@thu.example',
      'minh@thu.example',
      'tam@thu.example',
    ]);
    expect(sent.every(({ kind, urgency }) => kind === 'sign-in-link' && urgency === 0)).toBe(true);
    for (const mail of sent) {
      expect(mail.expires_at).toBe(addSeconds(morning, askedLinkSeconds));
      expect(await opens(tokenOf(mail.id))).toBe(mail.account_id);
      expect(await opens(tokenOf(mail.id), mail.expires_at ?? '')).toBeUndefined();
    }
  });

  test('leaves an open invitation open, until one of the two is used', async () => {
    const paper = await inTransaction(fresh.db, (tx) => issueLink(tx, city.ids.minh, lan()));
    await ask(people.minh.email);
    const [mail] = await mails();
    expect(await opens(paper)).toBe(city.ids.minh);
    await spend(tokenOf(mail?.id));
    expect(await opens(paper)).toBeUndefined();
  });

  test('is sent three times in a quarter of an hour at most, whether there is an account or not', async () => {
    for (const name of [people.minh.email, 'nobody@thu.example']) {
      for (const seconds of [0, 1, 2]) await ask(name, addSeconds(morning, seconds));
      await expect(ask(name, addSeconds(morning, 3))).rejects.toThrow('link-request-throttled');
    }
    expect(await mails()).toHaveLength(3);
    // By another name of the same account: nothing is said, nothing is sent.
    await ask('phuong-quang-trung', addSeconds(morning, 4));
    expect(await mails()).toHaveLength(3);
    await ask(people.minh.email, addSeconds(morning, 15 * 60));
    expect(await mails()).toHaveLength(4);
  });

  test('is one mail for one click, however often the form arrives', async () => {
    const request = { identifier: people.minh.email, secret, occasion: 'one click' };
    await Promise.all([1, 2, 3].map(() => requestLink(fresh.db, request, somebody())));
    const sent = await mails();
    expect(sent).toHaveLength(1);
    expect(await opens(tokenOf(sent[0]?.id))).toBe(city.ids.minh);
  });
});
