import { appendixKind, asOfKind, listKind } from '../appendix/kinds.ts';
import type { Kind } from './kind.ts';

/** Every kind of file that is made in the background. */
const kinds: readonly Kind[] = [appendixKind, asOfKind, listKind];

/** The kind with this code, or `undefined` where an older version knew it. */
export const kindCalled = (code: string): Kind | undefined =>
  kinds.find((kind) => kind.code === code);
