/** A report that has been sent leaves nothing behind in this browser. */
import { forgetCopy } from './held-copy.js';

for (const place of document.querySelectorAll('[data-forget-copy]'))
  forgetCopy(place.getAttribute('data-forget-copy') ?? '');
