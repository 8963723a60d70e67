import type { RequestHandler } from 'express';
import helmet from 'helmet';

/**
 * Security headers. Scripts, styles and fonts come from ourselves only; forms go to ourselves only.
 * `same-origin` referrers: with none at all, browsers would send `Origin: null` along with our forms.
 */
export const securityHeaders = (): RequestHandler =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        requireTrustedTypesFor: ["'script'"],
      },
    },
    referrerPolicy: { policy: 'same-origin' },
  });
