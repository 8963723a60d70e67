import { describe, expect, test } from 'vitest';
import { linesWith, sourcesIn } from '../support/sources.ts';

const views = sourcesIn('views', '.ejs');

const forbidden: readonly {
  what: string;
  pattern: RegExp;
  sample: string;
  /** The one view that may. */
  except?: string;
}[] = [
  {
    what: 'unescaped output, other than an include',
    pattern: /<%-(?!\s*include\()/,
    sample: '<p><%- page.title %></p>',
  },
  {
    what: 'a style attribute, but for the frame of mails: their readers know no style sheet',
    pattern: /\sstyle\s*=/i,
    sample: '<p style="color: red">',
    except: 'views/mail/message.ejs',
  },
  { what: 'an event handler', pattern: /\son[a-z]+\s*=\s*["']/i, sample: '<a onclick="go()">' },
  {
    what: 'an inline script',
    pattern: /<script(?![^>]*\ssrc\s*=)/i,
    sample: '<script>alert(1)</script>',
  },
  { what: 'a style element', pattern: /<style/i, sample: '<style>p {}</style>' },
  { what: 'a script address', pattern: /javascript:/i, sample: '<a href="javascript:go()">' },
  {
    what: 'a file from another server',
    pattern: /<(?:script|link|img)[^>]*(?:src|href)\s*=\s*["'](?:https?:)?\/\//i,
    sample: '<script src="https://cdn.example/x.js">',
  },
];

describe('no view holds', () => {
  test.each(forbidden)('$what', ({ pattern, sample, except }) => {
    expect(linesWith([{ path: 'sample', text: sample }], pattern)).toHaveLength(1);
    expect(views.length).toBeGreaterThan(20);
    const meant = views.filter(({ path }) => path !== except);
    expect(linesWith(meant, pattern)).toEqual([]);
  });
});
