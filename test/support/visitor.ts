/** What came back: redirects are not followed, so that a test sees them. */
export interface Reply {
  readonly status: number;
  /** Path of a redirect, or ''. */
  readonly location: string;
  readonly text: string;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
}

export type Fields = readonly (readonly [name: string, value: string])[] | Record<string, string>;

/** A browser without JavaScript: keeps cookies, takes the form's token from the page it last read. */
export class Visitor {
  readonly #address: string;
  readonly #cookies = new Map<string, string>();
  #token = '';

  constructor(address: string) {
    this.#address = address;
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Reply> {
    return this.#fetch(path, { headers });
  }

  /** Posts a form as a browser does: with our own origin and the token of the last page. */
  post(path: string, fields: Fields = {}, headers: Record<string, string> = {}): Promise<Reply> {
    const pairs = Array.isArray(fields) ? fields : Object.entries(fields);
    const token = pairs.some(([name]) => name === '_csrf') ? [] : [['_csrf', this.#token]];
    const body = new URLSearchParams([...token, ...pairs] as [string, string][]);
    const type = 'application/x-www-form-urlencoded';
    return this.#fetch(path, {
      method: 'POST',
      body: body.toString(),
      headers: { 'content-type': type, origin: this.#address, ...headers },
    });
  }

  /** Posts a form with a file as a browser does: the fields first. `null`: nobody chose a file. */
  upload(
    path: string,
    file: { readonly name: string; readonly bytes: Uint8Array } | null,
    fields: Record<string, string> = {},
    headers: Record<string, string> = {},
  ): Promise<Reply> {
    return this.uploadAll(path, [file ?? { name: '', bytes: new Uint8Array() }], fields, headers);
  }

  /** The same with several files in one field. */
  uploadAll(
    path: string,
    files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
    fields: Record<string, string> = {},
    headers: Record<string, string> = {},
  ): Promise<Reply> {
    const body = new FormData();
    const all = { _csrf: this.#token, ...fields };
    for (const [name, value] of Object.entries(all)) body.append(name, value);
    for (const { name, bytes } of files)
      body.append('file', new Blob([Uint8Array.from(bytes)]), name);
    const origin = this.#address;
    return this.#fetch(path, { method: 'POST', body, headers: { origin, ...headers } });
  }

  /** Opens the page `path`, then posts `fields` to `target` (the same path unless told otherwise). */
  async fill(path: string, fields: Fields = {}, target: string = path): Promise<Reply> {
    await this.get(path);
    return this.post(target, fields);
  }

  signIn(identifier: string, password: string): Promise<Reply> {
    return this.fill('/dang-nhap', { identifier, password });
  }

  /** Value of the session cookie, or undefined. */
  get session(): string | undefined {
    return this.#cookies.get('phuluc');
  }

  set session(value: string) {
    this.#cookies.set('phuluc', value);
  }

  /** The token of the last page that had a form. */
  get token(): string {
    return this.#token;
  }

  async #fetch(path: string, init: RequestInit): Promise<Reply> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...(init.headers as Record<string, string>), cookie };
    const response = await fetch(this.#address + path, { ...init, headers, redirect: 'manual' });
    this.#keepCookies(response);
    const bytes = new Uint8Array(await response.arrayBuffer());
    const reply = received(response, bytes);
    // A file of megabytes is not looked through: a benchmark's own process would stand still for it.
    if (response.headers.get('content-type')?.startsWith('text/html'))
      this.#token = /name="_csrf" value="([^"]+)"/.exec(reply.text)?.[1] ?? this.#token;
    return reply;
  }

  #keepCookies(response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = line.split(';')[0]?.split('=') ?? [];
      this.#cookies.set(name, value);
    }
  }
}

/** A reply whose text is decoded when somebody asks for it. */
const received = (response: Response, bytes: Uint8Array): Reply => {
  const { status, headers } = response;
  let text: string | undefined;
  return {
    status,
    headers,
    location: headers.get('location') ?? '',
    bytes,
    get text() {
      text ??= new TextDecoder().decode(bytes);
      return text;
    },
  };
};
