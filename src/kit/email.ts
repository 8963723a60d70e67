/** The longest address that mail knows (RFC 5321). */
const longest = 254;

/** Whether a text may be an e-mail address: one `@`, a host with a dot, no blanks or list signs. */
export const isEmail = (text: string): boolean =>
  text.length <= longest && /^[^\s@<>"',;]{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(text);
