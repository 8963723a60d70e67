import { EventEmitter, once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { type ParsedMail, simpleParser } from 'mailparser';
import {
  SMTPServer,
  type SMTPServerDataStream,
  type SMTPServerOptions,
  type SMTPServerSession,
} from 'smtp-server';
import { peerCertificate } from './peer-certificate.ts';

/** How the server treats whoever connects. Whatever is left out goes well. */
export interface Behaviour {
  /** STARTTLS is offered, with a certificate that only those trust who are told to. */
  readonly tls?: boolean;
  /** Signing in is asked for; these are the only account and password. */
  readonly account?: { readonly user: string; readonly password: string };
  /** The answer to a sender, e.g. `550 not you`; to a recipient; after the message. */
  readonly onSender?: string;
  readonly onRecipient?: string | ((address: string) => string | undefined);
  readonly onMessage?: string;
  /** Breaks the connection off when this many bytes of a message have come. */
  readonly dropsAfterBytes?: number;
  /** Takes the message, and breaks the connection off without saying so. */
  readonly dropsBeforeAnswer?: boolean;
  /** Waits before it answers a message. */
  readonly slowMilliseconds?: number;
}

/** A message that was accepted. */
export interface Received {
  readonly to: string;
  readonly mail: ParsedMail;
  readonly raw: string;
  /** It came over TLS. */
  readonly secret: boolean;
  /** Who signed in to send it; '' for nobody. */
  readonly user: string;
  /** `performance.now()` of its acceptance. */
  readonly at: number;
}

/** A real mail server on this machine. */
export interface MailPeer {
  /** For `SMTP_URL`: without TLS unless the behaviour offers it, then where it is offered. */
  readonly url: string;
  readonly port: number;
  /** What it has accepted, in order. */
  readonly mails: readonly Received[];
  /** How many have connected. */
  readonly connections: number;
  /** Resolves when it has accepted so many in all. */
  accepted(mails: number): Promise<void>;
  /** From now on. TLS and the account stay as they were at the start. */
  behave(behaviour: Omit<Behaviour, 'tls' | 'account'>): void;
  /** Forgets what it has accepted. */
  forget(): void;
  /** Ends at once, also what is under way. */
  close(): Promise<void>;
}

/** Starts a mail server. With `port` at that one, to be there again after a while. */
export const startMailPeer = async (first: Behaviour = {}, port = 0): Promise<MailPeer> => {
  const mails: Received[] = [];
  const sockets = new Set<Socket>();
  const state = { behaviour: first, connections: 0, sockets, arrivals: new EventEmitter() };
  const server = new SMTPServer(optionsOf(first, state, mails));
  server.on('error', () => {});
  server.server.on('connection', (socket: Socket) => {
    state.connections += 1;
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const { port: own } = server.server.address() as AddressInfo;
  const { account, tls } = first;
  const userInfo = account ? `${account.user}:${encodeURIComponent(account.password)}@` : '';
  return {
    url: `smtp://${userInfo}127.0.0.1:${own}?tls=${tls ? 'optional' : 'none'}`,
    port: own,
    mails,
    get connections() {
      return state.connections;
    },
    accepted: async (count) => {
      while (mails.length < count) await once(state.arrivals, 'mail');
    },
    behave: (behaviour) => {
      state.behaviour = { ...behaviour, tls: first.tls ?? false };
    },
    forget: () => {
      mails.length = 0;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
};

interface State {
  behaviour: Behaviour;
  readonly sockets: ReadonlySet<Socket>;
  readonly arrivals: EventEmitter;
}

const optionsOf = (
  { tls, account }: Behaviour,
  state: State,
  mails: Received[],
): SMTPServerOptions => ({
  ...peerCertificate,
  authOptional: !account,
  allowInsecureAuth: true,
  disabledCommands: [...(tls ? [] : ['STARTTLS']), ...(account ? [] : ['AUTH'])],
  disableReverseLookup: true,
  closeTimeout: 10,
  onAuth: ({ username, password }, _session, done) => {
    const isKnown = username === account?.user && password === account?.password;
    if (isKnown) done(null, { user: username });
    else done(refusal('535 5.7.8 wrong user or password'));
  },
  onMailFrom: (_address, _session, done) => done(refusal(state.behaviour.onSender)),
  onRcptTo: ({ address }, _session, done) => {
    const { onRecipient } = state.behaviour;
    done(refusal(typeof onRecipient === 'function' ? onRecipient(address) : onRecipient));
  },
  onData: (stream, session, done) => {
    const { behaviour } = state;
    if (behaviour.dropsAfterBytes !== undefined)
      return dropAfter(behaviour.dropsAfterBytes, stream, () => hangUp(state, session));
    void receive(stream, session, { state, mails }).then((answer) =>
      answer === 'hang up' ? hangUp(state, session) : done(answer),
    );
  },
});

const receive = async (
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
  { state, mails }: { state: State; mails: Received[] },
): Promise<Error | null | 'hang up'> => {
  const { behaviour } = state;
  const raw = await text(stream).catch(() => undefined);
  // Whoever sent it was gone before the end.
  if (raw === undefined) return 'hang up';
  const refused = refusal(behaviour.onMessage);
  if (refused) return refused;
  await waited(behaviour.slowMilliseconds ?? 0);
  const to = session.envelope.rcptTo.map(({ address }) => address).join(', ');
  const { secure: secret, user = '' } = session;
  mails.push({ to, raw, secret, user, mail: await simpleParser(raw), at: performance.now() });
  state.arrivals.emit('mail');
  return behaviour.dropsBeforeAnswer ? 'hang up' : null;
};

const dropAfter = (most: number, stream: SMTPServerDataStream, drop: () => void): void => {
  let bytes = 0;
  stream.on('error', () => {});
  stream.on('data', (piece: Buffer) => {
    bytes += piece.length;
    if (bytes >= most) drop();
  });
};

const hangUp = ({ sockets }: State, { remotePort }: SMTPServerSession): void => {
  for (const socket of sockets) if (socket.remotePort === remotePort) socket.destroy();
};

/** `550 words` as the library wants it; `undefined` lets it pass. */
const refusal = (answer: string | undefined): Error | null => {
  if (answer === undefined) return null;
  const [, code, words] = /^(\d{3}) (.*)$/.exec(answer) ?? [];
  return Object.assign(new Error(words), { responseCode: Number(code) });
};

const waited = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
